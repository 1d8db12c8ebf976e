"""Laws of the cleaner, tried on texts nobody wrote."""

from hypothesis import given, settings
from hypothesis import strategies as st

from kliping.cleaning import clean
from kliping.cleaning.mending import clean_text
from kliping.cleaning.reading import decode, raw_offset, split_lines
from kliping.errors import UnreadableText
from kliping.knowledge import Knowledge, load_knowledge
from kliping.model import Article

KNOWLEDGE = load_knowledge()

NEWS_LINES = st.sampled_from(
    [
        "Perang Usai, Warga Pulang ke Rumah",
        "Senin, 3 Juni 2024 - 10:15 WIB",
        "Warga pulang ke rumah masing-masing setelah perang usai, kata kepala desa.",
        "JAKARTA - Warga pulang ke rumah masing-masing setelah perang usai, kata kepala desa.",
        "“Kami senang,” ujar Budi. (abc/def)",
        "Warga di pasar. Foto: Budi/ANTARA",
        "Baca Juga: Harga Beras Naik",
        "ADVERTISEMENT",
        "Berita Terkait",
        "Topik:",
        "  • perang",
        "1. Warga pulang",
        "(abc)",
        "sumber : https://www.aa.com.tr/id/dunia/1",
        "Penulis: Budi Santoso | Editor: Sari",
        "",
        "\u00a0",
        "31 Februari 2024",
    ]
)
TEXTS = st.one_of(
    st.text(max_size=400),
    st.lists(st.one_of(NEWS_LINES, st.text(max_size=60)), max_size=25).map("\n".join),
)


def cleaned(text: str, knowledge: Knowledge = KNOWLEDGE) -> Article:
    return clean(text.encode(), id="law", source_path="law.txt", knowledge=knowledge)


def encodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


@settings(max_examples=300, deadline=None)
@given(TEXTS.filter(encodable))
def test_spans_tile_every_line(text: str) -> None:
    data = text.encode()
    try:
        article, decoded = cleaned(text), decode(data)
    except UnreadableText:
        return
    lines = decoded.split("\n")
    parts: dict[int, list[str]] = {n: [] for n in range(1, len(lines) + 1)}
    ends: dict[int, int] = {}
    for span in article.ledger:
        assert span.start == ends.get(span.line, 0)
        assert span.end > span.start or not lines[span.line - 1]
        ends[span.line] = span.end
        parts[span.line].append(lines[span.line - 1][span.start : span.end])
    assert "\n".join("".join(parts[n]) for n in sorted(parts)) == decoded


@settings(max_examples=300, deadline=None)
@given(TEXTS.filter(encodable))
def test_every_rule_that_speaks_has_words(text: str) -> None:
    try:
        article = cleaned(text)
    except UnreadableText:
        return
    for span in article.ledger:
        words = KNOWLEDGE.words_of(span.rule)
        assert words is not None and {"id", "en"} <= words.keys(), span.rule


@settings(max_examples=200, deadline=None)
@given(TEXTS.filter(encodable))
def test_cleaning_a_cleaned_body_keeps_all_of_it(text: str) -> None:
    try:
        first = cleaned(text)
    except UnreadableText:
        return
    body = "\n\n".join(block.text for block in first.blocks if block.kind == "paragraph" and len(block.text.split()) > 7)
    kept = {"title", "standfirst", "dateline", "body", "caption", "credit", "quote", "list", "heading", "signoff", "source"}
    again = cleaned(body)
    assert all(span.role.value in kept | {"blank", "duplicate"} for span in again.ledger)


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet=st.characters(exclude_characters="".join(map(chr, range(0xC2, 0xF5)))), max_size=200))
def test_cleaning_a_line_twice_changes_nothing(raw: str) -> None:
    assert clean_text(clean_text(raw)) == clean_text(raw)


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=80).filter(lambda text: "\n" not in text))
def test_offsets_rise_and_stay_in_the_line(raw: str) -> None:
    for line in split_lines(raw):
        places = [raw_offset(line, at) for at in range(len(line.text) + 1)]
        assert places == sorted(places)
        assert all(line.start <= place <= line.start + len(line.raw) for place in places)


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        article = clean(data, id="law", source_path="law.txt", knowledge=KNOWLEDGE)
    except UnreadableText as refusal:
        assert refusal.advice
        return
    assert article.blocks or article.findings
