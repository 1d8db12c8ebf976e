"""Who is measured: each generator's command, its folders, and what an author would edit in its source."""

import re
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
ROOT = HERE.parents[1]

Change = Callable[[str, str], str]
"""The original text of a file and the mark of a revision to the edited text."""


@dataclass(frozen=True)
class Edit:
    """An edit of one file, and the page that must show its mark afterwards."""

    path: Path
    change: Change
    page: Path


@dataclass(frozen=True, kw_only=True)
class Contestant:
    """A generator with a site."""

    name: str
    command: tuple[str, ...]
    folder: Path
    """Where it runs."""
    output: Path
    state: tuple[Path, ...] = ()
    """What it keeps between builds; removed before a cold one."""
    environment: Mapping[str, str]
    edits: Mapping[str, Edit]
    """By scenario."""


def prepare(work: Path, tools: Path, corpus: Mapping[str, Any], names: list[str]) -> list[Contestant]:
    """The contestants named, each with its site laid over its content in the working folder."""
    return [MAKERS[name](name, work, tools, corpus) for name in names]


def _kliping(name: str, work: Path, tools: Path, corpus: Mapping[str, Any]) -> Contestant:
    equal = name == "kliping-equal"
    folder, output = work / ("parsed" if equal else "kliping"), work / "out" / name
    _lay(ROOT / "theme", folder / "theme")
    if equal:
        shutil.rmtree(folder / "theme/static")
        _check_pages(HERE / "kliping/theme", ROOT / "theme")
        _lay(HERE / "kliping/theme", folder / "theme")
        _write_navigation(folder, corpus)
    settings = HERE / "kliping" / ("equalconf.py" if equal else "fullconf.py")
    article, term, words = corpus["article"], corpus["term"], corpus["translation"]
    own, other = (output / article[lang] / "articles" / article["id"] / "index.html" for lang in ("lang", "other"))
    catalogue = folder / "content/translations" / article["other"] / f"{article['id']}.po"
    source = folder / "content/articles" / f"{article['id']}.{'json' if equal else 'txt'}"
    return Contestant(
        name=name,
        command=(str(ROOT / ".venv/bin/kliping-build"), "content", "-s", str(settings), "-o", str(output), "-q"),
        folder=folder,
        output=output,
        state=(folder / "cache", *(output.with_name(f"{name}.{part}") for part in ("aside", "new", "old"))),
        environment={},
        edits={
            "body": Edit(source, _after(corpus["body"]), own),
            "translation": Edit(catalogue, _in_message(words["key"]), other),
            "template": Edit(folder / "theme/templates/article/article.html", _in_last_block, own),
            "vocabulary": Edit(
                folder / "content/vocabulary.yml",
                lambda text, mark: text.replace(f'"en": "{term["name"]}"', f'"en": "{term["name"]} {mark}"', 1),
                output / "en/tags" / term["id"] / "index.html",
            ),
        },
    )


def _hugo(name: str, work: Path, tools: Path, corpus: Mapping[str, Any]) -> Contestant:
    folder, output = _peer(name, work), work / "out" / name
    id_, lang = corpus["article"]["id"], corpus["article"]["lang"]
    page = output / lang / "articles" / id_ / "index.html"
    # the program itself, not the Python script that starts it
    program = next((tools / "hugo").glob("lib/python*/site-packages/hugo/binaries/hugo*"))
    return Contestant(
        name=name,
        command=(str(program), "--quiet", "--destination", str(output)),
        folder=folder,
        output=output,
        state=(folder / "resources", folder / "public"),
        environment={"HUGO_CACHEDIR": str(folder / "cache")},
        edits={
            "body": Edit(folder / f"content/{lang}/articles/{id_}.md", _after(corpus["body"]), page),
            "template": Edit(folder / "layouts/page.html", lambda text, mark: text.replace("<h1>", f"<h1>{mark} "), page),
        },
    )


def _eleventy(name: str, work: Path, tools: Path, corpus: Mapping[str, Any]) -> Contestant:
    folder, output = _peer(name, work), work / "out" / name
    id_, lang = corpus["article"]["id"], corpus["article"]["lang"]
    modules = folder / "node_modules"
    if not modules.exists():
        modules.symlink_to((tools / "eleventy/node_modules").resolve())
    return Contestant(
        name=name,
        command=("node", "node_modules/@11ty/eleventy/cmd.cjs", "--quiet", f"--output={output}"),
        folder=folder,
        output=output,
        environment={},
        edits={
            "body": Edit(
                folder / f"content/{lang}/{id_}.md", _after(corpus["body"]), output / lang / "articles" / id_ / "index.html"
            )
        },
    )


