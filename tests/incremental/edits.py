"""What curators, editors and designers do to a site's sources: each edit changes some files and says what it did."""

from collections.abc import Sequence
from pathlib import Path
from random import Random

import yaml

from incremental.dice import LANGS, WORDS, Edit, one_of, sentence, stem_of
from incremental.theme_edits import edit_static, edit_template, edit_words


def add_article(site: Path, dice: Random) -> str:
    """A new article, written or copied from another."""
    id_ = f"2024-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}-new-{dice.randint(0, 99)}"
    folder = site / "content/articles"
    model = one_of(folder, "*.txt", dice)
    if model and dice.random() < 0.5:
        (folder / f"{id_}.txt").write_bytes(model.read_bytes())
    else:
        day = dice.choice(["Senin, 19 Agustus 2024 - 07:30 WIB", "Selasa, 3 September 2024", ""])
        paragraphs = [" ".join(sentence(dice) for _ in range(2)) for _ in range(dice.randint(1, 4))]
        (folder / f"{id_}.txt").write_text("\n\n".join([sentence(dice)[:60], day, *paragraphs]), encoding="utf-8")
    if dice.random() < 0.6:
        (folder / f"{id_}.yml").write_text(f"publisher: {dice.choice(['desa', 'courier'])}\nadded: 2024-08-22\n")
    return f"added {id_}"


def edit_article(site: Path, dice: Random) -> str:
    """A paragraph more, or one less."""
    path = one_of(site / "content/articles", "*.txt", dice)
    if path is None:
        return "no article to edit"
    paragraphs = path.read_text(encoding="utf-8").strip().split("\n\n")
    if len(paragraphs) > 4 and dice.random() < 0.5:
        paragraphs.pop(dice.randrange(2, len(paragraphs)))
    else:
        paragraphs.insert(dice.randint(1, len(paragraphs)), sentence(dice))
    path.write_text("\n\n".join(paragraphs) + "\n", encoding="utf-8")
    return f"edited {path.name}"


def delete_article(site: Path, dice: Random) -> str:
    """An article with or without the files beside it."""
    path = one_of(site / "content/articles", "*.txt", dice)
    if path is None:
        return "no article to delete"
    path.unlink()
    if dice.random() < 0.8:
        for other in (site / "content").rglob(f"{stem_of(path)}.*"):
            other.unlink()
    return f"deleted {path.name}"


def rename_article(site: Path, dice: Random) -> str:
    """An article with all its files under another id; the curator may say what it was."""
    path = one_of(site / "content/articles", "*.txt", dice)
    if path is None:
        return "no article to rename"
    id_ = f"renamed-{dice.randint(0, 99)}"
    for other in sorted((site / "content").rglob(f"{stem_of(path)}.*")):
        other.rename(other.with_name(id_ + other.suffix))
    if dice.random() < 0.6:
        with path.with_name(f"{id_}.yml").open("a", encoding="utf-8") as sidecar:
            sidecar.write(f"formerly: [{path.stem}]\n")
    return f"renamed {path.name} to {id_}"


def edit_sidecar(site: Path, dice: Random) -> str:
    """What the curator says of an article: more, something else, nothing, or nonsense."""
    article = one_of(site / "content/articles", "*.txt", dice)
    if article is None:
        return "no article for a sidecar"
    path = article.with_suffix(".yml")
    said = dice.choice(
        [
            None,
            "publisher: desa\n",
            f"title: {sentence(dice)}\n",
            "topics: [water]\n",
            "topics: [nothing-of-that-name]\n",
            'withdrawn: {date: 2024-09-01, reason: {id: "Salah.", en: "Wrong."}}\n',
            f'note: {{id: "{sentence(dice)}", en: "{sentence(dice)}"}}\n',
            "colour: red\n",
            f"formerly: [renamed-{dice.randint(0, 9)}, {stem_of(article)}]\n",
        ]
    )
    if said is None:
        path.unlink(missing_ok=True)
    else:
        path.write_text(said, encoding="utf-8")
    return f"sidecar {path.name}: {said!r}"


def edit_catalogue(site: Path, dice: Random) -> str:
    """A translation changed, marked fuzzy, broken, taken away or added."""
    path = one_of(site / "content/translations", "*/*.po", dice)
    what = dice.choice(["words", "fuzzy", "broken", "gone", "new", "copied"])
    if path is None:
        return "no catalogue"
    text = path.read_text(encoding="utf-8")
    if what == "words":
        text = text.replace('msgstr "', f'msgstr "{dice.choice(WORDS)} ').replace(f'"{dice.choice(WORDS)} "\n"', '"\n"')
        head, mark, rest = path.read_text(encoding="utf-8").partition("\n\n")
        text = head + mark + rest.replace('msgstr "', f'msgstr "{dice.choice(WORDS)} ', 1)
    elif what == "fuzzy":
        text = text.replace("\n\nmsgctxt", "\n\n#, fuzzy\nmsgctxt", 1)
    elif what == "broken":
        text += '\nmsgctxt "p9\nmsgid "x"\n'
    elif what == "gone":
        path.unlink()
        return f"deleted {path.name}"
    else:
        other = one_of(site / "content/articles", "*.txt", dice)
        path = path.parent.parent / dice.choice(LANGS) / f"{stem_of(other) if other else 'nobody'}.po"
    path.write_text(text, encoding="utf-8")
    return f"catalogue {path.parent.name}/{path.name}: {what}"


