"""README.md and data/README.md against the code: what is there is described, and what is described is there."""

import json
import re
from pathlib import Path

import msgspec
import pytest
import yaml

from kliping import knowledge, model, roots, sidecar
from kliping.cli import main
from kliping.digest import registers
from kliping_pelican import configuration
from kliping_pelican.parts import Part

PROJECT = Path(__file__).parents[1]
README = PROJECT / "README.md"
CONTRIBUTING = PROJECT / "CONTRIBUTING.md"
DATA_README = PROJECT / "plugins/kliping/data/README.md"
DATA_FORMS = [knowledge.Language, knowledge.Outlet, knowledge.LineRule, knowledge.Pattern]
DATA_FORMS += [roots.Affixes, roots.Prefix]
DATA_FORMS += [knowledge.BylinePattern, knowledge.Layout, knowledge.Claim]
CONTENT_FORMS = [sidecar.Sidecar, sidecar.Correction, sidecar.Withdrawal, sidecar.CuratedAuthor]
CONTENT_FORMS += [registers.Topic, registers.TopicRule, registers.TimelineEntry, registers.Term]
CONTENT_FORMS += [registers.CheckedId, registers.Policy, registers.Excerpt]


def code_in(path: Path) -> str:
    """Everything in code spans and code blocks of a document."""
    text = path.read_text(encoding="utf-8")
    blocks = re.findall(r"^```\w*\n(.*?)^```", text, flags=re.DOTALL | re.MULTILINE)
    return "\n".join([*blocks, *re.findall(r"`([^`\n]+)`", text)])


def keys(forms: list[type[msgspec.Struct]]) -> set[str]:
    """The YAML keys of the forms."""
    return {field.encode_name for form in forms for field in msgspec.structs.fields(form)}


def make_targets() -> set[str]:
    """The targets that `make help` lists."""
    return set(re.findall(r"^([a-z-]+):.*## ", (PROJECT / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE))


def verbs(capsys: pytest.CaptureFixture[str]) -> set[str]:
    """The verbs that `kliping --help` lists."""
    with pytest.raises(SystemExit):
        main(["--help"])
    listed = re.search(r"\{([a-z,-]+)\}", capsys.readouterr().out)
    assert listed
    return set(listed[1].split(","))


def test_every_make_target_is_described() -> None:
    described = [re.findall(r"\bmake ([a-z-]+)", code_in(path)) for path in [README, *PROJECT.glob("bench/*/README.md")]]
    assert set().union(*described) == make_targets() - {"help"}


def test_every_verb_is_described(capsys: pytest.CaptureFixture[str]) -> None:
    assert set(re.findall(r"\bkliping ([a-z][a-z-]+)\b", code_in(README))) == verbs(capsys)


def test_every_option_is_described(capsys: pytest.CaptureFixture[str]) -> None:
    options: set[str] = set()
    for verb in verbs(capsys):
        with pytest.raises(SystemExit):
            main([verb, "--help"])
        options |= set(re.findall(r"--[a-z]+", capsys.readouterr().out))
    assert options - {"--help"} <= set(re.findall(r"--[a-z]+", code_in(README)))


def test_every_setting_is_described_and_no_other() -> None:
    files = [PROJECT / "pelicanconf.py", PROJECT / "publishconf.py", Path(configuration.__file__)]
    settings = set(re.findall(r"\bKLIPING_[A-Z]+\b", "\n".join(path.read_text(encoding="utf-8") for path in files)))
    own = {configuration.SITE, configuration.MADE}
    assert settings - own == set(re.findall(r"\bKLIPING_[A-Z]+\b", code_in(README)))


def test_every_part_that_a_site_can_be_without_is_described() -> None:
    (row,) = re.findall(r"^\| `KLIPING_WITHOUT` \|.*$", README.read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert set(re.findall(r"`([a-z_]+)`", row)) == set(Part)


@pytest.mark.parametrize(
    ("document", "forms"), [(DATA_README, DATA_FORMS), (README, CONTENT_FORMS)], ids=["data", "content"]
)
def test_every_key_is_described(document: Path, forms: list[type[msgspec.Struct]]) -> None:
    assert keys(forms) - set(re.findall(r"[a-z_]+", code_in(document))) == set()


@pytest.mark.parametrize(("form", "heading"), [(knowledge.Language, "A language"), (knowledge.LineRule, "A line rule")])
def test_keys_stand_in_the_code_as_on_the_page(form: type[msgspec.Struct], heading: str) -> None:
    section = re.split(r"^## ", DATA_README.read_text(encoding="utf-8"), flags=re.MULTILINE)
    (page,) = (one for one in section if one.startswith(heading))
    (table, *_) = re.findall(r"(?:^\|.*\n)+", page, flags=re.MULTILINE)
    rows = re.findall(r"^\| (`.*?`) \|", table, flags=re.MULTILINE)
    assert re.findall(r"`(\w+)`", "\n".join(rows)) == [field.encode_name for field in msgspec.structs.fields(form)]


@pytest.mark.parametrize("document", [README, DATA_README, CONTRIBUTING], ids=["readme", "data", "contributing"])
def test_every_file_named_is_there(document: Path) -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", document.read_text(encoding="utf-8"))
    assert [link for link in links if not (document.parent / link).exists()] == []


def test_the_workflow_for_other_digests_does_as_our_own() -> None:
    """The same actions in the same versions, and the same surroundings of the build."""
    ours, theirs = (
        yaml.safe_load((PROJECT / path).read_text(encoding="utf-8"))["jobs"]
        for path in (".github/workflows/pages.yml", "docs/pages.yml")
    )
    used = [step for step in ours["build"]["steps"] + ours["deploy"]["steps"] if "uses" in step]
    assert [step["uses"] for step in theirs["pages"]["steps"] if "uses" in step] == [step["uses"] for step in used]
    (made,) = (step["env"] for step in ours["build"]["steps"] if "env" in step)
    (built,) = (step["env"] for step in theirs["pages"]["steps"] if "env" in step)
    assert built == made | {"COLUMNS": 250}


def test_the_contract_of_parse_has_every_key_and_every_value_that_a_program_may_meet() -> None:
    written = code_in(PROJECT / "docs/parse.md")
    assert list(json.JSONDecoder().raw_decode(written)[0]) == list(model.Article.__struct_fields__)
    described = set(re.findall(r"[a-z_]+", written))
    forms: list[type[msgspec.Struct]] = [model.Fact, model.Moment, model.Publisher, model.Author, model.Medium, model.Figure]
    forms += [model.Block, model.SeeAlso, model.Notice, model.Tag, model.TopicLink, model.Finding, model.Span]
    assert keys(forms) - described == set()
    assert {*model.Basis, *model.Role} - described == set()
