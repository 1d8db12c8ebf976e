"""The words of all languages as regular expressions, by what they stand for."""
