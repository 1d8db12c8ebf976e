"""Trains the line model.

usage: train.py --pages docs.jsonl … --words WORDS [--trees line_model.json] [--net line_net.json] [--check]

--check measures both judges together first, by folds of sites: no page is scored by what saw a page of its site.
"""

import argparse
import json
import random
import re
import sys
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import numpy as np
import yaml
from fit import WEIGHTS, TwoPasses
from fit_net import fit_net
from made import made_pages
from net_file import write_net
from pages import LabelledPage, fold_of, half, read_pages
from planted import plant, planted_pages
from short import short_pages
from swapped import swapped_pages
from wording import LEAST

from kliping.cleaning.linemodel.context import CONTEXT
from kliping.cleaning.linemodel.model import FEATURES, NET_AT, cut_of
from kliping.cleaning.linemodel.net import Net
from kliping.cleaning.linemodel.reading import read_words
from kliping.cleaning.linemodel.words import FIRST

HERE = Path(__file__).parent
BODIES = {"aeb": 1, "extractors": 1, "id": 10, "id more": 1, "parser": 1, "readers": 1, "wcxb": 1}
"""Sets into which sentences are planted, and into how many made pages each of their bodies is set."""
SWAPPED = 2100
"""Pages made of two for the net; the trees gain nothing from them."""
SHORTENED = frozenset(("id",))
"""Languages whose pages the net is also shown in short: of their whole pages it knows few."""
SHORT = 2
"""So many of each."""
NET_ONLY = frozenset(("id read",))
"""Sets from which the net alone learns."""
SCORED = ("aeb", "fundus", "id", "id more", "outlets", "readers")
"""Sets of news with bodies somebody labelled, by which the model is measured."""


ONE_FORM = ("id more", "id read", "silver", "wcxb")
"""Sets of which each page is learnt from in one form only: they are long and many, or both forms are nearly the same."""


def learnt_from(pages: list[LabelledPage]) -> list[LabelledPage]:
    """The pages a model learns from."""
    return [page for page in pages if page.set not in ONE_FORM or half(page.id + "pick") == (page.form == "B")]


def check(pages, extra, of_net, bank, lists, folds: int = 3) -> None:
    """Prints F1 / share of pages with F1>=.95 / share of pages losing over 5% of the body, grouped by site."""
    scored, planted = [], []
    for fold in range(folds):
        seen, more = (
            [page for page in some if all(fold_of(site, folds) != fold for site in page.sites)]
            for some in ([*learnt_from(pages), *extra], of_net)
        )
        judges = Judges(TwoPasses(seen), fit_net([*seen, *more]))
        test = [page for page in pages if fold_of(page.sites[0], folds) == fold and page.set in SCORED]
        scored += [(page, judges.chances(page)) for page in test]
        rng = random.Random(fold)
        for page in test:
            if page.form == "C":
                for copy in plant(page, lambda rng=rng: rng.choice(bank["planted"]["test"]), 1, rng, lists):
                    index = int(copy.weights.argmax())
                    scores = judges.chances(copy)
                    planted.append((scores[index], cut_of(copy.texts, scores)))
    for set_ in sorted({page.set for page, _ in scored}):
        for form in "BC":
            some = [(page, scores) for page, scores in scored if page.set == set_ and page.form == form]
            cells = [cell(some, cut) for cut in (0.3, 0.4, 0.5, None)]
            _say(set_, form, len(some), " at .3 .4 .5 page-wise:", *cells)
    _say(
        "planted",
        len(planted),
        "lost at .3 .4 .5 page-wise:",
        *(f"{np.mean([score < cut for score, _ in planted]):.3f}" for cut in (0.3, 0.4, 0.5)),
        f"{np.mean([score < cut for score, cut in planted]):.3f}",
    )


class Judges(NamedTuple):
    """What `LineModel` holds."""

    trees: TwoPasses
    net: Net

    def chances(self, page: LabelledPage) -> np.ndarray:
        """How likely each line is body."""
        by_trees = np.clip(self.trees.scores(page), 1e-6, 1 - 1e-6)
        said = np.log(by_trees / (1 - by_trees)) + self.net.log_odds(page.rows[:, NET_AT], page.page.tokens)
        return 1 / (1 + np.exp(-said / 2))


def _say(*words: object) -> None:
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


