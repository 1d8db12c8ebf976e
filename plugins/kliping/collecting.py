"""How often Python looks for cycles, the same in the command, in builds and where speed is measured."""

SELDOM = 20_000
"""New containers after which Python looks for cycles, of which only pages that are cleaned leave some."""
