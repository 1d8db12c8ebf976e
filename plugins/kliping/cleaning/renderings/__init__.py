"""What programs do to the lines of a page when they render it as text, undone before any line is judged."""
