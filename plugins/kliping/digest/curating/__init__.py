"""What a curator's command does to the files of a digest: take one in, give its article another id."""
