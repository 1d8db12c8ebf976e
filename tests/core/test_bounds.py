"""Bounds that rules keep: what lies just inside one and just beyond it is judged otherwise."""

import pytest

from kliping.cleaning import clean
from kliping.cleaning.findings import findings_of
from kliping.cleaning.forms.bylines import read_byline
from kliping.cleaning.forms.closings import read_closing
from kliping.cleaning.forms.credits import credit_at
from kliping.cleaning.forms.datelines import read_bare_dateline
from kliping.cleaning.forms.moments import read_head_line, read_moment_line
from kliping.cleaning.forms.shapes import announces, is_prose
from kliping.cleaning.labels import label_lines
from kliping.cleaning.lexicon.compiled import compiled
from kliping.cleaning.page import Page
from kliping.cleaning.reading import decode, split_lines
from kliping.knowledge import Knowledge
from kliping.model import Block, Role
from kliping.sidecar import NO_SIDECAR

TREES = ("Alder", "Birch", "Cedar", "Elm", "Fir", "Hazel", "Larch", "Maple", "Oak", "Pine", "Rowan", "Spruce")
FARMERS = "Farmers in the {} of {} brought in twice as much rice as in the year before, the head of the village said."
BODY = [FARMERS.format(place, tree) for place in ("hamlet", "hills") for tree in TREES][:16]
TITLE = "Record Harvest Fills the Barns of Oldtown"


def page_of(lines: list[str], knowledge: Knowledge) -> Page:
    return Page(split_lines("\n".join(lines)), compiled(knowledge), NO_SIDECAR)


@pytest.mark.parametrize(("days", "is_list"), [(3, False), (4, True)])
def test_many_dated_lines_above_the_body_are_a_list_of_stories(days: int, is_list: bool, knowledge: Knowledge) -> None:
    page = page_of([TITLE, *(f"{day} May 2024" for day in range(1, days + 1)), *BODY], knowledge)
    assert page.lists_dates is is_list


@pytest.mark.parametrize(("below", "role"), [(1, Role.BOILERPLATE), (2, Role.BODY)])
def test_a_call_to_readers_is_none_among_more_than_the_last_sentences(below: int, role: Role, knowledge: Knowledge) -> None:
    """A twelfth of the running text is the last of sixteen sentences, and not the one above it."""
    place = len(BODY) - below
    page = page_of([TITLE, *BODY[:place], "Follow Example News on Twitter and Facebook.", *BODY[place:]], knowledge)
    assert [cut.role for cut in label_lines(page).labels[place + 1]] == [role]


FOOT = """Jakarta (Antara) - Villagers in the northern hills will build a bridge of
bamboo across the river before the rains of this year begin, the head of the
village council and two of its members said here on Thursday.
"We have asked the council of the neighbouring village and three carpenters
to come," he said during his visit to the market.
After he had spoken with the carpenters the head of the council left for the
Bukit Utara. (rst)
Villagers to Build a Bridge of Bamboo: Council
"""


@pytest.mark.parametrize(("between", "is_told"), [([], True), (["Editor: Rina Kartika"], True), (["Desa", "Kali"], False)])
def test_a_day_below_a_headline_at_the_foot_is_its_own_on_the_last_two_lines(
    between: list[str], is_told: bool, knowledge: Knowledge
) -> None:
    lines = [*FOOT.splitlines(), *between, "Jumat, 1 April 2016 9:39 WIB"]
    page = page_of(lines, knowledge)
    assert page.text(page.title_at or 0).startswith("Villagers to Build")
    assert (len(lines) - 1 in page.own_dates) is is_told


NAMES = "Budi Santoso", "Siti Aminah", "Rina Kartika", "Agus Wijaya", "Dewi Lestari", "Joko Susilo"


@pytest.mark.parametrize(("names", "is_read"), [(5, True), (6, False)])
def test_no_day_stands_behind_more_than_a_line_of_names(names: int, is_read: bool, knowledge: Knowledge) -> None:
    """Ninety characters at most stand before the day."""
    line = f"Penulis: {', '.join(NAMES[:names])} - 5 Mei 2024"
    assert (read_moment_line(line, compiled(knowledge)) is not None) is is_read


@pytest.mark.parametrize(("names", "is_read"), [(5, True), (6, False)])
def test_no_outlet_stands_behind_more_than_a_line_of_names(names: int, is_read: bool, knowledge: Knowledge) -> None:
    """Such a line has twelve spaces at most; a headline that ends with the site's name has more."""
    found = read_byline(f"{', '.join(NAMES[:names])} - detikNews", compiled(knowledge))
    assert (found is not None) is is_read


