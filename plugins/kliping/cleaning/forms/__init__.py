"""Forms that a line or a part of it can have: a date, a dateline, a byline, a credit, a closing mark."""
