"""Templates, styles, fonts and interface words; a package so that the wheel carries them."""
