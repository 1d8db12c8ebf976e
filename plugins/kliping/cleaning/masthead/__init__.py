"""Whose page it is, as the page itself says: what it prints of its own name, address, rights and reporters."""
