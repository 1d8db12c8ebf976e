"""Social cards, icons and manifests as other programs read them."""

import itertools
import time
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pages.conftest import THEME
from PIL import Image

from kliping.errors import InvalidData
from kliping_pelican.drawings.cards import SIZE, WIDTH, CardWords, draw_card
from kliping_pelican.drawings.icons import draw_icon
from kliping_pelican.drawings.palette import read_palette
from kliping_pelican.drawings.strips import pack, put_together
from kliping_pelican.drawings.typesetting import printable, ruler, wrap
from kliping_pelican.drawings.words import FONT

PALETTE = read_palette(THEME)
CREDIT = "Reported by kumparan, from AFP · 19 August 2024"


def draw(headline: str, credit: str = CREDIT, kicker: str = "") -> bytes:
    return draw_card(CardWords(headline, credit, kicker), "Kliping", PALETTE, THEME)


def opened(data: bytes) -> Image.Image:
    image = Image.open(BytesIO(data))
    image.load()
    return image


@pytest.mark.parametrize(
    "headline",
    ["Putin visits Baku", "kata " * 75, "Pneumono" * 40, "", "محمد 中文 🎉", "Əliyev, Şuşa, Đặng"],
    ids=["short", "long", "unbroken", "empty", "foreign", "letters"],
)
def test_any_headline_makes_a_card(headline: str) -> None:
    data = draw(headline, kicker="x" * 300)
    image = opened(data)
    assert (image.size, image.mode) == (SIZE, "P")
    assert len(image.getcolors() or ()) <= 16
    assert len(data) < 40_000
    assert data == draw(headline, kicker="x" * 300)


def test_a_card_has_the_paper_of_the_theme_and_is_quick() -> None:
    image = opened(draw("Putin visits Baku")).convert("RGB")
    assert image.getpixel((5, 5)) == PALETTE.rgb("paper")
    assert image.getpixel((SIZE[0] // 2, SIZE[1] - 50)) == PALETTE.rgb("sheet")
    start = time.process_time()
    for number in range(10):
        draw(f"Putin berkunjung ke Baku, bahas konflik Azerbaijan-Armenia {number}")
    assert (time.process_time() - start) / 10 < 0.04


def test_a_card_keeps_nothing_of_the_one_before() -> None:
    first = draw("Putin visits Baku", kicker="Peace")
    assert draw("kata " * 75, "kata " * 75, "kata " * 9) != first
    assert draw("Putin visits Baku", kicker="Peace") == first


@pytest.mark.parametrize("cuts", [(0, 9), (0, 1, 9), (0, 3, 3, 4, 8, 9)])
def test_a_picture_is_whole_however_it_is_cut_into_strips(cuts: tuple[int, ...]) -> None:
    image = Image.new("P", (700, 9))
    image.putdata([(at * at // 7) % 16 for at in range(700 * 9)])
    strips = [pack(image, top, bottom) for top, bottom in itertools.pairwise(cuts)]
    data = put_together(strips, image.size, ((1, 2, 3),) * 16)
    assert opened(data).tobytes() == image.tobytes()
    start = data.index(b"IDAT") + 4
    assert len(zlib.decompress(data[start : start + int.from_bytes(data[start - 8 : start - 4])])) == 351 * 9


def test_what_the_font_lacks_is_not_drawn_as_boxes() -> None:
    font = THEME / FONT
    assert printable("Əliyev  Şuşa", font) == "Əliyev Şuşa"
    assert printable("ṇai", font) == "nai"
    assert printable("kata محمد kata 🎉!", font) == "kata … kata !"


@settings(deadline=None)
@given(st.lists(st.text(st.characters(codec="latin-1", categories=["L", "N", "P"]), min_size=1, max_size=80), max_size=40))
def test_no_line_is_wider_than_its_space_and_no_word_is_lost(words: list[str]) -> None:
    measure = ruler(THEME / FONT, 44, 600)
    lines = wrap(words, WIDTH, 1000, measure)
    assert all(measure(line) <= WIDTH for line in lines)
    assert "".join("".join(lines).split()) == "".join("".join(words).split())


def test_icons_hold_the_mark(tmp_path: Path) -> None:
    image = opened(draw_icon(THEME, 192, PALETTE.rgb("paper"))).convert("RGB")
    assert image.size == (192, 192)
    assert image.getpixel((2, 2)) == PALETTE.rgb("paper")
    assert image.getpixel((70, 60)) == PALETTE.rgb("stamp")
    (tmp_path / "static").mkdir()
    curved = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0C1 1 2 2 3 3z"/></svg>'
    (tmp_path / "static" / "icon.svg").write_text(curved, encoding="utf-8")
    with pytest.raises(InvalidData, match="has curves"):
        draw_icon(tmp_path, 32, (0, 0, 0))


def test_a_stylesheet_without_the_colours_is_named(tmp_path: Path) -> None:
    (tmp_path / "static" / "css").mkdir(parents=True)
    (tmp_path / "static" / "css" / "site.css").write_text(":root { --paper: #fff; }", encoding="utf-8")
    with pytest.raises(InvalidData, match="is no colour of this theme"):
        read_palette(tmp_path)
    assert PALETTE.dark["paper"] != PALETTE.light["paper"]
