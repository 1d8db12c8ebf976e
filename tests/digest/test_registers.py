"""Vocabulary, topics and outlets: what is wrong is named, and nothing is shown on the strength of a mistake."""

from pathlib import Path

import pytest
from newsroom.content import LEAST, read_content, write_content

from kliping.digest.register_files import read_outlets
from kliping.digest.registers import Policy
from kliping.errors import InvalidData
from kliping.knowledge import Knowledge

TOPIC = LEAST["topics/visit.yml"]


def refused(folder: Path, knowledge: Knowledge, files: dict[str, str | None]) -> str:
    """What is said of a register without which nothing can be shown."""
    with pytest.raises(InvalidData) as error:
        read_content(write_content(folder, files), knowledge)
    return str(error.value).replace(f"{folder}/", "")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("places:\n  baku:\n    nama: {id: Baku}\n", "vocabulary.yml:3: `nama`: is no key known here. Did you mean `name`?"),
        ("places:\n  a: {name: {id: A, en: A}}\n  b: {name: B}\n", "vocabulary.yml:3: `places.b.name`: `B` has no keys"),
        (
            "people:\n  a: {name: {id: A, en: A}}\nplaces:\n  a: {name: {id: A, en: A}}\n",
            "vocabulary.yml:4: `a`: stands under",
        ),
        (
            "places:\n  a:\n    name: {id: A, en: A}\n    wikidata: {id: ../Q1, label: A}\n",
            "vocabulary.yml:4: `places.a.wikidata.id`: `../Q1` has another form than it must. Write it like `Q7747`",
        ),
        ("place: {}\n", "vocabulary.yml:1: `place`: is no key known here. Did you mean `places`?"),
        ("places:\n  a: {name: {id: A}}\n", "vocabulary.yml:2: `places.a.name`: has no words in `en`"),
        ("places:\n  a:\n    name: {id: A, en: A, eng: A}\n", "vocabulary.yml:3: `places.a.name.eng`: is no language"),
        ("places:\n  a:\n    name: {id: A, en: A}\n    aliases: {in: [B]}\n", "vocabulary.yml:4: `places.a.aliases.in`"),
        ("places:\n  ../a:\n    name: {id: A, en: A}\n", "vocabulary.yml:2: `places.../a`: is no id"),
        ("places:\n  Baku:\n    name: {id: A, en: A}\n", "vocabulary.yml:2: `places.Baku`: is no id"),
        ("places:\n  a: {name: {id: A, en: ''}}\n", "vocabulary.yml:2: `places.a.name`: has no words in `en`"),
    ],
)
def test_a_broken_vocabulary_is_refused(tmp_path: Path, knowledge: Knowledge, text: str, said: str) -> None:
    assert refused(tmp_path, knowledge, {"vocabulary.yml": text}).startswith(said)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("default: {policy: excerpt}\n", "outlets.yml:1: `default.policy`: is `excerpt` without its bound"),
        (
            "default: {policy: some}\n",
            "outlets.yml:1: `default.policy`: `some` is no word known here. Valid here: `excerpt`, `full`, `link`.",
        ),
        ("default: {policy: ful}\n", "outlets.yml:1: `default.policy`: `ful` is no word known here. Did you mean `full`?"),
        (
            "default: {policy: excerpt, excerpt: {paragraphs: -1}}\n",
            "outlets.yml:1: `default.excerpt.paragraphs`: `-1` has another form than it must. Write it like `2`.",
        ),
        ("outlets: {}\n", "outlets.yml:1: lacks `default`. Add it."),
        (
            "default: {policy: link}\noutlets:\n  kumparn: {policy: full}\n",
            "outlets.yml:3: `outlets.kumparn`: is in no data file, and is not described here. "
            "Did you mean `kumparan`? Else add `name`, `domains`, `lang`, `country`, `kind`.",
        ),
        (
            "default: {policy: link}\noutlets:\n  kumparan:\n    policy: excerpt\n",
            "outlets.yml:4: `outlets.kumparan.policy`: is `excerpt` without its bound",
        ),
        (
            "default: {policy: link}\noutlets:\n"
            "  ../x: {policy: full, name: X, domains: [x.id], lang: id, country: ID, kind: portal}",
            "outlets.yml:3: `outlets.../x`: is no id",
        ),
        (
            "default: {policy: link}\noutlets:\n  kumparan:\n    policy: full\n    owner:\n"
            "      words: {id: A, en: A}\n      source: javascript:alert(1)\n",
            "outlets.yml:7: `outlets.kumparan.owner.source`: `javascript:alert(1)` is no address",
        ),
        (
            "default: {policy: link}\noutlets:\n  kumparan: {policy: full, why: {id: Karena}}\n",
            "outlets.yml:3: `outlets.kumparan.why`: has no words in `en`",
        ),
    ],
)
def test_a_broken_register_of_outlets_is_refused(tmp_path: Path, knowledge: Knowledge, text: str, said: str) -> None:
    assert refused(tmp_path, knowledge, {"outlets.yml": text}).startswith(said)


