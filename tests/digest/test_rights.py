"""Rights: what a policy withholds is in nothing that is made from the share."""

from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsroom.articles import Draft, article, by, draft, from_, tagged
from newsroom.wording import runs

from kliping.digest.registers import Excerpt, Policy
from kliping.digest.rights import Share, share
from kliping.model import Author, Basis, Fact, Finding, Medium, Moment, Notice, Publisher, Role, TopicLink

FULL = Policy(policy="full")
LINK = Policy(policy="link")
EXCERPT = Policy(policy="excerpt", excerpt=Excerpt(2))


def sentence(number: int, kind: str = "paragraf") -> str:
    """Eight words and more that stand nowhere else."""
    return " ".join(f"{kind}{number}kata{place}" for place in range(9)) + "."


PIECE = draft(
    (Role.TITLE, sentence(1, "judul")),
    (Role.STANDFIRST, sentence(1, "teras")),
    (Role.CAPTION, sentence(1, "foto")),
    sentence(1),
    (Role.HEADING, sentence(1, "sub")),
    sentence(2),
    (Role.HEADING, sentence(2, "sub")),
    (Role.SEE_ALSO, sentence(1, "baca")),
    (Role.QUOTE, sentence(3)),
    (Role.LIST, sentence(4)),
    (Role.DUPLICATE, sentence(4)),
    (Role.KEYWORD, sentence(1, "kunci")),
    publisher=by("Peranan", "peranan"),
    wires=(from_("AFP", cue=sentence(3), line=9),),
    cited=(from_("RFE/RL", cue=sentence(4), line=10),),
    findings=(Finding(4, "odd", sentence(3)),),
)


def shown(made: Share) -> set[str]:
    """Every run of eight words in what is handed on."""
    return runs(msgspec.json.encode(made).decode())


def shared(policy: Policy, piece: Draft = PIECE, **options: Any) -> Share:
    return share(piece.article, piece.text, policy, **options)


def kinds_in(made: Share) -> set[str]:
    """Which sentences of the piece are in what is handed on."""
    given = {kind: sentence(number, kind) for kind in ("judul", "teras", "foto", "baca", "kunci") for number in (1,)}
    given |= {f"sub{number}": sentence(number, "sub") for number in (1, 2)}
    given |= {f"p{number}": sentence(number) for number in (1, 2, 3, 4)}
    return {name for name, words in given.items() if runs(words) & shown(made)}


def test_full_hands_on_everything() -> None:
    made = shared(FULL)
    assert made.article == PIECE.article
    assert made.withheld == 0
    assert [line.text for line in made.lines] == PIECE.text.split("\n")


def test_an_excerpt_has_head_and_first_paragraphs_and_nothing_else() -> None:
    made = shared(EXCERPT)
    assert kinds_in(made) == {"judul", "teras", "p1", "sub1", "p2"}
    assert [block.anchor for block in made.article.blocks] == ["p1", "h1", "p2"]
    assert made.withheld == 3


def test_a_link_has_the_title_and_the_facts() -> None:
    made = shared(LINK)
    assert kinds_in(made) == {"judul"}
    assert made.article.publisher == PIECE.article.publisher
    assert [wire.value for wire in made.article.wires] == ["AFP"]
    assert made.withheld == 6


@pytest.mark.parametrize("policy", [FULL, EXCERPT, LINK], ids=lambda policy: policy.policy)
def test_a_withdrawn_article_has_nothing_of_its_words(policy: Policy) -> None:
    made = shared(policy, withdrawn=True)
    assert kinds_in(made) == set()
    assert made.article.publisher == PIECE.article.publisher
    assert made.withheld == len(PIECE.article.blocks)


def test_a_withdrawn_article_names_nobody() -> None:
    people = {"authors": (Author(value="Siti Aminah", role="author", basis=Basis.TEXT, line=4),)}
    topics = (TopicLink(id="village", basis=Basis.TEXT, because="tags siti-aminah"),)
    named = msgspec.structs.replace(PIECE.article, **people, tags=tagged("siti-aminah"), topics=topics)
    said = msgspec.json.encode(share(named, PIECE.text, FULL, withdrawn=True)).decode()
    assert "Peranan" in said and "village" in said
    assert not [name for name in ("Siti", "siti-aminah", "AFP", "RFE/RL") if name in said]


