"""Texts as programs render pages: what they do to lines, undone before anybody judges a line."""
