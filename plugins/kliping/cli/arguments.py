"""The words of a command line to a verb and its options."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from kliping.cli import verbs


def read_arguments(arguments: Sequence[str] | None) -> Namespace:
    """The options given, and as `run` the verb; None takes those of the command line. Ends the program for wrong usage."""
    parser = ArgumentParser(prog="kliping", description="Scraped news text to a bilingual, attributed digest.")
    names = parser.add_subparsers(required=True)
    for verb in VERBS:
        options = names.add_parser(verb.name, help=verb.summary)
        verb.add_options(options)
        options.set_defaults(run=verb.run)
    return parser.parse_args(arguments)


def _parse(options: ArgumentParser) -> None:
    options.add_argument("files", nargs="+", type=Path, metavar="FILE")
    options.add_argument("--json", action="store_true", help="one JSON object a line for each file")
    options.add_argument("--content", type=Path, metavar="DIR", help="also use a digest's vocabulary, topics and outlets")


def _check(options: ArgumentParser) -> None:
    options.add_argument("content", nargs="?", type=Path, default=Path("content"), metavar="DIR")
    options.add_argument("--langs", help="the digest's languages, such as id,en (default: those of its pelicanconf.py)")


def _check_data(options: ArgumentParser) -> None:
    options.add_argument("folder", nargs="?", type=Path, metavar="DIR")


def _add(options: ArgumentParser) -> None:
    options.add_argument("file", type=Path)
    options.add_argument("--id", help=f"the article's id, such as {verbs.EXAMPLE_ID}; one is proposed without")
    options.add_argument("--url", help="the address it was scraped from")
    options.add_argument(
        "--day", type=_day, default=date.today(), metavar="DAY", help="the day it is added (default: today)"
    )
    _add_content(options)


def _rename(options: ArgumentParser) -> None:
    options.add_argument("old", metavar="OLD")
    options.add_argument("new", metavar="NEW")
    _add_content(options)


def _translate(options: ArgumentParser) -> None:
    options.add_argument("lang", metavar="LANG")
    options.add_argument("ids", nargs="*", default=(), metavar="ID")
    _add_content(options)


def _add_content(options: ArgumentParser) -> None:
    options.add_argument("--content", type=Path, default=Path("content"), metavar="DIR")


def _day(written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError as error:
        raise ArgumentTypeError(f"`{written}` is no day; write it as {date.today()}") from error


class Verb(NamedTuple):
    """A word behind `kliping`."""

    name: str
    run: Callable[[Namespace], int]
    summary: str
    """What `--help` says of it."""
    add_options: Callable[[ArgumentParser], None]


VERBS = (
    Verb("parse", verbs.parse, "show what a file holds: article, sources, each line's fate", _parse),
    Verb("check", verbs.check, "list every error and finding of a digest", _check),
    Verb("check-data", verbs.check_data, "check the files of languages and outlets", _check_data),
    Verb("add", verbs.add, "put a scraped file into the digest", _add),
    Verb("rename", verbs.rename, "give an article another id; its old addresses lead on", _rename),
    Verb("translate", verbs.translate, "make or update the catalogues of a language", _translate),
)
"""In the order in which `--help` lists them."""
