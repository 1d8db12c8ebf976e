"""Every shipped data file: valid, explained in both languages, its patterns true to their examples."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml
from golden_cases import golden_folders

from kliping import cleaning
from kliping.cleaning import labels
from kliping.cleaning.lexicon.outlets import rules_of
from kliping.knowledge import DATA, Knowledge, LineRule, load_knowledge
from kliping.knowledge.languages import Language
from kliping.knowledge.outlets import Layout, Outlet
from kliping.knowledge.patterns import pattern_faults

KNOWLEDGE = load_knowledge()
LINE_RULES = [
    *((lang, rule) for lang, language in KNOWLEDGE.languages.items() for rule in language.lines),
    *((id_, rule) for id_, outlet in KNOWLEDGE.outlets.items() for rule in rules_of(outlet)),
]


@pytest.mark.parametrize(("owner", "rule"), LINE_RULES, ids=lambda one: one if isinstance(one, str) else one.id)
def test_line_rule_is_explained_and_has_something_to_match(owner: str, rule: LineRule) -> None:
    assert rule.words.keys() == {"id", "en"}
    assert rule.exact or rule.starts or rule.contains or rule.patterns


def test_rule_ids_are_unique_in_their_file() -> None:
    names = [f"{owner}.{rule.id}" for owner, rule in LINE_RULES]
    assert len(names) == len(set(names))


def test_patterns_are_true_to_their_examples() -> None:
    assert list(map(str, pattern_faults(KNOWLEDGE, DATA))) == []


def test_each_python_rule_is_explained_in_both_languages(knowledge: Knowledge) -> None:
    """Those that label lines, by their functions' names; those that only read values, by the names they write."""
    rules = {rule.__name__ for rule in (*labels.RULES, *labels.BEGINNINGS, *labels.ENDINGS, *labels.INSIDES)}
    sources = [path.read_text(encoding="utf-8") for path in Path(cleaning.__file__).parent.rglob("*.py")]
    assert rules <= set(knowledge.rules)
    assert [name for name in set(knowledge.rules) - rules if not any(f'"{name}"' in source for source in sources)] == []
    assert all(words.keys() == {"id", "en"} for words in knowledge.rules.values())


def test_outlet_ids_and_domains_are_plain_and_belong_to_one_outlet() -> None:
    domains = [domain for outlet in KNOWLEDGE.outlets.values() for domain in outlet.domains]
    assert len(domains) == len(set(domains))
    assert all(domain == domain.lower() and "." in domain for domain in domains)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", id_) for id_ in KNOWLEDGE.outlets)


def test_each_claim_is_said_in_both_languages_with_its_source_and_its_day() -> None:
    claims = [
        (f"{id_}.{key}", claim)
        for id_, outlet in KNOWLEDGE.outlets.items()
        for key, claim in (("owner", outlet.owner), ("state", outlet.state))
        if claim
    ]
    assert claims
    for name, claim in claims:
        assert all(claim.words.get(lang, "").strip() for lang in ("id", "en")), name
        source = urlsplit(claim.source)
        assert source.scheme in ("http", "https") and source.hostname, name
        assert claim.checked and date.fromisoformat(claim.checked) <= date.today(), name


def test_each_described_layout_has_a_golden_case() -> None:
    cases = {folder.parent.name for folder in golden_folders()}
    assert not [id_ for id_, outlet in KNOWLEDGE.outlets.items() if outlet.layouts and id_ not in cases]
    assert cases <= set(KNOWLEDGE.outlets) | {"unknown"}


def test_every_file_in_the_data_folder_is_read() -> None:
    files = {path.relative_to(DATA).as_posix() for path in DATA.rglob("*.yml")}
    assert [path.name for path in sorted(DATA.glob("*.json"))] == ["line_model.json", "line_net.json"]
    read = {f"languages/{lang}.yml" for lang in KNOWLEDGE.languages} | {f"outlets/{id_}.yml" for id_ in KNOWLEDGE.outlets}
    others = {path.relative_to(DATA).as_posix() for path in (DATA / "affixes").glob("*.yml")}
    assert files == read | others | {"everyday_words.yml", "first_names.yml", "line_words.yml", "rules.yml"}


@pytest.mark.parametrize("path", sorted(DATA.rglob("*.yml")), ids=lambda path: path.stem)
def test_each_file_is_read_alike_without_the_library_in_c(path: Path) -> None:
    """PyYAML comes without it where no wheel fits, and its own parser is stricter with question marks."""
    text = path.read_text(encoding="utf-8")
    assert yaml.load(text, Loader=yaml.BaseLoader) == yaml.load(text, Loader=yaml.CBaseLoader)


@pytest.mark.parametrize(
    "path", sorted([*DATA.glob("languages/*.yml"), *DATA.glob("outlets/*.yml")]), ids=lambda path: path.stem
)
def test_keys_are_in_the_order_of_their_guide_and_lists_are_sorted(path: Path) -> None:
    content = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
    layouts = content.get("layouts", [])
    rules = [rule for part in (content, *layouts) for rule in part.get("lines", [])]
    kinds = ((Language if path.parent.name == "languages" else Outlet, [content]), (Layout, layouts), (LineRule, rules))
    for kind, parts in kinds:
        for part in parts:
            assert list(part) == [key for key in kind.__struct_fields__ if key in part]
    for key, words in word_lists("", content):
        assert key == "domains" or words == sorted(words, key=str.casefold), key  # of these, the main one is first


def word_lists(key: str, content: Any) -> Iterator[tuple[str, list[str]]]:
    if isinstance(content, dict):
        for name, each in content.items():
            yield from word_lists(name, each)
    elif isinstance(content, list) and isinstance(content[0], str):
        yield key, content
    elif isinstance(content, list):
        for each in content:
            yield from word_lists(key, each)


def test_rules_are_explained_in_the_order_of_their_ids() -> None:
    ids = list(yaml.load((DATA / "rules.yml").read_text(encoding="utf-8"), Loader=yaml.CBaseLoader))
    assert ids == sorted(ids)


@pytest.mark.parametrize("name", ["first_names", "everyday_words"])
def test_lists_of_words_are_plain_small_and_sorted(name: str) -> None:
    lines = (DATA / f"{name}.yml").read_text(encoding="utf-8").splitlines()
    words = [word for line in lines if line.startswith("  ") for word in line.split()]
    assert words == sorted(set(words))
    assert all(word.isascii() and word.isalpha() and word.islower() for word in words)
    assert getattr(KNOWLEDGE, name) == {"en": frozenset(words)}
