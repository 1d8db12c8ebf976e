"""A digest: a folder of articles, translations, topics and registers, read and checked as one value.

`model` has its values. `sources` finds its files, `register_files` and `prose` read those that are no articles. `parsing`,
`tagging`, `rights`, `relating`, `kinship`, `timeline`, `moves` and `wording` each answer one question about articles.
`translating` makes editions, `kept` remembers articles from build to build, `curating` and `doubts` are for the curator.
"""
