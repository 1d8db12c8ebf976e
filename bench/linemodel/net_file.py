"""Writes the net as readable JSON."""

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from fit_net import LEAST

from kliping.cleaning.linemodel.model import NET_FEATURES
from kliping.cleaning.linemodel.net import Neighbours, Net


def write_net(net: Net, path: Path) -> None:
    """The net as JSON: a feature, a word and a row of a matrix on each line."""
    count = len(NET_FEATURES)
    features = [
        (name, f'{{"mean": {plain(mean)}, "scale": {plain(scale)}, "weights": {plain(weights)}}}')
        for name, mean, scale, weights in zip(NET_FEATURES, net.means, net.scales, net.entry[:count], strict=True)
    ]
    words = [(word, plain(net.vectors[row])) for word, row in net.words.items()]
    parts = [
        ("least", str(LEAST)),
        ("features", block(features)),
        ("words", block(words)),
        ("vectors", plain(net.entry[count:])),
        ("bias", plain(net.bias)),
        ("layers", "[\n" + ",\n".join(map(layer_text, net.layers)) + "\n]"),
        ("exit", plain(net.exit)),
        ("exit bias", plain(net.exit_bias)),
    ]
    path.write_text(block(parts) + "\n", encoding="utf-8")


def layer_text(layer) -> str:
    """A layer as JSON."""
    kind = "neighbours" if isinstance(layer, Neighbours) else "page"
    return block([("layer", f'"{kind}"'), *((name, plain(getattr(layer, name))) for name in layer.__slots__)])


def block(parts: Sequence[tuple[str, str]]) -> str:
    """An object, a key on each line."""
    return "{\n" + ",\n".join(f"{json.dumps(key, ensure_ascii=False)}: {text}" for key, text in parts) + "\n}"


def plain(values) -> str:
    """A number, a row, or a matrix with a row on each line."""
    if np.ndim(values) < 2:
        return json.dumps(np.asarray(values).tolist(), separators=(",", ":"))
    return "[\n" + ",\n".join(map(plain, values)) + "\n]"
