"""Checks over a built site: each takes the site as a value and returns its faults, in words, none if all is well.

Nothing here knows Pelican or the theme: the pages, feeds and addresses are found in the output itself.
"""
