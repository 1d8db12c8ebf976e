"""Translations: gettext catalogues read and kept up to date, and the editions of an article made with them."""
