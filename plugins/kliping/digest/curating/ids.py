"""Whether an article may have an id: it is for good, and leads to one article alone."""

from collections.abc import Mapping
from pathlib import Path

from kliping.digest.sources import ID_ADVICE, Source, is_id, read_source
from kliping.errors import InvalidData
from kliping.sidecar import parse_sidecar


def require_free(id_: str, sources: Mapping[str, Source]) -> None:
    """Raise InvalidData for an id that is none, that an article has, or that leads to one which had it before."""
    if not is_id(id_):
        raise InvalidData(f"`{id_}` is no article id", advice=ID_ADVICE)
    if id_ in sources:
        raise InvalidData(f"has the id `{id_}` already", path=sources[id_].path, advice="Choose another.")
    for sidecar in (Path(source.sidecar) for source in sources.values() if source.sidecar):
        data = read_source(sidecar)
        if id_.encode() in data and id_ in parse_sidecar(data, sidecar).formerly:
            advice = "Choose another: its addresses lead to this article."
            raise InvalidData(f"names `{id_}`", path=sidecar, key="formerly", advice=advice)
