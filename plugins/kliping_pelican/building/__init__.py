"""The build: what must be made, made in several processes, remembered, and put in place."""
