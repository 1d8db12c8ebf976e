"""A digest: a folder of articles, translations, topics and registers, read and checked as one value."""
