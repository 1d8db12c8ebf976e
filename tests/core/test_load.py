"""Data files: read as they stand, and every fault named with its file, its line and the nearest valid name."""

import pickle
from datetime import date
from pathlib import Path
from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Struct

from kliping.errors import InvalidData, KlipingError
from kliping.load import line_of_key, parse_yaml, read_yaml, suggest

FILE = Path("content/some.yml")


class Claim(Struct, frozen=True, forbid_unknown_fields=True):
    words: dict[str, str]
    source: str | None = None


class Outlet(Struct, frozen=True, forbid_unknown_fields=True):
    policy: Literal["full", "excerpt"]
    name: str = ""
    claims: tuple[Claim, ...] = ()


class Register(Struct, frozen=True, forbid_unknown_fields=True):
    default: Outlet | None = None
    added: date | None = None
    paragraphs: int = 0
    pages: dict[int, str] = {}
    outlets: dict[str, Outlet] = {}


def caught(text: str | bytes, schema: Any = Register) -> InvalidData:
    with pytest.raises(InvalidData) as error:
        parse_yaml(text, FILE, schema)
    assert error.value.path == FILE
    return error.value


@pytest.mark.parametrize("word", ["no", "on", "1e3", "2024-08-19", "007", "null", "~", "0x10", "Norway", "*"])
def test_words_stay_as_they_stand_in_the_file(word: str) -> None:
    quoted = f"'{word}'" if word == "*" else word
    assert parse_yaml(f"default: {{policy: full, name: {quoted}}}", FILE, Register).default == Outlet("full", word)


def test_values_are_converted_by_the_schema_alone() -> None:
    read = parse_yaml("added: 2024-08-19\nparagraphs: 2", FILE, Register)
    assert (read.added, read.paragraphs) == (date(2024, 8, 19), 2)


@pytest.mark.parametrize("text", ["", "# nothing but a comment\n", "---\n"])
def test_an_empty_file_is_all_defaults(text: str) -> None:
    assert parse_yaml(text, FILE, Register) == Register()


def test_a_repeated_value_may_be_written_once() -> None:
    read = parse_yaml("outlets:\n  a: &same {policy: full}\n  b: *same\n", FILE, Register)
    assert read.outlets["a"] == read.outlets["b"]


@pytest.mark.parametrize(
    ("text", "line", "key", "hint"),
    [
        ("added: 2024-08-19\nparagrafs: 2\n", 2, "paragrafs", "`paragraphs`"),
        ("default:\n  policy: full\n  nam: x\n", 3, "nam", "`name`"),
        ("outlets:\n  a:\n    policy: full\n  b:\n    name: x\n    polcy: full\n", 6, "polcy", "`policy`"),
        ("outlets: {a: {policy: full, claims: [{words: {}}, {word: {}}]}}", 1, "word", "`words`"),
        ("outlets:\n  a:\n    policy: full\n    claims:\n      - words: {}\n        sorce: x\n", 6, "sorce", "`source`"),
    ],
)
def test_an_unknown_key_is_named_with_its_line_and_the_nearest_valid_one(text: str, line: int, key: str, hint: str) -> None:
    error = caught(text)
    assert (error.line, error.key) == (line, key)
    assert hint in error.advice


def test_only_keys_that_are_valid_in_that_place_are_offered() -> None:
    """`words` is a key of a claim, deep inside; at the top it would be as wrong as `word`."""
    assert "`words`" not in caught("word: x").advice
    assert "`added`" not in caught("outlets: {a: {policy: full, aded: x}}").advice


