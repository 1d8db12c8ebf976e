"""Which lines are items of the article's lists, from chances that are given: no trained model is asked."""

from collections.abc import Sequence

import pytest

from kliping.cleaning.lexicon.compiled import compiled
from kliping.cleaning.lists.cells import find_cells, find_parted
from kliping.cleaning.lists.items import Lists, find_lists
from kliping.cleaning.overview.liking import Liking
from kliping.cleaning.page import Page
from kliping.cleaning.reading import split_lines
from kliping.knowledge import Knowledge
from kliping.sidecar import NO_SIDECAR

CUT = 0.3
YES, NO = 0.9, 0.01


def page_of(texts: list[str], knowledge: Knowledge) -> Page:
    return Page(split_lines("\n".join(texts)), compiled(knowledge), NO_SIDECAR)


def liking_of(page: Page, chances: Sequence[float]) -> Liking:
    """The word of a line model that gives the lines of a page these chances."""
    page.liking.chances, page.liking.cut = chances, CUT
    return page.liking


def lists_of(page: Page, chances: Sequence[float]) -> Lists:
    """What is known of a page's lists if the line model gives its lines these chances."""
    return find_lists(page, liking_of(page, chances))


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


@pytest.mark.parametrize("number", ["", "{}. Koperasi "])
def test_lines_with_a_label_are_rows_of_a_table(number: str, knowledge: Knowledge) -> None:
    rows = ["Pagi: Cerah Berawan", "Siang: Hujan Ringan", "Malam: Berawan", "Dini Hari: Berawan", "Lusa: Cerah"]
    above = "Prakiraan cuaca besok dikeluarkan badan meteorologi pada Senin pagi."
    page = page_of([above, *(number.format(at) + row for at, row in enumerate(rows, 1)), "Masuk", "Daftar"], knowledge)
    assert sum(lists_of(page, [YES] + [NO] * 7).items) == len(rows)


def test_last_lines_of_a_file_that_nobody_likes_are_a_site_s(knowledge: Knowledge) -> None:
    sentence = "Anak-anak menyanyikan lagu tentang hujan di alun-alun kota pada Sabtu malam."
    page = page_of(["Festival Hujan", sentence, "Resesi", "Ekonomi", "Bank Dunia"], knowledge)
    assert not any(lists_of(page, [NO, YES, NO, NO, NO]).items)


SCORES = ["Fenwick 3-3 Kirkby", "Mill End 2-1 Abbey Park", "Old Forge 0-0 Quarry Town"]
FIXTURES = ["Fenwick vs Kirkby", "Mill End v Abbey Park", "Old Forge VS Quarry", "Hill vs. Vale", "Lake vs Fell"]
PRICES = ["Adult: £2.40", "Child: £1.20", "Goat: 50p"]
PRIZES = ["Best cake: Rose Idris", "Best jam: Ann Loach", "Best marrow: Peter Sorley"]
PROGRAMME = ["Friday", "7 pm: Brass band", "8 pm: Speeches", "Saturday", "2 pm: Sack race"]


@pytest.mark.parametrize(
    ("rows", "above", "below", "kept"),
    [
        (SCORES, YES, "Log in", 3),
        (SCORES[:2], YES, "Log in", 0),  # so few may be anything
        (SCORES, NO, "Log in", 0),
        (FIXTURES, YES, "Log in", 5),
        (PRICES, YES, "Log in", 3),
        ([PRICES[0], "ADVERTISEMENT", *PRICES[1:]], YES, "Log in", 3),
        ([*PRICES[:2], "Share 12"], YES, "Log in", 0),
        (PRIZES, YES, "Log in", 0),  # without figures they may be links
        (PRIZES, YES, "The fair goes on until Sunday night, the mayor told the singers.", 3),
        (PROGRAMME, YES, "Log in", 5),
    ],
)
def test_few_rows_right_below_a_line_of_the_article_are_its_table(
    rows: list[str], above: float, below: str, kept: int, knowledge: Knowledge
) -> None:
    sentence = "The choir sang in the old harbour hall until the lights went out, and nobody left before the end."
    page = page_of(["Home", "News", "Sport", "Weather", "Search", sentence, *rows, below, "Terms"], knowledge)
    chances = [NO] * 5 + [above] + [NO] * len(rows) + [YES if page.prose[-2] else NO, NO]
    assert sum(lists_of(page, chances).items) == kept