def cell(some, cut: float | None) -> str:
    """One cell of the table of figures."""
    measures = []
    for page, scores in some:
        limit = cut_of(page.texts, scores) if cut is None else cut
        found = shingles("\n".join(text for text, score in zip(page.texts, scores, strict=True) if score >= limit))
        gold = shingles(page.gold)
        best = shingles("\n".join(text for text, label in zip(page.texts, page.labels, strict=True) if label >= 0.5))
        hit, reach = sum((gold & found).values()), sum((gold & best).values()) / sum(gold.values())
        precision, recall = hit / max(1, sum(found.values())), hit / sum(gold.values())
        measures.append(
            (
                precision,
                recall,
                2 * precision * recall / (precision + recall or 1) >= 0.95,
                recall < 0.95 * reach,
            )
        )
    precision, recall, good, lost = np.mean(measures, axis=0)
    return f"{2 * precision * recall / (precision + recall):.3f}/{good:.2f}/{lost:.2f}"


def shingles(text: str) -> Counter:
    """The text's runs of four words, counted."""
    words = re.findall(r"\w+", text)
    return Counter(tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3)))


def write(model: TwoPasses, path: Path) -> None:
    """The model as JSON, one weight and one tree a line."""
    names = FEATURES + CONTEXT
    trees = [tree["tree_structure"] for tree in model.second.dump_model()["tree_info"]]
    used = sorted({feature for tree in trees for feature in features_of(tree)})
    at = {feature: number for number, feature in enumerate(used)}
    weights = ",\n".join(
        f"  {json.dumps(name)}: {weight:.4g}" for name, weight in zip(FEATURES, model.first.weights, strict=True)
    )
    rows = ",\n".join("  " + json.dumps(plain(tree, at), separators=(",", ":")) for tree in trees)
    features = json.dumps([names[feature] for feature in used])
    kinds = {"words": {}, "first": {}, "pairs": {}}
    for word, weight in model.wording.items():
        kinds["pairs" if " " in word else "first" if word.startswith(FIRST) else "words"][word] = weight
    wording = ", ".join(f'"{kind}": {lines_of_words(some)}' for kind, some in kinds.items())
    path.write_text(
        f'{{"wording": {{"least": {LEAST}, {wording}}},\n'
        f'"first pass": {{"bias": {model.first.bias:.6g}, "weights": {{\n{weights}\n}}}},\n'
        f'"second pass": {{"base": 0, "features": {features},\n"trees": [\n{rows}\n]}}}}\n',
        encoding="utf-8",
    )


def lines_of_words(wording: dict[str, float]) -> str:
    """Words with their weights, ten to a line."""
    pairs = [
        f"{json.dumps(word.removeprefix(FIRST), ensure_ascii=False)}: {weight}" for word, weight in sorted(wording.items())
    ]
    return "{\n  " + ",\n  ".join(", ".join(pairs[at : at + 10]) for at in range(0, len(pairs), 10)) + "}"


def features_of(node: dict) -> list[int]:
    if "leaf_value" in node:
        return []
    return [
        node["split_feature"],
        *features_of(node["left_child"]),
        *features_of(node["right_child"]),
    ]


def plain(node: dict, at: dict[int, int]):
    """A tree as [feature, threshold, tree if at most, tree if more], a leaf as its value."""
    if "leaf_value" in node:
        return round(node["leaf_value"], 3)
    return [
        at[node["split_feature"]],
        float(f"{node['threshold']:.4g}"),
        plain(node["left_child"], at),
        plain(node["right_child"], at),
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=Path, nargs="+", required=True)
    parser.add_argument("--words", type=Path, required=True)
    parser.add_argument("--trees", type=Path)
    parser.add_argument("--net", type=Path)
    parser.add_argument("--check", action="store_true")
    arguments = parser.parse_args()
    lists = read_words(arguments.words, {})
    bank = yaml.safe_load((HERE / "furniture.yml").read_text(encoding="utf-8"))
    every = [page for path in arguments.pages for page in read_pages(path, lists, tuple(WEIGHTS))]
    pages = [page for page in every if page.set not in NET_ONLY]
    bodies = [page for page in pages if page.set in BODIES]
    extra = made_pages(bodies, bank, lists, BODIES) + planted_pages(bodies, bank, lists)
    of_net = [
        *learnt_from([page for page in every if page.set in NET_ONLY]),
        *swapped_pages(pages, SWAPPED, lists),
        *short_pages(every, SHORTENED, SHORT, lists),
    ]
    _say(len(pages), "pages in two forms,", Counter(page.set for page in [*extra, *of_net]))
    if arguments.check:
        check(pages, extra, of_net, bank, lists)
    learnt = learnt_from([*pages, *extra])
    if arguments.trees:
        write(TwoPasses(learnt), arguments.trees)
    if arguments.net:
        write_net(fit_net([*learnt, *of_net]), arguments.net)


if __name__ == "__main__":
    main()