@pytest.mark.parametrize(
    ("text", "line", "key"),
    [
        ("paragraphs: two", 1, "paragraphs"),
        ("\nadded: yesterday\n", 2, "added"),
        ("outlets:\n  a: {policy: full}\n  b:\n    name: x\n    policy: all\n", 5, "outlets.b.policy"),
        ("outlets:\n  a: {policy: full}\n  b: full\n", 3, "outlets.b"),
        ("outlets:\n  a: {policy: full}\n  b:\n    name: x\n", 3, "outlets.b"),
        ("outlets:\n  a:\n    policy: full\n    claims:\n      - {words: {}}\n      - {words: x}\n", 6, None),
        ("- a\n- b\n", 1, None),
        ("just words", 1, None),
    ],
)
def test_a_wrong_value_is_named_with_its_line(text: str, line: int, key: str | None) -> None:
    error = caught(text)
    assert error.line == line
    assert key is None or error.key == key


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("added: 2026-13-01", "`added`: `2026-13-01` is no day. Write it as 2026-11-24."),
        ("paragraphs: two", "`paragraphs`: `two` is no whole number. Write it in digits."),
        ("pages: {one: x}", "`pages.one`: `one` is no whole number. Write it in digits."),
        (
            "default: full",
            "`default`: `full` has no keys. Write each thing said of it as `key: value`. Valid here: `",
        ),
        ("default: {name: x}", "`default`: lacks `policy`. Add it."),
        ("default: {policy: full, name: [x]}", "`default.name`: is not words alone."),
        ("default: {policy: full, claims: x}", "`default.claims`: `x` is no list. Write it as `[one, another]`"),
        ("[x]", "has no keys."),
        ("default: {policy: full, claims: {words: {id: x}, source: y}}", "`default.claims`: is no list."),
        ("outlets: [{policy: full}, x]", "`outlets`: has no keys."),
    ],
)
def test_a_wrong_value_is_told_without_a_programmers_words(text: str, said: str) -> None:
    assert str(caught(text)).startswith(f"{FILE}:1: {said}")
    assert len(caught(text).each) == 1


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("added: [2024\nparagraphs: 1\n", 2),
        ("added: 2024\n  name: x\n", 2),
        ("default:\n\tpolicy: full\n", 2),
        ("default: {policy: full}\ndefault: {policy: full}\n", 2),
        ("a: 1\n---\nb: 2\n", 2),
        ("default: {policy: full, name: {{ 7*7 }}}", 1),
        ("added: 2024-08-19\n? [a, b]\n: c\n", 2),
        ("default: *nobody\n", 1),
        ("default: &me {policy: full, claims: [*me]}\n", 1),
        (b"added: 2024-08-19\ndefault: {policy: full, name: Caf\xe9}\n", 2),
        ("added: 2024-08-19\ndefault: {policy: full, name: a\x07b}\n", 2),
    ],
)
def test_what_is_no_yaml_is_named_with_its_line(text: str | bytes, line: int) -> None:
    assert caught(text).line == line


def test_every_fault_is_named_by_line_and_none_that_follows_from_another() -> None:
    text = "paragraphs: two\ncolour: red\noutlets:\n  a:\n    policy: all\n    nam: x\n  b:\n    claims: [{}, x]\n"
    error = caught(text)
    assert [(each.line, each.key) for each in error.each] == [
        (1, "paragraphs"), (2, "colour"), (5, "outlets.a.policy"), (6, "nam"),
        (7, "outlets.b"), (8, "outlets.b.claims[0]"), (8, "outlets.b.claims[1]"),
    ]  # fmt: skip
    assert str(error).splitlines() == [str(each) for each in error.each]


def test_checks_see_what_is_sound_of_a_broken_file() -> None:
    seen: list[Register] = []

    def check(register: Register) -> list[InvalidData]:
        seen.append(register)
        return [InvalidData("is odd", path=FILE, line=9, advice="Look.")]

    with pytest.raises(InvalidData) as error:
        parse_yaml("added: 2024-08-19\nparagraphs: two\noutlets: {a: {policy: full}, b: {}}", FILE, Register, check)
    assert seen == [Register(added=date(2024, 8, 19), outlets={"a": Outlet("full")})]
    assert [each.line for each in error.value.each] == [2, 3, 9]


def test_several_faults_pass_from_one_process_to_another() -> None:
    error = caught("colour: red\nparagraphs: two\n")
    assert len(error.each) == 2
    assert [str(each) for each in pickle.loads(pickle.dumps(error)).each] == [str(each) for each in error.each]


@given(st.text(max_size=60))
def test_whatever_stands_in_a_file_is_read_or_named(text: str) -> None:
    try:
        parse_yaml(text, FILE, Register)
    except KlipingError as error:
        assert error.path == FILE


def test_a_message_says_where_what_and_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "outlets.yml"
    path.write_text("outlets:\n  a: {polcy: full}\n", encoding="utf-8")
    with pytest.raises(InvalidData) as error:
        read_yaml(path, Register)
    assert str(error.value) == f"{path}:2: `polcy`: is no key known here. Did you mean `policy`?"


@pytest.mark.parametrize(
    ("name", "valid", "hint"),
    [
        ("kumparn", ["kumparan", "republika"], "Did you mean `kumparan`?"),
        ("zzz", ["b", "a"], "Valid here: `a`, `b`."),
        ("zzz", [], "No name is valid here."),
    ],
)
def test_the_nearest_name_is_offered(name: str, valid: list[str], hint: str) -> None:
    assert suggest(name, valid) == hint


def test_a_keys_line_is_found_by_its_way_from_the_root() -> None:
    text = "a:\n  - b: 1\n  - b: 2\n    c: 3\n"
    assert line_of_key(text, "a", "1", "c") == 4
    assert line_of_key(text, "a", "0", "c") == 2
    assert line_of_key(text, "z") is None


def test_an_empty_file_that_must_hold_something_is_named() -> None:
    assert "`policy`" in str(caught("", Outlet))
