"""Who made the piece, as far as the place of a line on the page tells it."""
