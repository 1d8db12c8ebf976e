"""The digest as readers see it: values in one language, with names, addresses and dates."""
