"""The same input gives the same bytes, whatever surrounds the build."""

from pathlib import Path

from site_checks.building import build_site
from site_checks.sameness import differences
from site_checks.site import Site


def test_another_machine_builds_the_same_bytes(at_root: Site, tmp_path: Path) -> None:
    """Another time zone, locale and order of hashes."""
    elsewhere = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "C", "PYTHONHASHSEED": "4711"}
    assert differences(at_root, build_site(tmp_path / "output", at_root.address, **elsewhere)) == []


def test_a_build_over_an_older_one_leaves_nothing_behind(at_root: Site, tmp_path: Path) -> None:
    output = tmp_path / "output"
    build_site(output, "http://old.example/elsewhere")
    (output / "en" / "left-over.html").write_text("from a build long ago", encoding="utf-8")
    assert differences(at_root, build_site(output, at_root.address)) == []
