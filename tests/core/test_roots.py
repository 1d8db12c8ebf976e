"""Indonesian roots: words that must find each other do, and words that only look alike do not."""

import pytest
from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

from kliping.knowledge import DATA
from kliping.load import read_yaml
from kliping.roots import Affixes, Roots, load_affixes

AFFIXES = {path.stem: read_yaml(path, Affixes) for path in sorted((DATA / "affixes").glob("*.yml"))}
PAIRS = [(lang, *pair) for lang, affixes in AFFIXES.items() for pair in affixes.kin]
STRANGERS = [(lang, *pair) for lang, affixes in AFFIXES.items() for pair in affixes.strangers]


@pytest.fixture(scope="module")
def roots() -> dict[str, Roots]:
    return {lang: roots_of(lang) for lang in AFFIXES}


def roots_of(lang: str) -> Roots:
    return Roots(AFFIXES[lang], dict(DefaultDictionaryFactory().get_dictionary(lang).items()))


def family(word: str, roots: Roots) -> set[str]:
    """The word with its roots."""
    return {word.lower(), *roots.of(word.lower())}


@pytest.mark.parametrize(("lang", "one", "other"), PAIRS)
def test_kin_share_a_root(roots: dict[str, Roots], lang: str, one: str, other: str) -> None:
    assert family(one, roots[lang]) & family(other, roots[lang])


@pytest.mark.parametrize(("lang", "one", "other"), STRANGERS)
def test_strangers_do_not(roots: dict[str, Roots], lang: str, one: str, other: str) -> None:
    assert not family(one, roots[lang]) & family(other, roots[lang])


@pytest.mark.parametrize("affixes", AFFIXES.values(), ids=AFFIXES)
def test_pairs_are_sorted_and_stand_once(affixes: Affixes) -> None:
    for pairs in (affixes.kin, affixes.strangers):
        assert list(pairs) == sorted(set(pairs), key=lambda pair: [word.lower() for word in pair])


def test_a_word_without_a_known_root_has_none(roots: dict[str, Roots]) -> None:
    assert roots["id"].of("xyzzy") == roots["id"].of("kremlin") == ()


def test_a_loan_is_its_own_root_and_keeps_its_first_letter(roots: dict[str, Roots]) -> None:
    assert roots["id"].of("normalisasi") == roots["id"].of("menormalisasi") == ("normalisasi",)


def test_a_language_without_a_file_needs_none() -> None:
    assert load_affixes("en") is None


def test_a_short_word_that_ends_like_a_loan_has_no_root(roots: dict[str, Roots]) -> None:
    assert roots["id"].of("xasi") == ()
