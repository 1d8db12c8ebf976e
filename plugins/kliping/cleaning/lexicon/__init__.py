"""Knowledge made ready for use: phrases and names as expressions and indexes."""
