"""Articles that share wording: the rewrite is found, independent reports are not."""

from pathlib import Path

import pytest
from newsroom.articles import article
from newsroom.content import LANGS, VISIT, write_content

from kliping.digest import relating
from kliping.digest.model import Digest
from kliping.digest.relating import MOST, counter, find_likenesses, sketch
from kliping.knowledge import Knowledge
from kliping.memory import PlainMemory
from kliping.model import Article, Role
from kliping.pipeline import read_digest

KUMPARAN = "2024-08-19-kumparan-putin-berkunjung-ke-baku"
TRADE = """Menteri Menandatangani Perjanjian Dagang

Selasa, 20 Agustus 2024 - 09:00 WIB

Menteri perdagangan menandatangani perjanjian baru dengan tiga negara tetangga pada Selasa sore.

Perjanjian itu menurunkan bea masuk untuk teh, kopi dan kayu selama sepuluh tahun mendatang.
"""
PERANAN = "2024-08-19-peranan-kunjungan-putin-ke-baku"


def words(start: int, count: int) -> str:
    return " ".join(f"kata{number}" for number in range(start, start + count))


def likenesses(**articles: Article) -> dict[str, list[tuple[str, float]]]:
    found = find_likenesses({id_: sketch(one) for id_, one in articles.items()}, counter(articles.__getitem__))
    return {id_: [(like.article, round(like.share, 2)) for like in found.get(id_, ())] for id_ in articles}


def test_the_rewrite_among_the_five_is_found_and_no_other_pair(digest: Digest) -> None:
    pairs = {(id_, like.article) for id_, clipping in digest.clippings.items() for like in clipping.likenesses}
    assert pairs == {(KUMPARAN, PERANAN), (PERANAN, KUMPARAN)}


def test_the_share_is_that_of_each_articles_own_wording() -> None:
    found = likenesses(long=article(words(0, 103)), short=article(words(0, 53)))
    assert found == {"long": [("short", 0.5)], "short": [("long", 1.0)]}


@pytest.mark.parametrize(("shared", "is_like"), [(2, True), (1, False), (0, False)])
def test_a_tenth_of_the_shorter_piece_makes_two_alike(shared: int, is_like: bool) -> None:
    """Of its twenty runs, however small a part that is of the longer one; equal sketches make candidates of the two."""
    short, long = article(words(0, 23)), article(words(0, 3 + shared) if shared else "", words(900, 400))
    opened = {"short": short, "long": long}
    found = find_likenesses(dict.fromkeys(opened, sketch(short)), counter(opened.__getitem__))
    assert [like.article for like in found.get("short", ())] == (["long"] if is_like else [])


def test_a_reader_sees_the_likest_first() -> None:
    found = likenesses(a=article(words(0, 60)), b=article(words(0, 40), words(900, 20)), c=article(words(0, 60)))
    assert [other for other, _ in found["a"]] == ["c", "b"]


def test_case_and_punctuation_do_not_hide_a_copy() -> None:
    found = likenesses(a=article("Satu dua, tiga empat; lima."), b=article("SATU DUA TIGA EMPAT LIMA"))
    assert found["a"] == [("b", 1.0)]


def test_headlines_and_pointers_are_not_compared() -> None:
    one = article((Role.TITLE, words(0, 30)), (Role.SEE_ALSO, words(50, 30)), words(100, 40))
    other = article((Role.TITLE, words(0, 30)), (Role.SEE_ALSO, words(50, 30)), words(200, 40))
    assert likenesses(one=one, other=other) == {"one": [], "other": []}


@pytest.mark.parametrize("text", ["", "Dua kata.", "Tiga kata saja."])
def test_a_piece_too_short_to_compare_is_like_nothing(text: str) -> None:
    assert likenesses(a=article(text), b=article(text)) == {"a": [], "b": []}


def test_the_order_of_the_files_changes_nothing() -> None:
    articles = {f"a{number}": article(words(number * 10, 60)) for number in range(6)}
    backwards = dict(reversed(articles.items()))
    assert likenesses(**articles) == likenesses(**backwards)


def test_of_many_copies_each_names_others_but_not_all() -> None:
    """A thousand pairs each are dear; a page shows five."""
    copies = {f"copy-{number:03}": article("Satu dua tiga empat lima enam tujuh delapan.") for number in range(120)}
    found = find_likenesses({id_: sketch(one) for id_, one in copies.items()}, counter(copies.__getitem__))
    assert set(found) == set(copies)
    assert sum(map(len, found.values())) <= 2 * MOST * len(copies)


def test_articles_that_are_like_no_other_are_not_opened() -> None:
    """A digest of ten thousand articles compares few of them after an edit."""
    articles = {"a": article(words(0, 60)), "b": article(words(0, 60)), "c": article(words(500, 60))}
    opened = []

    def open_one(id_: str) -> Article:
        opened.append(id_)
        return articles[id_]

    find_likenesses({id_: sketch(one) for id_, one in articles.items()}, counter(open_one))
    assert sorted(opened) == ["a", "b"]


def test_articles_whose_words_did_not_change_are_not_compared_again(
    tmp_path: Path, knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = {"a": VISIT, "b": VISIT, "c": TRADE, "d": TRADE}
    content = write_content(tmp_path, {f"articles/{id_}.txt": text for id_, text in texts.items()})
    (content / "articles/visit.txt").unlink()
    memory, opened = PlainMemory(), list[str]()
    shingles = relating.shingles

    def noted(one: Article) -> frozenset[str]:
        opened.append(one.id)
        return shingles(one)

    def read() -> dict[str, set[str]]:
        opened.clear()
        digest, _ = read_digest(content, LANGS, knowledge, memory)
        return {id_: {like.article for like in likes} for id_, likes in digest.likenesses.items()}

    assert read() == {"a": {"b"}, "b": {"a"}, "c": {"d"}, "d": {"c"}}
    monkeypatch.setattr(relating, "shingles", noted)
    (content / "articles/d.txt").write_text(TRADE.replace("sore", "malam"), encoding="utf-8")
    assert read() == {"a": {"b"}, "b": {"a"}, "c": {"d"}, "d": {"c"}}
    assert set(opened) == {"c", "d"}
    (content / "articles/c.txt").unlink()
    assert read() == {"a": {"b"}, "b": {"a"}}
