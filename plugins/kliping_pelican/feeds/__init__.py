"""The feeds of a language and of each topic in it: Atom, RSS and JSON Feed."""
