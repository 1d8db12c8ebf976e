"""A content folder to the digest: articles with their tags, topics, rights and translations, and what holds among them."""
