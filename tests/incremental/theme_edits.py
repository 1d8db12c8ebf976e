"""What designers and translators of the interface do to a theme."""

from pathlib import Path
from random import Random

from incremental.dice import LANGS, one_of

MOTTO = "motto"
"""What templates may show that only settings know."""


def edit_template(site: Path, dice: Random) -> str:
    """Words in a template or a part of one, or what settings say."""
    path = one_of(site / "theme/templates", dice.choice(["*.html", "*/*.html", "*.xml", "*.atom"]), dice)
    if path is None:
        return "no template"
    text = path.read_text(encoding="utf-8")
    end = "{% endblock %}" if "{% endblock %}" in text else "{% endmacro %}"
    mark = dice.choice([f"v{dice.randint(0, 999)}", f'{{{{ {MOTTO} | default("no motto") }}}}'])
    before, found, after = text.rpartition(end)
    path.write_text(f"{before}{mark}{found}{after}" if found else f"{text}{{# {mark} #}}", encoding="utf-8")
    return f"template {path.name}"


def edit_static(site: Path, dice: Random) -> str:
    """A file of the theme changed, added or removed."""
    folder = site / "theme/static"
    path = one_of(folder, "**/*.css", dice) if dice.random() < 0.5 else folder / f"new/{dice.randint(0, 3)}.txt"
    assert path
    if path.suffix == ".txt" and path.exists() and dice.random() < 0.5:
        path.unlink()
        return f"deleted {path.name}"
    path.parent.mkdir(exist_ok=True)
    with path.open("a", encoding="utf-8") as file:
        file.write(f"/* {dice.randint(0, 999)} */\n")
    return f"static {path.name}"


def edit_words(site: Path, dice: Random) -> str:
    """A word of the interface."""
    path = site / f"theme/locale/{dice.choice(LANGS)}/LC_MESSAGES/kliping.po"
    text = path.read_text(encoding="utf-8")
    place = text.index('\nmsgid "Topics"\nmsgstr "') + len('\nmsgid "Topics"\nmsgstr "')
    path.write_text(f"{text[:place]}{dice.choice('ABC')}{text[place:]}", encoding="utf-8")
    return f"interface words, {path.parts[-3]}"
