"""Kliping's core: from scraped news text to a bilingual, fully attributed digest, as values.

`kliping.cleaning.clean` turns the bytes of one file into an article, `kliping.pipeline.read_digest` a folder into a digest.
"""