def _nikola(name: str, work: Path, tools: Path, corpus: Mapping[str, Any]) -> Contestant:
    folder, output = _peer(name, work), work / "out" / name
    id_ = corpus["article"]["id"]
    return Contestant(
        name=name,
        command=(str(tools / "nikola/bin/nikola"), "build", "-v", "0"),
        folder=folder,
        output=output,
        state=(folder / "cache", *(folder / f".doit.db{ending}" for ending in ("", ".bak", ".dat", ".dir", ".db"))),
        environment={"BENCH_OUTPUT": str(output)},
        edits={"body": Edit(folder / f"posts/{id_}.md", _after(corpus["body"]), output / "articles" / id_ / "index.html")},
    )


def _pelican(name: str, work: Path, tools: Path, corpus: Mapping[str, Any]) -> Contestant:
    folder, output = _peer(name, work), work / "out" / name
    id_, lang = corpus["article"]["id"], corpus["article"]["lang"]
    return Contestant(
        name=name,
        command=(str(tools / "pelican/bin/pelican"), "content", "-s", "pelicanconf.py", "-o", str(output), "-q"),
        folder=folder,
        output=output,
        state=(folder / "cache",),
        environment={},
        edits={
            "body": Edit(
                folder / f"content/{lang}/{id_}.md", _after(corpus["body"]), output / "articles" / id_ / "index.html"
            )
        },
    )


def _python(name: str, work: Path, tools: Path, corpus: Mapping[str, Any]) -> Contestant:
    """Not a generator: the least that one in Python takes, on plain Pelican's content."""
    templates, output = HERE / "peers/pelican/theme/templates", work / "out" / name
    return Contestant(
        name=name,
        command=(str(ROOT / ".venv/bin/python"), str(HERE / "peers/python/build.py"), str(templates), str(output)),
        folder=work / "pelican",
        output=output,
        environment={},
        edits={},
    )


MAKERS: Mapping[str, Callable[[str, Path, Path, Mapping[str, Any]], Contestant]] = {
    "hugo": _hugo,
    "kliping-equal": _kliping,
    "kliping-full": _kliping,
    "eleventy": _eleventy,
    "pelican": _pelican,
    "nikola": _nikola,
    "python": _python,
}
FORMATS = {"kliping-equal": "parsed", "kliping-full": "kliping", "python": "pelican"}
"""What the corpus calls a contestant's content, where that is not its name."""


def _check_pages(plain: Path, theme: Path) -> None:
    """Raise FileNotFoundError for a plain page that stands for none of the theme: nobody would see it."""
    for page in plain.glob("templates/**/*.html"):
        if page.parent.name != "parts" and not (theme / page.relative_to(plain)).exists():
            raise FileNotFoundError(f"{page} stands for no page of the theme")


def _write_navigation(folder: Path, corpus: Mapping[str, Any]) -> None:
    """The links to the topics that stand on every page, as a part of the theme."""
    links = "".join(
        f'<li><a href="https://news.example/{{{{ lang }}}}/topics/{topic["id"]}/">{topic["name"]}</a></li>\n'
        for topic in corpus["topics"]
    )
    (folder / "theme/templates/parts/topics.html").write_text(links, encoding="utf-8")


def _peer(name: str, work: Path) -> Path:
    _lay(HERE / "peers" / name, work / name)
    return work / name


def _lay(site: Path, folder: Path) -> None:
    shutil.copytree(site, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__", "node_modules"))


def _after(words: str) -> Change:
    """Puts the mark at the end of a paragraph."""
    return lambda text, mark: text.replace(words, f"{words} {mark}", 1)


def _in_message(key: str) -> Change:
    """Puts the mark at the end of a message's translation."""
    place = re.compile(rf'(\nmsgctxt "{key}"\n(?:.+\n)*?msgstr (?:".*"\n)*".*)"\n')
    return lambda text, mark: place.sub(rf'\1 {mark}"\n', text, count=1)


def _in_last_block(text: str, mark: str) -> str:
    """Puts the mark into a template's last block, where every page shows it."""
    before, end, after = text.rpartition("{% endblock %}")
    return f"{before}<p>{mark}</p>\n{end}{after}"
