"""Translations: reading and updating gettext catalogues, and making the editions of an article from them."""