COUNTED = "The villagers counted their votes in the old harbour hall until the lights went out."
ANNOUNCING = "The winning numbers of the raffle were:"
WARDS = ["North", "1,204", "South", "987", "Hill", "455"]


def cells_below(above: str, chance: float, lines: list[str], knowledge: Knowledge) -> list[str]:
    page = page_of(["Menu", above, *lines, COUNTED], knowledge)
    liking = liking_of(page, [NO, chance, *[NO] * len(lines), YES])
    return [page.text(at) for row in find_cells(page, liking) for at in row]


@pytest.mark.parametrize(
    ("lines", "kept"),
    [
        (WARDS, 6),
        (["Ward", "Votes", *WARDS], 8),  # the columns' heads
        ([*WARDS, "Vicarage", "Chapel"], 6),  # and no more than whole rows
        (["North", "1,204", "41%", "South", "987", "33%", "Hill", "455", "15%"], 9),
        (["North", "1,204", "ADVERTISEMENT", *WARDS[2:]], 6),
        (WARDS[:4], 0),  # two rows tell nothing
        (WARDS * 101, 0),  # no table is so long
        (["Share", "12", "Tweet", "34", "Email", "5"], 0),
        (["1", "2", "3", "4"], 0),  # a pager
    ],
)
def test_words_and_numbers_in_turn_are_cells(lines: list[str], kept: int, knowledge: Knowledge) -> None:
    assert len(cells_below(COUNTED, YES, lines, knowledge)) == kept
    assert not cells_below(COUNTED, NO, lines, knowledge)


@pytest.mark.parametrize(("numbers", "kept"), [(["4", "11", "23", "37"], 4), (["1", "2", "3", "4"], 0), (["4", "11"], 0)])
def test_numbers_that_a_line_announces_stay(numbers: list[str], kept: int, knowledge: Knowledge) -> None:
    assert len(cells_below(ANNOUNCING, YES, numbers, knowledge)) == kept
    assert not cells_below(COUNTED, YES, numbers, knowledge)


@pytest.mark.parametrize(
    ("heads", "kept"),
    [
        (["1998", "2006", "2015"], 3),
        (["3", "2", "1"], 3),
        (["14.05", "14.11 WIB", "Pukul 15.00 WIB"], 3),
        (["11:55am", "12:05pm", "1:10pm"], 3),
        (["1998", "12", "14:05"], 0),  # of different kinds
        (["12", "3", "40"], 0),  # counters
        (["1998"], 0),
    ],
)
@pytest.mark.parametrize("chance", [YES, NO])
def test_hours_and_years_above_the_parts_of_an_article_stay(
    heads: list[str], kept: int, chance: float, knowledge: Knowledge
) -> None:
    lines = [line for head in heads for line in (head, COUNTED.replace("votes", f"votes of {head}"))]
    page = page_of(lines, knowledge)
    found = [at for row in find_parted(page, liking_of(page, [NO, chance] * len(heads))) for at in row]
    assert len(found) == (kept if chance == YES else 0)


@pytest.mark.parametrize(
    ("items", "below", "kept"),
    [
        (["o A new gearbox", "o New ropes", "o No new paint"], COUNTED, 3),
        (["✓ A new gearbox", "✓ New ropes", "✗ No new paint"], COUNTED, 3),
        (["* A new gearbox", "* New ropes"], COUNTED, 0),  # so few may be links
        (["* A new gearbox", "* New ropes", "* No new paint"], "Log in", 0),
        (["* Farmers Build a Water Tower Again", "* New ropes", "* No new paint"], COUNTED, 0),  # a headline
        (["* Share on Facebook", "* New ropes", "* No new paint"], COUNTED, 0),
    ],
)
def test_a_few_items_between_two_paragraphs_are_the_article_s(
    items: list[str], below: str, kept: int, knowledge: Knowledge
) -> None:
    page = page_of([COUNTED, *items, below], knowledge)
    assert sum(lists_of(page, [YES, *[NO] * len(items), YES if below == COUNTED else NO]).items) == kept
