"""Label rules by family. A rule looks at one line of a page and names its role, cuts it, or keeps silent.

A rule's name says what it sees; `data/rules.yml` has the same in plain words for readers.
"""
