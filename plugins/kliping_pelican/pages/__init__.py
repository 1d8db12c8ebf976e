"""What stands at which address: a job for every file of the site."""