@pytest.mark.parametrize(
    ("caption", "is_credited"),
    [
        (f"Villagers cross the bridge of bamboo. Photo: {' '.join(TREES[:10])}", True),
        (f"Villagers cross the bridge of bamboo. Photo: {' '.join(TREES[:11])}", False),
        ("Warga memanen padi di lereng. Foto: Dinas Pertanian kabupaten Lereng", True),
        ("Warga memanen padi di lereng. Foto: Dinas Pertanian kabupaten setempat", False),
        ("Warga di jembatan bambu (gambar dari AFP)", True),
        ("Warga di jembatan bambu (gambar dari kantor AFP)", False),
    ],
)
def test_a_credit_is_short_and_mostly_names(caption: str, is_credited: bool, knowledge: Knowledge) -> None:
    assert (credit_at(caption, compiled(knowledge)) is not None) is is_credited


@pytest.mark.parametrize(
    ("line", "is_day"),
    [("21/06/2030 Rina Kartika Books, News", True), ("21/06/2030 Villagers built a bridge of bamboo", False)],
)
def test_what_a_day_begins_is_its_line_where_hardly_a_small_letter_follows(
    line: str, is_day: bool, knowledge: Knowledge
) -> None:
    assert (read_head_line(line, compiled(knowledge)) is not None) is is_day


@pytest.mark.parametrize(("days", "is_read"), [(3, True), (4, False)])
def test_a_line_of_many_days_is_a_schedule(days: int, is_read: bool, knowledge: Knowledge) -> None:
    line = " | ".join(f"{day} May 2030" for day in range(1, days + 1))
    assert (read_moment_line(line, compiled(knowledge)) is not None) is is_read


@pytest.mark.parametrize(("bars", "is_running"), [(2, True), (3, False)])
def test_words_between_many_bars_are_a_menu(bars: int, is_running: bool) -> None:
    parts = ["farmers in the valley", "barns full of rice", "a bridge of bamboo", "what the village says."]
    assert is_prose(" | ".join(parts[-bars - 1 :])) is is_running


@pytest.mark.parametrize(("mark", "media"), [("Ria", ()), ("Kumparan", ("Kumparan",))])
def test_only_a_short_agency_is_somebody_with_a_capital(mark: str, media: tuple[str, ...], knowledge: Knowledge) -> None:
    closing = read_closing(f"Warga pulang sore itu. ({mark})", compiled(knowledge))
    assert closing is not None
    assert (closing.media, [one.name for one in closing.authors]) == (media, [] if media else [mark])


@pytest.mark.parametrize(
    ("kinds", "wires"),
    [("kantor berita pemerintah kantor berita resmi", ["Reuters"]), ("kantor berita pemerintah " * 3, [])],
)
def test_a_cue_so_far_from_a_name_makes_no_source_of_it(kinds: str, wires: list[str], knowledge: Knowledge) -> None:
    """Sixty characters from the cue to the name, the kinds of media between them included."""
    told = f"Hal itu diketahui warga desa pada hari Senin pagi, dikutip {kinds.strip()} Reuters pada hari Selasa."
    text = "\n".join(
        ["Panen Raya Padi di Desa Sukamaju", "", told, "Warga desa itu memanen padi dua kali lipat, kata lurah."]
    )
    article = clean(text.encode(), id="page", source_path="page.txt", knowledge=knowledge)
    assert [wire.value for wire in article.wires] == wires


@pytest.mark.parametrize(("title", "at"), [("Record Harvest Fills", 0), ("Record Harvest Fills Barns", 1)])
def test_a_headline_of_four_words_stands_without_the_sites_name_too(title: str, at: int, knowledge: Knowledge) -> None:
    page = page_of([f"{title} - Example Times", title, "5 May 2024", *BODY], knowledge)
    assert page.title_at == at


def roles_of(lines: list[str], at: int, knowledge: Knowledge) -> list[Role]:
    return [cut.role for cut in label_lines(page_of(lines, knowledge)).labels[at]]


@pytest.mark.parametrize(("place", "role"), [("Valley", Role.SOURCE), ("Hill Valley", Role.BOILERPLATE)])
def test_a_source_has_eight_words_at_most(place: str, role: Role, knowledge: Knowledge) -> None:
    source = f"Source: Example Press Office of the Northern {place} District"
    assert roles_of([TITLE, "5 May 2030", *BODY[:6], source], 8, knowledge) == [role]


