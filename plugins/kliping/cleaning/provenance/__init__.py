"""Where the piece comes from: publisher, media it is taken from, authors, addresses; each with its basis."""
