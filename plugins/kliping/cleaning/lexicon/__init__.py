"""Knowledge ready for use: the phrases and names in data files, compiled into regular expressions and indexes."""
