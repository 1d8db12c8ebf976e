"""The checks made in a browser can fail: each finds nothing on a sound page, and its fault on one that has it."""

import pytest
from browser.conftest import OpenReader
from site_checks.access import axe_faults, sideways_fault
from site_checks.site import Site

PHONE = {"width": 320, "height": 640}


def page_with(sample: Site, name: str, markup: str, policy: str = "") -> str:
    """The path of a page that holds the markup and is sound otherwise."""
    text = sample.text("en/articles/first/index.html").replace("</main>", markup + "</main>")
    (sample.root / name).write_text(text.replace("default-src 'self'", policy or "default-src 'self'"), encoding="utf-8")
    return name


def test_a_sound_page_has_no_faults(sample: Site, read: OpenReader) -> None:
    reader = read(sample, viewport=PHONE)
    page = reader.open("en/articles/first/index.html")
    assert axe_faults(page, "") + sideways_fault(page, "") + reader.faults == []


@pytest.mark.parametrize(
    ("markup", "rule"),
    [
        ('<img src="/repo/a.png">', "image-alt"),
        ("<p lang='english'>words</p>", "valid-lang"),
        ("<h4>too deep</h4>", "heading-order"),
        ("<ul><li><a href='/repo/en/'></a></li></ul>", "link-name"),
    ],
)
def test_axe_finds(sample: Site, read: OpenReader, markup: str, rule: str) -> None:
    page = read(sample).open(page_with(sample, f"{rule}.html", markup))
    assert [fault for fault in axe_faults(page, "") if rule in fault.words]


def test_axe_finds_faint_words_and_small_targets(sample: Site, read: OpenReader) -> None:
    css = "p { color: #bbb; background: #fff } nav a { font-size: 9px; line-height: 9px; display: block; inline-size: 9px }"
    (sample.root / "css" / "faint.css").write_text(css, encoding="utf-8")
    links = "".join(f"<a href='/repo/en/?{n}'>{n}</a>" for n in range(9))
    markup = f'<link rel="stylesheet" href="/repo/css/faint.css"><p>faint</p><nav aria-label="n">{links}</nav>'
    found = " ".join(fault.words for fault in axe_faults(read(sample).open(page_with(sample, "faint.html", markup)), ""))
    assert "color-contrast" in found
    assert "target-size" in found


def test_words_too_faint_by_night_are_found(sample: Site, read: OpenReader) -> None:
    css = "@media (prefers-color-scheme: dark) { p { color: #333; background: #222 } }"
    (sample.root / "css" / "night.css").write_text(css, encoding="utf-8")
    markup = '<link rel="stylesheet" href="/repo/css/night.css"><p>faint</p>'
    page = read(sample).open(page_with(sample, "night.html", markup))
    assert axe_faults(page, "") == []
    page.emulate_media(color_scheme="dark")
    assert "color-contrast" in axe_faults(page, "")[0].words


def test_a_wide_word_scrolls_sideways(sample: Site, read: OpenReader) -> None:
    page = read(sample, viewport=PHONE).open(page_with(sample, "wide.html", f"<pre>{'wide' * 40}</pre>"))
    assert "pre" in sideways_fault(page, "")[0].words


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("<script>document.title = 'x'</script>", "console: "),
        ('<img alt="" src="http://photos.example/a.png">', "asked another host for http://photos.example/a.png"),
        ('<img alt="" src="/repo/gone.png">', "answer 404 for http://sample.example/repo/gone.png"),
    ],
)
def test_a_reader_hears(sample: Site, read: OpenReader, markup: str, words: str) -> None:
    lax = "default-src 'self'; img-src *"
    reader = read(sample)
    reader.open(page_with(sample, "heard.html", markup, lax))
    assert any(words in str(fault) for fault in reader.faults), reader.faults
