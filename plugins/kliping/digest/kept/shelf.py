"""The clippings of a digest, opened one by one as they are asked for."""

from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping

from kliping.digest.kept.filed import Filed
from kliping.digest.model import Clipping
from kliping.memory import Key
from kliping.model import Lang

OPEN_CLIPPINGS = 32
"""Clippings held at a time: lists need none of them, and a large digest must not be held whole."""


class Shelf(Mapping[str, Clipping]):
    """All clippings by id, newest first, opened when they are asked for."""

    def __init__(self, filed: Mapping[str, Filed], open_one: Callable[[str], Clipping]) -> None:
        self._filed, self._open = filed, open_one
        self.page_keys: Mapping[str, Key] = {id_: one.key for id_, one in filed.items()}
        """By article, the digest of all that its own pages are made from, names and relations apart."""
        self.words_keys: Mapping[str, Key] = {id_: one.words for id_, one in filed.items()}
        """The same without its tags and topics."""
        self.list_keys: Mapping[str, Mapping[Lang, Key]] = {id_: one.listed for id_, one in filed.items()}
        """By article and language, the digest of what lists show of it, where that is known."""
        self._opened: OrderedDict[str, Clipping] = OrderedDict()

    def __getitem__(self, id_: str) -> Clipping:
        if id_ in self._opened:
            self._opened.move_to_end(id_)
            return self._opened[id_]
        if id_ not in self._filed:
            raise KeyError(id_)
        clipping = self._opened[id_] = self._open(id_)
        if len(self._opened) > OPEN_CLIPPINGS:
            self._opened.popitem(last=False)
        return clipping

    def __contains__(self, id_: object) -> bool:
        return id_ in self._filed

    def __iter__(self) -> Iterator[str]:
        return iter(self._filed)

    def __len__(self) -> int:
        return len(self._filed)
