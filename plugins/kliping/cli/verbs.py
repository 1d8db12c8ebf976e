"""The verbs of the command `kliping`: each is one function, and all that is printed goes through `say` and `complain`.

A verb takes its arguments and gives the exit status: 0, 1 if something was wrong with the input, 2 for wrong usage.
It imports what it needs when it runs, because importing everything takes longer than cleaning an article.
"""

import sys
from argparse import Namespace
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from kliping.errors import KlipingError

if TYPE_CHECKING:
    from kliping.digest.registers import Registers
    from kliping.digest.sources import Source
    from kliping.knowledge import Knowledge

EXAMPLE_ID = "2024-08-19-kumparan-putin-ke-baku"


def parse(options: Namespace) -> int:
    """Print what each file holds; a broken file is reported, and the others are printed all the same."""
    from kliping.knowledge import load_knowledge

    knowledge, registers = load_knowledge(), None
    if options.content:
        registers, knowledge, _ = _read_registers(options.content, knowledge)
    is_shown = [_show(path, registers, knowledge, as_json=options.json) for path in options.files]
    return 0 if all(is_shown) else 1


def _show(path: Path, registers: "Registers | None", knowledge: "Knowledge", *, as_json: bool) -> bool:
    """Print what a file holds; whether it could be read."""
    import msgspec

    from kliping.digest.parsing import describe, parse_article
    from kliping.digest.tagging import index_names
    from kliping.report import as_text

    sidecar = path.with_suffix(".yml")
    try:
        parsed = parse_article(path, sidecar if sidecar.is_file() else None, knowledge)
    except KlipingError as error:
        complain(str(error))
        return False
    article = parsed.article
    if registers:
        article = describe(parsed, registers, index_names(registers.vocabulary, article.lang))
    say(msgspec.json.encode(article).decode() if as_json else as_text(article, parsed.text))
    return True


def check(options: Namespace) -> int:
    """Read a whole digest, and list every error and then every finding, in the order of the files."""
    from kliping.digest.curating.settings import find_langs
    from kliping.digest.doubts import find_doubts, find_register_doubts
    from kliping.digest.prose import read_prose
    from kliping.digest.translating.doubts import find_translation_doubts
    from kliping.knowledge import load_knowledge, require_languages
    from kliping.memory import PlainMemory
    from kliping.pipeline import read_articles, read_digest

    knowledge, memory = load_knowledge(), PlainMemory()
    langs = _langs(options.langs) if options.langs else find_langs(options.content) or tuple(knowledge.languages)
    require_languages(langs, knowledge)
    digest, broken = read_digest(options.content, langs, knowledge, memory)
    errors = (*broken, *read_prose(options.content, digest)[1])
    _complain_of(errors)
    doubts = find_doubts(read_articles(digest, options.content, knowledge, memory))
    doubts += find_translation_doubts(digest, options.content)
    doubts += find_register_doubts(digest, options.content)
    for path, finding in doubts:
        place = f"{path}:{finding.line}" if finding.line else path
        say(f"{place}: {finding.message} [{finding.code}]")
    counts = {"article": len(digest.clippings), "error": len(errors), "finding": len(doubts)}
    say(", ".join(f"{count} {name}{'s' if count != 1 else ''}" for name, count in counts.items()))
    return 1 if errors else 0


def check_data(options: Namespace) -> int:
    """Check every file of languages and outlets, each pattern by its examples too."""
    from kliping.knowledge import DATA, load_knowledge
    from kliping.knowledge.patterns import pattern_faults

    folder = options.folder or DATA
    knowledge = load_knowledge(folder)
    faults = list(pattern_faults(knowledge, folder))
    _complain_of(faults)
    if not faults:
        say(f"{len(knowledge.languages)} languages and {len(knowledge.outlets)} outlets are in order")
    return 1 if faults else 0


def add(options: Namespace) -> int:
    """Put a scraped file and a sidecar into a digest under an id; without an id, propose one and write nothing."""
    from kliping.digest.curating.adding import add_source, propose_id
    from kliping.knowledge import load_knowledge

    if options.id is None:
        proposed = propose_id(options.file, options.url, load_knowledge()) or EXAMPLE_ID
        complain(f"Choose the id it keeps for ever, such as: --id {proposed}")
        return 2
    for path in add_source(options.file, options.content, options.id, url=options.url, day=options.day):
        say(f"wrote {path}")
    return 0


def rename(options: Namespace) -> int:
    """Give an article another id: its old addresses lead to the new ones, and all that names it is changed."""
    from kliping.digest.curating.renaming import rename_article
    from kliping.knowledge import load_knowledge

    for path in rename_article(options.content, options.old, options.new, tuple(load_knowledge().languages)):
        say(f"wrote {path}")
    return 0


def translate(options: Namespace) -> int:
    """Make or update the catalogues of a language; a broken article or catalogue is reported and left as it is."""
    from kliping.digest.sources import find_sources
    from kliping.knowledge import load_knowledge, require_languages
    from kliping.load import suggest

    knowledge = load_knowledge()
    require_languages([options.lang], knowledge)
    _, knowledge, unread = _read_registers(options.content, knowledge)
    sources, unfound = find_sources(options.content, tuple(knowledge.languages))
    _complain_of(unfound)
    wanted = [source for source in sources if source.id in options.ids or not options.ids]
    is_sound = [_update(source, knowledge, options) for source in wanted]
    missing = sorted(set(options.ids) - {source.id for source in wanted})
    for id_ in missing:
        complain(f"{id_}: no such article in {options.content}. {suggest(id_, [source.id for source in sources])}")
    return 1 if unread or unfound or missing or not all(is_sound) else 0


def _update(source: "Source", knowledge: "Knowledge", options: Namespace) -> bool:
    """Make or update the catalogue of an article, unless it is written in that language; whether that could be done."""
    from kliping.digest.parsing import parse_article
    from kliping.digest.translating.updating import update_catalogue

    try:
        article = parse_article(Path(source.path), Path(source.sidecar) if source.sidecar else None, knowledge).article
        if article.lang != options.lang:
            path = options.content / "translations" / options.lang / f"{source.id}.po"
            say(f"{path}: {update_catalogue(article, path, options.lang)}")
        elif options.ids:
            say(f"{source.path}: is written in `{options.lang}` already")
    except KlipingError as error:
        complain(str(error))
        return False
    return True


def _read_registers(content: Path, knowledge: "Knowledge") -> "tuple[Registers, Knowledge, tuple[KlipingError, ...]]":
    """The registers of a digest, the knowledge with its own outlets, and the errors, which are printed too."""
    from kliping.digest.register_files import read_registers
    from kliping.digest.registers import with_register

    registers, errors = read_registers(content, knowledge)
    _complain_of(errors)
    return registers, with_register(knowledge, registers.outlets), errors


def _langs(written: str) -> tuple[str, ...]:
    """The languages in `id,en`."""
    return tuple(lang for one in written.split(",") if (lang := one.strip()))


def say(text: str) -> None:
    """Print what was asked for."""
    sys.stdout.write(f"{text}\n")


def complain(text: str) -> None:
    """Print what is wrong."""
    sys.stderr.write(f"{text}\n")


def _complain_of(errors: Iterable[KlipingError]) -> None:
    for error in errors:
        complain(str(error))
