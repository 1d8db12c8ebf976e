"""A labelled page to where its piece comes from: publisher, sources, authors, addresses, each with its basis."""