@pytest.mark.parametrize("name", ["vocabulary.yml", "outlets.yml"])
def test_a_missing_register_is_named(tmp_path: Path, knowledge: Knowledge, name: str) -> None:
    assert refused(tmp_path, knowledge, {name: None}).startswith(f"{name}: is missing")


def test_a_new_digest_is_told_of_both_registers_at_once(tmp_path: Path, knowledge: Knowledge) -> None:
    said = refused(tmp_path, knowledge, {"vocabulary.yml": None, "outlets.yml": None})
    assert said.startswith("vocabulary.yml: is missing. Create vocabulary.yml (may be empty) and outlets.yml (at least")
    read_content(
        write_content(tmp_path / "new", {"vocabulary.yml": "", "outlets.yml": "default: {policy: link}"}), knowledge
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (TOPIC.replace("all:", "al:"), "topics/visit.yml:3: `al`: is no key known here. Did you mean `all`?"),
        (TOPIC.replace("[baku]", "[bakuu]"), "topics/visit.yml:3: `rule.all`: `bakuu` is not in the vocabulary"),
        (TOPIC.replace("{all", "{from: soon, all"), "topics/visit.yml:3: `rule.from`"),
        (TOPIC.replace(", en: Visit", ""), "topics/visit.yml:1: `name`: has no words in `en`"),
        (TOPIC.replace("{id: D, en: D}", "{id: D}"), "topics/visit.yml:2: `description`: has no words in `en`"),
        (
            TOPIC + "timeline:\n  - {date: 2024, kind: event, words: {id: W}, cites: []}\n",
            "topics/visit.yml:5: `timeline[0].words`",
        ),
        (
            TOPIC + "timeline:\n  - {date: 2024, kind: evnt, words: {id: W, en: W}, cites: []}\n",
            "topics/visit.yml:5: `timeline[0].kind`",
        ),
        (TOPIC.replace("rule:", "rul:"), "topics/visit.yml:3: `rul`: is no key known here. Did you mean `rule`?"),
    ],
)
def test_a_broken_topic_is_named_and_the_articles_stay(tmp_path: Path, knowledge: Knowledge, text: str, said: str) -> None:
    digest, errors = read_content(write_content(tmp_path, {"topics/visit.yml": text}), knowledge)
    assert len(errors) == 1
    assert errors[0].startswith(said)
    assert list(digest.clippings) == ["visit"]
    assert digest.clippings["visit"].article.topics == ()


def test_a_folder_that_is_called_like_a_topic_is_named_and_the_others_stay(tmp_path: Path, knowledge: Knowledge) -> None:
    content = write_content(tmp_path)
    (content / "topics" / "floods.yml").mkdir()
    digest, said = read_content(content, knowledge)
    assert said == ["topics/floods.yml: cannot be read (is a directory). Check its name and whether you may read it."]
    assert digest.by_topic == {"visit": ("visit",)}


