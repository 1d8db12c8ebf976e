"""The file `line_net.json` to a `Net`, every name and every size checked."""

from collections.abc import Sequence
from pathlib import Path
from typing import TypeAlias

import msgspec
import numpy as np
from msgspec import Struct

from kliping.cleaning.linemodel.net import Layer, Neighbours, Net, Numbers, WholePage
from kliping.errors import InvalidData

Row: TypeAlias = tuple[float, ...]
Matrix: TypeAlias = tuple[Row, ...]
"""A row for each number that comes in."""


class NeighboursFile(Struct, frozen=True, forbid_unknown_fields=True, tag_field="layer", tag="neighbours"):
    """A layer that looks at the lines around."""

    reach: int
    above: Matrix
    own: Matrix
    below: Matrix
    bias: Row


class WholePageFile(Struct, frozen=True, forbid_unknown_fields=True, tag_field="layer", tag="page"):
    """The layer that looks at the whole page."""

    heed: Row
    heeded: Matrix
    mean: Matrix
    bias: Row


class FeatureFile(Struct, frozen=True, forbid_unknown_fields=True):
    """A feature: what is taken off, what it is then multiplied with, and what it adds to a line's numbers."""

    mean: float
    scale: float
    weights: Row


class NetFile(Struct, frozen=True, forbid_unknown_fields=True):
    """The file `line_net.json`."""

    least: int
    """On the pages of so many sites each word stands."""
    features: dict[str, FeatureFile]
    words: dict[str, Row]
    """Each word's vector."""
    vectors: Matrix
    """What the vectors add to a line's numbers."""
    bias: Row
    layers: tuple[NeighboursFile | WholePageFile, ...]
    exit: Row
    exit_bias: float = msgspec.field(name="exit bias")


def read_net(path: Path, features: Sequence[str]) -> Net:
    """The net of a file. Raises InvalidData for another form, other features, and numbers that do not fit together."""
    try:
        trained = msgspec.json.decode(path.read_bytes(), type=NetFile)
        if wrong := sorted(set(trained.features) ^ set(features)):
            raise ValueError(f"unknown or missing features: {', '.join(wrong)}")
        return net_of(trained, features)
    except ValueError as error:
        raise InvalidData(f"is no net of ours: {error}", path=path, advice="Train it again.") from error


def net_of(trained: NetFile, names: Sequence[str]) -> Net:
    """The net at work. Raises ValueError for rows of unlike length, and for matrices that do not fit together."""
    width, features = len(trained.bias), [trained.features[name] for name in names]
    unknown = (0.0,) * len(trained.vectors)
    return Net(
        means=np.array([feature.mean for feature in features]),
        scales=np.array([feature.scale for feature in features]),
        words={word: row for row, word in enumerate(trained.words)},
        vectors=matrix((*trained.words.values(), unknown), len(unknown)),
        entry=matrix((*(feature.weights for feature in features), *trained.vectors), width),
        bias=np.array(trained.bias),
        layers=[layer_of(layer, width) for layer in trained.layers],
        exit=matrix((trained.exit,), width)[0],
        exit_bias=trained.exit_bias,
    )


def layer_of(layer: NeighboursFile | WholePageFile, width: int) -> Layer:
    """A layer at work."""
    bias = matrix((layer.bias,), width)[0]
    if isinstance(layer, WholePageFile):
        return WholePage(matrix((layer.heed,), width)[0], square(layer.heeded, width), square(layer.mean, width), bias)
    above, own, below = (square(some, width) for some in (layer.above, layer.own, layer.below))
    return Neighbours(layer.reach, above, own, below, bias)


def square(rows: Matrix, width: int) -> Numbers:
    """The rows as a square matrix. Raises ValueError if they make none of this width."""
    if len(rows) != width:
        raise ValueError(f"{len(rows)} rows, where {width} belong")
    return matrix(rows, width)


def matrix(rows: Matrix, width: int) -> Numbers:
    """The rows as a matrix. Raises ValueError for a row of another length."""
    for row in rows:
        if len(row) != width:
            raise ValueError(f"{len(row)} numbers in a row, where {width} belong")
    return np.array(rows)
