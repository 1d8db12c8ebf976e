"""Which lines are items of the article's lists, from chances that are given: no trained model is asked."""

from collections.abc import Sequence

import pytest

from kliping.cleaning.lexicon.compiled import compiled
from kliping.cleaning.overview.lists import Lists, find_lists
from kliping.cleaning.page import Page
from kliping.cleaning.reading import split_lines
from kliping.knowledge import Knowledge
from kliping.sidecar import NO_SIDECAR

CUT = 0.3
YES, NO = 0.9, 0.01


def page_of(texts: list[str], knowledge: Knowledge) -> Page:
    return Page(split_lines("\n".join(texts)), compiled(knowledge), NO_SIDECAR)


def lists_of(page: Page, chances: Sequence[float]) -> Lists:
    """What is known of a page's lists if the line model gives its lines these chances."""
    page.liking.chances, page.liking.cut = chances, CUT
    return find_lists(page, page.liking)


def count_bulleted(chances: tuple[float, ...], knowledge: Knowledge) -> int:
    page = page_of([f"* Stall {letter} in the harbour" for letter, _ in zip("ABCDE", chances, strict=False)], knowledge)
    return sum(lists_of(page, chances).items)


def count_numbered(chances: tuple[float, ...], knowledge: Knowledge) -> int:
    """The numbers have a line in between, which is no item."""
    texts = [text for number in range(len(chances)) for text in (f"{number + 1}. Song of the choir", "For two voices")]
    page = page_of(texts, knowledge)
    return sum(lists_of(page, [chance for one in chances for chance in (one, YES)]).items)


@pytest.mark.parametrize("count", [count_bulleted, count_numbered])
@pytest.mark.parametrize(
    ("chances", "kept"),
    [
        ((YES, YES, YES, YES, NO), 5),
        ((YES, YES, NO), 0),  # too few to tell anything of each other
        ((YES, NO, NO, NO, NO), 0),
    ],
)
def test_an_item_goes_with_most_of_its_list(count, chances: tuple[float, ...], kept: int, knowledge: Knowledge) -> None:
    assert count(chances, knowledge) == kept


def test_lines_that_count_need_fewer_of_their_kind_than_bullets(knowledge: Knowledge) -> None:
    chances = (YES, YES, YES, NO, NO)
    assert (count_numbered(chances, knowledge), count_bulleted(chances, knowledge)) == (5, 0)


LONG = "These are the stalls that the harbour master allowed to stay until June:"


@pytest.mark.parametrize(
    ("announcing", "chance", "items"),
    [
        (LONG, CUT / 2, 2),  # its own words tell enough for half of the belief
        (LONG, CUT / 4, 0),
        ("These are the stalls of June:", CUT / 2, 0),
        ("These are the stalls of June:", CUT, 2),
        (LONG.replace(":", "."), YES, 0),
    ],
)
def test_a_long_line_is_sooner_believed_to_announce_a_list(
    announcing: str, chance: float, items: int, knowledge: Knowledge
) -> None:
    page = page_of([announcing, "* Fish from the bay", "* Bread and tea"], knowledge)
    assert sum(lists_of(page, (chance, NO, NO)).announced) == items


@pytest.mark.parametrize("count", [2, 3])
def test_two_headings_with_numbers_tell_nothing(count: int, knowledge: Knowledge) -> None:
    text = "The choir sang in the old harbour hall until the lights went out, and nobody left before the end."
    page = page_of([line for number in range(count) for line in (f"{number + 1}. Song", text)], knowledge)
    assert sum(lists_of(page, (NO, YES) * count).items) == (count if count > 2 else 0)


@pytest.mark.parametrize(
    ("lines", "kept"),
    [
        (["Mudah lelah", "Luka sulit sembuh"], 2),
        (["Mudah lelah", "ADVERTISEMENT", "Luka sulit sembuh"], 1),  # what no sign marks ends at what something else knows
        (["Mudah lelah", "Warga desa itu sering minum teh manis.", "Luka sulit sembuh"], 1),
        (["Warga Lereng Timur Bangun Menara Air"], 0),  # a headline
        (["https://contoh.example/gejala", "Selengkapnya..."], 0),
    ],
)
def test_entries_without_a_sign_follow_what_announces_them(lines: list[str], kept: int, knowledge: Knowledge) -> None:
    page = page_of(["Gejalanya:", *lines], knowledge)
    assert sum(lists_of(page, [YES] + [NO] * len(lines)).announced) == kept


@pytest.mark.parametrize(
    ("last", "kept"),
    [
        (["Hujan turun di kampungku", "Air mengalir ke sawah ibu", "Katak bernyanyi di tepi kolam"], 3),
        (["Hujan turun di kampungku", "Air mengalir ke sawah ibu"], 0),  # so few may be a site's
        (["Hujan turun di kampungku", "ADVERTISEMENT", "Air mengalir ke sawah ibu", "Katak bernyanyi di tepi kolam"], 0),
        (["Hujan turun di kampungku", "Air mengalir ke sawah ibu", "Warga Lereng Timur Bangun Menara Air"], 0),
        (["Hujan turun di kampungku", "* Facebook", "* WhatsApp"], 0),
        (["Hujan turun di kampungku", "Share on Facebook", "Katak bernyanyi di tepi kolam"], 0),
        (["Harian Desa", "Telepon 021 555123", "Jalan Melati 12"], 0),
        (["Ekspor 120 350 ton", "Impor 90 210 ton", "Panen 2019 2020 naik"], 3),
    ],
)
@pytest.mark.parametrize(
    ("above", "is_bare"), [(["Festival Hujan"], True), (["Beranda", "News", "Video", "Foto", "Cari"], False)]
)
def test_last_lines_of_a_file_without_menus_are_the_article_s(above, is_bare, last, kept, knowledge: Knowledge) -> None:
    sentence = "Anak-anak menyanyikan lagu tentang hujan di alun-alun kota pada Sabtu malam."
    page = page_of([*above, sentence, *last], knowledge)
    chances = [NO] * len(above) + [YES, YES] + [NO] * (len(last) - 1)
    assert sum(lists_of(page, chances).items) == (kept if is_bare else 0)


def test_lines_with_a_label_are_rows_of_a_table(knowledge: Knowledge) -> None:
    rows = ["Pagi: Cerah Berawan", "Siang: Hujan Ringan", "Malam: Berawan", "Dini Hari: Berawan", "Lusa: Cerah"]
    above = "Prakiraan cuaca besok dikeluarkan badan meteorologi pada Senin pagi."
    page = page_of([above, *rows, "Masuk", "Daftar"], knowledge)
    assert sum(lists_of(page, [YES] + [NO] * 7).items) == len(rows)


def test_last_lines_of_a_file_that_nobody_likes_are_a_site_s(knowledge: Knowledge) -> None:
    sentence = "Anak-anak menyanyikan lagu tentang hujan di alun-alun kota pada Sabtu malam."
    page = page_of(["Festival Hujan", sentence, "Resesi", "Ekonomi", "Bank Dunia"], knowledge)
    assert not any(lists_of(page, [NO, YES, NO, NO, NO]).items)
