"""How often Python looks for cycles, the same in the command, in builds and where speed is measured."""

SELDOM = 20_000
"""New containers after which Python looks for cycles.

By itself it does so after some hundreds, and finds none: Kliping's values are frozen and refer to what was there before.
Only pages leave some while they are cleaned, for what is worked out of a page refers to it.
"""
