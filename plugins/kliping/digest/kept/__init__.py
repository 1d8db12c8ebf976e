"""What a digest keeps of each article from build to build, and how that is opened again.

`desk` has what is needed to file articles: registers, names, memory. `filing` turns the files of one article into what is
kept of it (`filed`), `intake` does so for all articles, and `amending` where only a few changed. `opening` makes a clipping
of what was filed, and `shelf` holds the clippings that are open. `relations` is about what holds between articles.
"""
