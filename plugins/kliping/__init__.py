"""Kliping's core: scraped news text in, a bilingual and fully attributed digest out, as values.

`kliping.cleaning.clean` makes an article of a file's bytes, `kliping.pipeline.read_digest` a digest of a folder.
"""
