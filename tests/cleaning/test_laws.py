"""Laws of the cleaner, tried on texts nobody wrote."""

import unicodedata
from collections.abc import Callable
from random import Random

import pytest
from cleaning_laws import broken_laws
from hypothesis import given, settings
from hypothesis import strategies as st

from kliping.cleaning import clean
from kliping.cleaning.reading import raw_offset, split_lines
from kliping.cleaning.reading.mending import clean_text
from kliping.errors import UnreadableText
from kliping.knowledge import Knowledge, load_knowledge
from kliping.model import Article, Role

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
@given(TEXTS.filter(encodable), st.sampled_from(["law.txt", "law.html"]))
def test_every_file_keeps_the_laws(text: str, name: str) -> None:
    assert not list(broken_laws(text.encode(), name, KNOWLEDGE))


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
    paragraphs = (block.text for block in first.blocks if block.kind == "paragraph")
    body = "\n\n".join(text for text in paragraphs if sum(any(map(str.isalpha, word)) for word in text.split()) > 7)
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
@given(st.binary(max_size=300), st.sampled_from(["law.txt", "law.html"]))
def test_any_bytes_are_read_or_refused(data: bytes, name: str) -> None:
    assert not list(broken_laws(data, name, KNOWLEDGE))


SENTENCES = [
    "Warga Kampung Melati pulang ke rumah setelah banjir surut pada hari Senin, kata lurah setempat.",
    "“Kami senang sekali bisa pulang,” kata Budi, seorang pedagang di pasar itu – ia sudah tiga hari mengungsi.",
    "Follow the money, katanya kepada wartawan yang datang ke posko pengungsian kemarin.",
    "Baca buku itu penting bagi anak-anak yang belum bisa kembali ke sekolah, ujar sang guru.",
    "Advertisement adalah kata serapan yang sering ia dengar di café di tepi sungai itu.",
    "Pemerintah daerah akan membangun tanggul baru sepanjang dua kilometer mulai bulan depan.",
]
SPOILT: list[tuple[str, Callable[[str], str]]] = [
    ("trailing spaces", lambda text: text.replace("\n", "  \n")),
    ("CRLF", lambda text: text.replace("\n", "\r\n")),
    ("no-break spaces", lambda text: text.replace(" ", "\u00a0")),
    ("double spaces and tabs", lambda text: text.replace(" ", " \t ")),
    ("zero-width spaces", lambda text: text.replace("a", "a\u200b")),
    ("soft hyphens", lambda text: text.replace("ng", "n\u00adg")),
    ("decomposed letters", lambda text: unicodedata.normalize("NFD", text)),
    ("read in the wrong encoding", lambda text: text.encode().decode("latin-1")),
    ("control characters", lambda text: text.replace("kata", "ka\x00ta")),
]
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]
ARTICLES = st.lists(st.sampled_from(SENTENCES), min_size=3, max_size=6, unique=True).map(
    lambda body: "Warga Pulang Setelah Banjir Surut\n\nMELATI - " + "\n\n".join(body)
)


@settings(max_examples=60, deadline=None)
@given(ARTICLES, st.lists(st.sampled_from(SPOILT), max_size=3, unique_by=lambda one: one[0]))
def test_spoilt_characters_change_no_word_and_no_fate(text: str, ways: list[tuple[str, Callable[[str], str]]]) -> None:
    spoilt = text
    for _, spoil in sorted(ways, key=lambda one: [each[0] for each in SPOILT].index(one[0])):
        spoilt = spoil(spoilt)
    sound, found = cleaned(text), cleaned(spoilt)
    assert [block.text for block in found.blocks] == [block.text for block in sound.blocks]
    assert [(one.line, one.role, one.rule) for one in found.ledger] == [
        (one.line, one.role, one.rule) for one in sound.ledger
    ]
    lines = spoilt.split("\n")
    for block in found.blocks:  # each body span begins with the paragraph's own first word
        span = next(one for one in found.ledger if one.line == block.line and one.role is Role.BODY)
        assert clean_text(lines[block.line - 1][span.start : span.end]) == block.text


@settings(max_examples=60, deadline=None)
@given(ARTICLES, st.sampled_from(ENCODINGS))
def test_the_encoding_changes_nothing(text: str, encoding: str) -> None:
    article = clean(text.encode(encoding), id="law", source_path="law.txt", knowledge=KNOWLEDGE)
    assert article == cleaned(text)


@settings(max_examples=60, deadline=None)
@given(ARTICLES)
def test_no_planted_sentence_is_lost(text: str) -> None:
    body = " ".join(block.text for block in cleaned(text).blocks)
    assert all(sentence in body for sentence in text.partition("MELATI - ")[2].split("\n\n"))


HOSTILE = (
    "a ", "Aa ", '"', "“", ". ", ".", "- ", "—", "1", "1 ", "12:", "1/", "2024-", "(", ")", "((a) ", "[a] ", "<", "/", "A/",
    " | ", ", ", "A, ", ": ", "Baca juga: ", "Foto: ", "Penulis: ", "Sumber: ", "http://a.", "www.", "a@a.", "dikutip dari ",
    "Kompas.com ", "(ANTARA) ", "Senin, 3 Juni 2024 10:15 WIB ", "\t", "\u00a0", "\u200b", "\u0301\u0323", "â€œ", "*", "1. ",
    "• ", "JAKARTA, ", "By A and ", "Jan 1, ", "+07:00 ", "\r", "\x85", "kepada Kompas.com dan ", "dikutip detikEdu dari ",
    "(Baca: kabar baru ",
)  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
def test_a_hostile_line_is_read_in_one_go(piece: str) -> None:
    """Where an expression takes the square of the length, these do not end, nor does the short one that tries all ways.

    Growth is measured in `bench/`.
    """
    line = piece * (100_000 // len(piece))
    signed = f"{SENTENCES[-2]} {line[:540]}x. Ia Penulis: Budi Santoso Copyright © Harian Contoh 2030"
    article = cleaned(f"Warga Pulang\n\nMELATI - {SENTENCES[0]}\n\n{line}\n\n{SENTENCES[-1]}\n\n{signed}\n")
    assert SENTENCES[0] in " ".join(block.text for block in article.blocks)


@settings(max_examples=60, deadline=None)
@given(ARTICLES, st.randoms(use_true_random=False))
def test_sentences_cut_anywhere_lose_no_character(text: str, chance: Random) -> None:
    cut = "".join("\n" if char == " " and chance.random() < 0.2 else char for char in text)
    assert not list(broken_laws(cut.encode(), "law.txt", KNOWLEDGE))