@pytest.mark.parametrize(("cut", "role"), [("Record…", Role.BOILERPLATE), ("Record Ha…", Role.DUPLICATE)])
def test_one_word_and_dots_are_no_copy_of_the_headline(cut: str, role: Role, knowledge: Knowledge) -> None:
    assert roles_of([TITLE, "5 May 2030", cut, *BODY[:6]], 2, knowledge) == [role]


@pytest.mark.parametrize(("between", "is_told"), [(3, True), (4, False)])
def test_a_day_above_the_headline_is_among_the_four_lines_right_above_it(
    between: int, is_told: bool, knowledge: Knowledge
) -> None:
    page = page_of(["5 May 2030", *TREES[:between], TITLE, *BODY], knowledge)
    assert page.title_at == between + 1
    assert (0 in page.own_dates) is is_told


@pytest.mark.parametrize(("place", "is_read"), [("Old Market Town", True), ("Old Market Town Hill", False)])
def test_a_place_in_small_letters_has_three_words_at_most(place: str, is_read: bool, knowledge: Knowledge) -> None:
    found = read_bare_dateline(f"{place} – Villagers built a bridge of bamboo.", compiled(knowledge))
    assert (found is not None) is is_read


CAPTION = "Villagers carry the last sacks of rice into the new barn."


@pytest.mark.parametrize(("front", "roles"), [("AP", [Role.CREDIT, Role.DUPLICATE]), ("1", [Role.BODY])])
def test_one_sign_before_a_sentence_said_twice_is_no_credit(front: str, roles: list[Role], knowledge: Knowledge) -> None:
    lines = [TITLE, "5 May 2030", CAPTION, f"{front} {CAPTION}", *BODY[:6]]
    assert roles_of(lines, 3, knowledge) == roles


@pytest.mark.parametrize(
    ("clause", "is_announcing"),
    [("What the head of the village told us:", True), ("Barns of Oldtown and New Oldtown:", False)],
)
def test_half_of_the_words_of_a_clause_before_a_list_are_small(clause: str, is_announcing: bool) -> None:
    assert announces(clause) is is_announcing


MENU = "Readers of this site may also want to hear what else happened in the {} valley this year, as others told us."
OTHERS = [MENU.format(tree) for tree in TREES]


@pytest.mark.parametrize(
    ("own", "others", "before", "is_alone"),
    [
        (4, 6, "<article>", False),  # an article of less than six tenths of the text that does not say so otherwise
        (6, 4, "<article>", True),
        (4, 6, "<article><h1>Harvest</h1>", True),  # three tenths are enough for one with the heading
        (4, 6, '<article><div itemprop="articleBody">', True),
        (2, 8, '<article><div itemprop="articleBody">', False),
    ],
)
def test_an_element_is_the_article_by_its_share_of_the_text(own: int, others: int, before: str, is_alone: bool) -> None:
    paragraphs = ["".join(f"<p>{words}</p>" for words in lines) for lines in (OTHERS[:others], BODY[:own])]
    page = f"<html><body><div>{paragraphs[0]}</div>{before}{paragraphs[1]}</article></body></html>"
    text = decode(page.encode(), "page.html")
    assert (BODY[0] in text, OTHERS[0] not in text) == (True, is_alone)


@pytest.mark.parametrize(("above", "is_liked"), [(0.1, True), (0.9, False)])
def test_only_what_stands_far_below_the_article_is_none_of_it(above: float, is_liked: bool, knowledge: Knowledge) -> None:
    """The menus above the only line that can be the article's are not far above it: it is the article."""
    page = page_of([FARMERS, *(f"{tree} {n}" for n in range(6) for tree in TREES), BODY[1]], knowledge)
    page.liking.chances, page.liking.cut = [above, *[0.01] * (len(page) - 2), 0.4], 0.3
    assert page.is_liked(len(page) - 1) is is_liked


@pytest.mark.parametrize(("chance", "codes"), [(0.4, ["doubtful_body"]), (0.6, [])])
def test_a_body_without_a_likely_line_is_doubted(chance: float, codes: list[str], knowledge: Knowledge) -> None:
    page = page_of([BODY[1], BODY[2]], knowledge)
    page.liking.chances, page.liking.cut = [0.3, chance], 0.2
    block = Block(kind="paragraph", text=BODY[1], line=1, anchor="p1")
    assert [finding.code for finding in findings_of(page, (), (block,))] == codes
