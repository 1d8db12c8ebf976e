"""The law of incremental builds, tried on random sequences of edits and accidents."""
