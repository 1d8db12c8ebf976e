"""The clippings of a digest, each opened when it is asked for."""

from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping

from kliping.digest.kept.filed import Filed
from kliping.digest.model import Clipping
from kliping.memory import Key
from kliping.model import Lang

OPEN_CLIPPINGS = 32
"""Clippings in memory at a time: lists need none of them, and a large digest would not fit."""


class Shelf(Mapping[str, Clipping]):
    """All clippings by id, newest first, each opened when it is asked for."""

    def __init__(self, filed: Mapping[str, Filed], open_one: Callable[[str], Clipping]) -> None:
        self._filed, self._open = filed, open_one
        self._opened: OrderedDict[str, Clipping] = OrderedDict()

    def page_key(self, id_: str) -> Key:
        """The hash of everything from which an article's own pages are made, without names and related articles."""
        return self._filed[id_].key

    def words_key(self, id_: str) -> Key:
        """The same without its tags and topics."""
        return self._filed[id_].words

    def list_key(self, id_: str, lang: Lang) -> Key:
        """The hash of what lists in a language show of an article; that of all its words if `Desk.on_filed` was not set."""
        filed = self._filed[id_]
        return filed.listed.get(lang) or filed.words

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