def edit_vocabulary(site: Path, dice: Random) -> str:
    """A name changed, added or removed, an alias, a kind."""
    path = site / "content/vocabulary.yml"
    book = yaml.safe_load(path.read_text(encoding="utf-8"))
    kind = dice.choice(sorted(book))
    terms = book[kind]
    what = dice.choice(["name", "alias", "new", "gone", "description"])
    if what == "new" or not terms:
        word = dice.choice(WORDS)
        id_ = "term-" + word.lower().replace(" ", "-")
        for each in book.values():
            each.pop(id_, None)  # it moves to this kind: one that stands under two is refused with all of the vocabulary
        terms[id_] = {"name": {"id": word, "en": word}}
    elif what == "gone":
        terms.pop(dice.choice(sorted(terms)))
    else:
        term = terms[dice.choice(sorted(terms))]
        word = f"{dice.choice(WORDS)} {dice.randint(0, 9)}"
        if what == "name":
            term["name"][dice.choice(LANGS)] = dice.choice([word, *WORDS])
        elif what == "alias":
            term.setdefault("aliases", {}).setdefault(dice.choice(LANGS), []).append(dice.choice([word, *WORDS]))
        else:
            term["description"] = {"id": word, "en": word}
    path.write_text(yaml.safe_dump(book, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return f"vocabulary, {kind}: {what}"


def edit_outlets(site: Path, dice: Random) -> str:
    """Another policy, another reason."""
    path = site / "content/outlets.yml"
    book = yaml.safe_load(path.read_text(encoding="utf-8"))
    target = dice.choice([book["default"], *book["outlets"].values()])
    policy = dice.choice(["full", "excerpt", "link"])
    target["policy"] = policy
    target["excerpt"] = {"paragraphs": dice.randint(0, 2)} if policy == "excerpt" else None
    if dice.random() < 0.3:
        target["why"] = {"id": sentence(dice), "en": sentence(dice)}
    path.write_text(yaml.safe_dump({key: value for key, value in book.items() if value is not None}), encoding="utf-8")
    return f"outlets: {policy}"


def edit_topic(site: Path, dice: Random) -> str:
    """A topic's words, rule or timeline changed; a topic added or removed."""
    folder = site / "content/topics"
    path = one_of(folder, "*.yml", dice)
    what = dice.choice(["name", "rule", "timeline", "new", "gone", "introduction", "broken"])
    if what == "new" or path is None:
        id_ = f"topic-{dice.randint(0, 9)}"
        tag = dice.choice(["sukamaju", "dam", "flood", "siti-aminah"])
        words = f"name: {{id: T {id_}, en: T {id_}}}\ndescription: {{id: D, en: D}}\nrule: {{any: [{tag}]}}\n"
        (folder / f"{id_}.yml").write_text(words)
        for lang in LANGS:
            (folder / f"{id_}.{lang}.md").write_text(f"{sentence(dice)} [x](tag:sukamaju)\n")
        return f"added topic {id_}"
    if what == "gone":
        path.unlink()
        for lang in LANGS if dice.random() < 0.8 else ():
            path.with_suffix(f".{lang}.md").unlink(missing_ok=True)
        return f"deleted topic {path.stem}"
    if what == "introduction":
        place = path.with_suffix(f".{dice.choice(LANGS)}.md")
        place.write_text(f"{sentence(dice)} [y](article:2024-08-20-desa-banjir#p{dice.randint(1, 3)})\n")
        return f"introduction {place.name}"
    if what == "broken":
        path.write_text(path.read_text(encoding="utf-8") + "colour: red\n", encoding="utf-8")
        return f"broke topic {path.stem}"
    topic = yaml.safe_load(path.read_text(encoding="utf-8"))
    if what == "name":
        topic["name"]["en"] += f" {dice.randint(0, 9)}"
    elif what == "rule":
        topic["rule"] = {"any": dice.sample(["sukamaju", "dam", "flood", "siti-aminah"], 2)}
    else:
        topic["timeline"] = topic.get("timeline", [])[: dice.randint(0, 1)]
    path.write_text(yaml.safe_dump(topic, allow_unicode=True), encoding="utf-8")
    return f"topic {path.stem}: {what}"


def edit_page(site: Path, dice: Random) -> str:
    """A page about the digest, in both languages or in one."""
    name = dice.choice(["about", "method"])
    for lang in dice.sample(LANGS, dice.randint(1, 2)):
        path = site / f"content/pages/{name}.{lang}.md"
        if dice.random() < 0.3:
            path.unlink(missing_ok=True)
        else:
            path.write_text(f"# {sentence(dice)}\n\n{sentence(dice)} [z](outlet:desa) [t](topic:water)\n", encoding="utf-8")
    return f"page {name}"


def touch(site: Path, dice: Random) -> str:
    """Files written again with the same content."""
    paths = sorted(path for path in site.glob("[ct]*/**/*") if path.is_file())
    for path in dice.sample(paths, 5):
        path.write_bytes(path.read_bytes())
    return "touched five files"


EDITS: Sequence[Edit] = (
    *(add_article, add_article, edit_article, edit_article, delete_article, rename_article, edit_sidecar),
    *(edit_catalogue, edit_catalogue, edit_vocabulary, edit_vocabulary, edit_outlets, edit_topic, edit_topic),
    *(edit_page, edit_template, edit_static, edit_words, touch),
)

EDITS_OF_WORDS: Sequence[Edit] = (edit_article, edit_catalogue)
