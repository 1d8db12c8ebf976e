"""Which days on a page are its own, and in which order their figures stand."""
