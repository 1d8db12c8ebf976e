"""The lists and tables of the article."""