def test_every_fault_of_a_topic_is_named_at_once(tmp_path: Path, knowledge: Knowledge) -> None:
    timeline = "timeline:\n  - {date: soon, kind: event, words: {id: W}, cites: []}\n"
    files = {"topics/visit.yml": "colour: red\n" + TOPIC + timeline, "topics/empty.yml": ""}
    _, errors = read_content(write_content(tmp_path, files), knowledge)
    assert [error.partition(". ")[0] for error in errors] == [
        *(f"topics/empty.yml:1: lacks `{key}`" for key in ("name", "description", "rule")),
        "topics/visit.yml:1: `colour`: is no key known here",
        "topics/visit.yml:6: `timeline[0].words`: has no words in `en`",
        "topics/visit.yml:6: `timeline[0].date`: `soon` is no date",
    ]


def test_a_broken_vocabulary_does_not_hide_what_is_wrong_with_the_outlets(tmp_path: Path, knowledge: Knowledge) -> None:
    files = {"vocabulary.yml": "place: {}\n", "outlets.yml": "default: {policy: ful}\n"}
    with pytest.raises(InvalidData) as error:
        read_content(write_content(tmp_path, files), knowledge)
    assert [Path(str(each.path)).name for each in error.value.each] == ["outlets.yml", "vocabulary.yml"]


def test_every_fault_of_the_outlets_is_named_at_once(tmp_path: Path, knowledge: Knowledge) -> None:
    """A broken bound is one fault, and no lacking bound beside."""
    desa = "  desa:\n    policy: excerpt\n    excerpt: {paragraphs: few}\n"
    register = f"default: {{policy: excerpt}}\noutlets:\n{desa}  kota: {{policy: full}}\n"
    (tmp_path / "outlets.yml").write_text(register, encoding="utf-8")
    with pytest.raises(InvalidData) as error:
        read_outlets(tmp_path / "outlets.yml", knowledge, ("id", "en"))
    assert [(each.line, each.key) for each in error.value.each] == [
        (1, "default.policy"),
        (5, "outlets.desa.excerpt.paragraphs"),
        (6, "outlets.kota"),
    ]


@pytest.mark.parametrize("name", ["Visit", "my visit", "-visit"])
def test_a_topic_has_an_id_that_can_be_an_address(tmp_path: Path, knowledge: Knowledge, name: str) -> None:
    digest, errors = read_content(write_content(tmp_path, {f"topics/{name}.yml": TOPIC}), knowledge)
    assert len(errors) == 1 and errors[0].startswith(f"topics/{name}.yml: `{name}` is no id")
    assert list(digest.registers.topics) == ["visit"]


def test_an_outlet_not_named_gets_the_default(tmp_path: Path, knowledge: Knowledge) -> None:
    outlets = "default: {policy: link}\noutlets:\n  kumparan: {policy: full}\n"
    digest, errors = read_content(write_content(tmp_path, {"outlets.yml": outlets}), knowledge)
    register = digest.registers.outlets
    assert errors == []
    assert register.policy_of("kumparan") == Policy(policy="full")
    assert register.policy_of("republika") == register.policy_of(None) == Policy(policy="link")


def test_an_outlet_the_shipped_data_lack_can_be_described(tmp_path: Path, knowledge: Knowledge) -> None:
    outlets = (
        "default: {policy: link}\noutlets:\n  desa:\n    policy: full\n    name: Kabar Desa\n"
        "    domains: [kabardesa.id]\n    lang: id\n    country: ID\n    kind: portal\n"
    )
    files = {"outlets.yml": outlets, "articles/visit.yml": "url: https://www.kabardesa.id/visit"}
    digest, errors = read_content(write_content(tmp_path, files), knowledge)
    publisher = digest.clippings["visit"].article.publisher
    assert errors == []
    assert publisher and (publisher.value, publisher.outlet) == ("Kabar Desa", "desa")