@pytest.mark.parametrize(("paragraphs", "anchors"), [(0, []), (1, ["p1"]), (2, ["p1", "h1", "p2"]), (99, None)])
def test_the_bound_counts_paragraphs_and_leaves_no_heading_at_the_end(paragraphs: int, anchors: list[str]) -> None:
    made = shared(Policy(policy="excerpt", excerpt=Excerpt(paragraphs)))
    everything = [block.anchor for block in PIECE.article.blocks]
    assert [block.anchor for block in made.article.blocks] == (everything if anchors is None else anchors)


def test_the_ledger_keeps_every_line_and_says_which_words_it_does_not_show() -> None:
    lines = shared(EXCERPT).lines
    assert [line.number for line in lines] == list(range(1, 13))
    assert [line.number for line in lines if line.text is None] == [3, 7, 8, 9, 10, 11, 12]
    assert all(line.spans for line in lines)


@pytest.mark.parametrize(("line", "kept"), [(4, True), (9, False)])
def test_the_words_a_fact_was_read_from_are_withheld_with_their_line(line: int, kept: bool) -> None:
    read: dict[str, Any] = {"basis": Basis.TEXT, "line": line, "cue": sentence(1 if kept else 3)}
    facts: dict[str, Any] = {
        "publisher": Publisher(value="Peranan", outlet="peranan", **read),
        "dateline": Fact(value="Baku", **read),
        "published": Moment(value="2024-08-19", precision="day", **read),
        "reports_until": Moment(value="2024-08-19", precision="day", **read),
        "authors": (Author(value="Siti", role="author", **read),),
        "wires": (Medium(value="AFP", outlet="afp", **read),),
        "notices": (Notice(value="paid", **read),),
    }
    made = share(msgspec.structs.replace(PIECE.article, **facts), PIECE.text, EXCERPT).article
    found = [made.publisher, made.dateline, made.published, made.reports_until, *made.authors, *made.wires, *made.notices]
    assert [fact.value for fact in found if fact] == ["Peranan", "Baku", "2024-08-19", "2024-08-19", "Siti", "AFP", "paid"]
    assert {fact.cue is not None for fact in found if fact} == {kept}


PARAGRAPHS = st.lists(st.sampled_from([Role.BODY, Role.QUOTE, Role.LIST, Role.HEADING, Role.CAPTION]), max_size=12)


@given(PARAGRAPHS, st.integers(0, 14))
def test_no_run_of_a_withheld_block_gets_out(roles: list[Role], bound: int) -> None:
    piece = draft(*((role, sentence(number)) for number, role in enumerate(roles)))
    made = shared(Policy(policy="excerpt", excerpt=Excerpt(bound)), piece)
    kept = {block.anchor for block in made.article.blocks}
    withheld = [block.text for block in piece.article.blocks if block.anchor not in kept]
    assert len(withheld) == made.withheld
    assert not shown(made) & set().union(*map(runs, withheld))
    passages = [block for block in made.article.blocks if block.kind != "heading"]
    assert len(passages) <= bound


def test_lines_that_share_a_number_are_withheld_together() -> None:
    """Pages of one line, as scrapers write them: what is shown and what is not stand in the same line."""
    one = article(sentence(1), sentence(2), sentence(3))
    blocks = tuple(msgspec.structs.replace(block, line=1) for block in one.blocks)
    spans = tuple(msgspec.structs.replace(span, line=1) for span in one.ledger)
    page = msgspec.structs.replace(one, blocks=blocks, ledger=spans)
    made = share(page, " ".join(map(sentence, (1, 2, 3))), EXCERPT)
    assert not shown(made) & runs(sentence(3))


@pytest.mark.parametrize("policy", [LINK, EXCERPT], ids=lambda policy: policy.policy)
@pytest.mark.parametrize("role", [Role.BOILERPLATE, Role.DISCLAIMER])
def test_a_paragraph_that_was_removed_is_withheld_like_the_others(policy: Policy, role: Role) -> None:
    removed = draft((Role.TITLE, sentence(1, "judul")), sentence(1), (role, sentence(2)), sentence(3), sentence(4))
    shared = share(removed.article, removed.text, policy)
    assert not any(sentence(2) in line.text for line in shared.lines if line.text)
