"""Digests that tests build: a tiny one, a broken one, and one that strains every page."""
