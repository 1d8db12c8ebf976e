"""Every feed of the built site, as a subscriber's program reads it."""

from site_checks.feeds import entry_ids, feed_faults, feed_paths
from site_checks.site import Site


def test_every_feed_is_sound(site: Site) -> None:
    assert feed_faults(site) == []


def test_a_change_of_address_changes_no_entry_id(at_root: Site, under_repo: Site) -> None:
    ids = {path: entry_ids(at_root, path) for path in feed_paths(at_root)}
    assert ids
    assert ids == {path: entry_ids(under_repo, path) for path in feed_paths(under_repo)}
