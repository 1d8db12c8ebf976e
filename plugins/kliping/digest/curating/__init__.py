"""What the command of a curator does to the files of a digest: take a file in, give an article another id."""
