"""How often Python collects garbage: the same in the command, in builds and where speed is measured."""

SELDOM = 20_000
"""New objects after which Python looks for some that only refer to each other.

Its own default is some hundreds, and it would look in vain: Kliping's values are frozen, so they refer to older ones only.
The one exception is a page while it is cleaned: what is worked out from a page refers back to it.
"""
