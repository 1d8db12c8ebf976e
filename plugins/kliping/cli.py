"""The command `kliping`: each verb is one function, and all that is printed goes through `_say` and `_complain`.

A verb imports what it needs when it runs, because importing everything takes longer than cleaning an article.
"""

import argparse
import gc
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from kliping.errors import KlipingError
from kliping.garbage import SELDOM

EXAMPLE_ID = "2024-08-19-kumparan-putin-ke-baku"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one verb; its exit status: 0, 1 if something was wrong with the input, 2 for wrong usage."""
    gc.set_threshold(SELDOM)
    options = _parser().parse_args(arguments)
    run: Callable[[argparse.Namespace], int] = options.run
    try:
        return run(options)
    except KlipingError as error:
        _complain(str(error))
        return 1
    except BrokenPipeError:
        sys.stderr.close()
        return 1
    except OSError as error:  # a folder that may not be written to, a full disk
        place = f"{error.filename}: " if error.filename else ""
        _complain(f"{place}{error.strerror or error}. Make room or give leave, and try again.")
        return 1


def parse(options: argparse.Namespace) -> int:
    """Print what each file holds; a broken file is reported, and the others are printed all the same."""
    import msgspec

    from kliping.digest.parsing import describe, parse_article
    from kliping.digest.register_files import read_registers
    from kliping.digest.registers import with_register
    from kliping.digest.tagging import index_names
    from kliping.knowledge import load_knowledge
    from kliping.report import as_text

    knowledge, registers = load_knowledge(), None
    if options.content:
        registers, errors = read_registers(options.content, knowledge)
        knowledge = with_register(knowledge, registers.outlets)
        for error in errors:
            _complain(str(error))
    broken = 0
    for path in options.files:
        sidecar = path.with_suffix(".yml")
        try:
            parsed = parse_article(path, sidecar if sidecar.is_file() else None, knowledge)
        except KlipingError as error:
            _complain(str(error))
            broken += 1
            continue
        article = parsed.article
        if registers:
            article = describe(parsed, registers, index_names(registers.vocabulary, article.lang))
        _say(msgspec.json.encode(article).decode() if options.json else as_text(article, parsed.text))
    return 1 if broken else 0


def check(options: argparse.Namespace) -> int:
    """Read a whole digest, and list every error and then every finding, in the order of the files."""
    from kliping.digest.curating.settings import find_langs
    from kliping.digest.doubts import find_doubts, find_register_doubts, find_translation_doubts
    from kliping.digest.prose import read_prose
    from kliping.knowledge import load_knowledge, require_languages
    from kliping.memory import PlainMemory
    from kliping.pipeline import read_articles, read_digest

    knowledge, memory = load_knowledge(), PlainMemory()
    langs = _langs(options.langs) if options.langs else find_langs(options.content) or tuple(knowledge.languages)
    require_languages(langs, knowledge)
    digest, broken = read_digest(options.content, langs, knowledge, memory)
    errors = (*broken, *read_prose(options.content, digest)[1])
    for error in errors:
        _complain(str(error))
    doubts = find_doubts(read_articles(digest, options.content, knowledge, memory))
    doubts += find_translation_doubts(digest, options.content)
    doubts += find_register_doubts(digest, options.content)
    for path, finding in doubts:
        place = f"{path}:{finding.line}" if finding.line else path
        _say(f"{place}: {finding.message} [{finding.code}]")
    counts = {"article": len(digest.clippings), "error": len(errors), "finding": len(doubts)}
    _say(", ".join(f"{count} {name}{'s' if count != 1 else ''}" for name, count in counts.items()))
    return 1 if errors else 0


def check_data(options: argparse.Namespace) -> int:
    """Check every file of languages and outlets, each pattern by its examples too."""
    from kliping.knowledge import DATA, load_knowledge
    from kliping.knowledge.patterns import pattern_faults

    folder = options.folder or DATA
    knowledge = load_knowledge(folder)
    faults = list(pattern_faults(knowledge, folder))
    for fault in faults:
        _complain(str(fault))
    if not faults:
        _say(f"{len(knowledge.languages)} languages and {len(knowledge.outlets)} outlets are in order")
    return 1 if faults else 0


def add(options: argparse.Namespace) -> int:
    """Put a scraped file and a sidecar into a digest under an id; without an id, propose one and write nothing."""
    from kliping.digest.curating.adding import add_source, propose_id
    from kliping.knowledge import load_knowledge

    if options.id is None:
        proposed = propose_id(options.file, options.url, load_knowledge()) or EXAMPLE_ID
        _complain(f"Choose the id it keeps for ever, such as: --id {proposed}")
        return 2
    for path in add_source(options.file, options.content, options.id, url=options.url, day=options.day):
        _say(f"wrote {path}")
    return 0


def rename(options: argparse.Namespace) -> int:
    """Give an article another id: its old addresses lead to the new ones, and all that names it is changed."""
    from kliping.digest.curating.renaming import rename_article
    from kliping.knowledge import load_knowledge

    for path in rename_article(options.content, options.old, options.new, tuple(load_knowledge().languages)):
        _say(f"wrote {path}")
    return 0


def translate(options: argparse.Namespace) -> int:
    """Make or update the catalogues of a language; a broken article or catalogue is reported and left as it is."""
    from kliping.digest.parsing import parse_article
    from kliping.digest.register_files import read_registers
    from kliping.digest.registers import with_register
    from kliping.digest.sources import find_sources
    from kliping.digest.translating.updating import update_catalogue
    from kliping.knowledge import load_knowledge, require_languages
    from kliping.load import suggest

    knowledge = load_knowledge()
    require_languages([options.lang], knowledge)
    registers, unread = read_registers(options.content, knowledge)
    knowledge = with_register(knowledge, registers.outlets)
    sources, unfound = find_sources(options.content, tuple(knowledge.languages))
    for error in (*unread, *unfound):
        _complain(str(error))
    broken = len(unread) + len(unfound)
    wanted = [source for source in sources if source.id in options.ids or not options.ids]
    for source in wanted:
        try:
            sidecar = Path(source.sidecar) if source.sidecar else None
            article = parse_article(Path(source.path), sidecar, knowledge).article
            if article.lang == options.lang:
                if options.ids:
                    _say(f"{source.path}: is written in `{options.lang}` already")
            else:
                path = options.content / "translations" / options.lang / f"{source.id}.po"
                _say(f"{path}: {update_catalogue(article, path, options.lang)}")
        except KlipingError as error:
            _complain(str(error))
            broken += 1
    for id_ in sorted(set(options.ids) - {source.id for source in wanted}):
        _complain(f"{id_}: no such article in {options.content}. {suggest(id_, [source.id for source in sources])}")
        broken += 1
    return 1 if broken else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="kliping", description="Scraped news text to a bilingual, attributed digest.")
    verbs = parser.add_subparsers(required=True)

    verb = verbs.add_parser("parse", help="show what a file holds: article, sources, each line's fate")
    verb.add_argument("files", nargs="+", type=Path, metavar="FILE")
    verb.add_argument("--json", action="store_true", help="one JSON object a line for each file")
    verb.add_argument("--content", type=Path, metavar="DIR", help="also use a digest's vocabulary, topics and outlets")
    verb.set_defaults(run=parse)

    verb = verbs.add_parser("check", help="list every error and finding of a digest")
    verb.add_argument("content", nargs="?", type=Path, default=Path("content"), metavar="DIR")
    verb.add_argument("--langs", help="the digest's languages, such as id,en (default: those of its pelicanconf.py)")
    verb.set_defaults(run=check)

    verb = verbs.add_parser("check-data", help="check the files of languages and outlets")
    verb.add_argument("folder", nargs="?", type=Path, metavar="DIR")
    verb.set_defaults(run=check_data)

    verb = verbs.add_parser("add", help="put a scraped file into the digest")
    verb.add_argument("file", type=Path)
    verb.add_argument("--id", help=f"the article's id, such as {EXAMPLE_ID}; one is proposed without")
    verb.add_argument("--url", help="the address it was scraped from")
    verb.add_argument("--day", type=_day, default=date.today(), metavar="DAY", help="the day it is added (default: today)")
    verb.add_argument("--content", type=Path, default=Path("content"), metavar="DIR")
    verb.set_defaults(run=add)

    verb = verbs.add_parser("rename", help="give an article another id; its old addresses lead on")
    verb.add_argument("old", metavar="OLD")
    verb.add_argument("new", metavar="NEW")
    verb.add_argument("--content", type=Path, default=Path("content"), metavar="DIR")
    verb.set_defaults(run=rename)

    verb = verbs.add_parser("translate", help="make or update the catalogues of a language")
    verb.add_argument("lang", metavar="LANG")
    verb.add_argument("ids", nargs="*", default=(), metavar="ID")
    verb.add_argument("--content", type=Path, default=Path("content"), metavar="DIR")
    verb.set_defaults(run=translate)
    return parser


def _day(written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"`{written}` is no day; write it as {date.today()}") from error


def _langs(written: str) -> tuple[str, ...]:
    """The languages in `id,en`."""
    return tuple(lang for one in written.split(",") if (lang := one.strip()))


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")


def _complain(text: str) -> None:
    sys.stderr.write(f"{text}\n")


if __name__ == "__main__":
    sys.exit(main())
