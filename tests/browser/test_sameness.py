"""The same input gives the same bytes, whatever surrounds the build."""

import shutil
from pathlib import Path

from site_checks.building import CONTENT, build_site
from site_checks.site import Site, differences

ADDRESS = "http://digest.example"


def test_another_machine_builds_the_same_bytes(at_root: Site, tmp_path: Path) -> None:
    """Another time zone, locale and order of hashes."""
    elsewhere = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "C", "PYTHONHASHSEED": "4711"}
    assert differences(at_root, build_site(tmp_path / "output", at_root.address, **elsewhere)) == []


def test_a_build_over_an_older_one_leaves_nothing_behind(at_root: Site, tmp_path: Path) -> None:
    output = tmp_path / "output"
    build_site(output, "http://old.example/elsewhere")
    (output / "en" / "left-over.html").write_text("from a build long ago", encoding="utf-8")
    assert differences(at_root, build_site(output, at_root.address)) == []


def test_a_build_after_changes_is_as_one_from_nothing(tmp_path: Path) -> None:
    """An article comes and goes, a page and a name change: nothing of what was remembered shows."""
    content = Path(shutil.copytree(CONTENT, tmp_path / "content"))
    first = min((content / "articles").glob("*.txt"))
    guest = first.with_stem("guest")
    shutil.copy(first, guest)
    kept = build_site(tmp_path / "output", ADDRESS, content=content)
    assert "en/articles/guest/index.html" in kept.pages()
    guest.unlink()
    change(content / "pages" / "about.en.md", "\n", "\n\nA sentence more.\n")
    change(content / "vocabulary.yml", "{id: Baku, en: Baku}", "{id: Baku, en: Bakou}")
    kept = build_site(tmp_path / "output", ADDRESS, content=content)
    anew = build_site(tmp_path / "anew", ADDRESS, content=content)
    assert "Bakou" in anew.text("en/tags/baku/index.html")
    assert differences(kept, anew) == []


def change(path: Path, old: str, new: str) -> None:
    """Replaces the first such words of a file."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
