"""The search: records of the shared clippings, Pagefind's index of them, and the page that asks it."""
