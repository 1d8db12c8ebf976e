"""Where the piece comes from: publisher, media it is taken from, authors, addresses; each with its basis."""

FACT_RULES = frozenset(
    {
        "address_alone",
        "brand_alone_again",
        "brand_at_page_edge",
        "brand_beside_date",
        "brand_beside_name",
        "brand_in_author_box",
        "brand_in_copyright",
        "brand_in_dateline",
        "brand_in_menu",
        "domain_of_address",
        "medium_after_cue",
        "medium_before_cue",
        "newest_date_in_body",
        "own_address",
        "source_address",
        "source_credit",
    }
)
"""Rules that read values without labelling a line; `data/rules.yml` has their words too."""
