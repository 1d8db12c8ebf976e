"""Joins sentences that were cut into lines where they hold a link, before any line is judged.

Some crawlers write each piece of text in a page on a line of its own: `menurut`, `Siti Aminah`, `, Selasa.`
Such a piece looks like a button or a headline; the whole sentence does not.

Input: a file's lines. Output: the same lines in order, the pieces of one sentence as one `Line`.
"""

from collections.abc import Collection, Iterator, Sequence
from functools import cached_property
from itertools import groupby

from kliping.cleaning.forms.bylines import read_byline
from kliping.cleaning.forms.closings import read_closing
from kliping.cleaning.forms.datelines import read_dateline
from kliping.cleaning.forms.moments import read_moment_line
from kliping.cleaning.forms.shapes import ends_sentence, has_title_case, lower_share
from kliping.cleaning.lexicon.compiled import Compiled
from kliping.cleaning.reading import Line
from kliping.cleaning.renderings.pieces import as_one

CLOSING_MARKS = ",;:.!?)”»"
"""Marks that follow a word without a space."""
BEHIND_MARK = " \"”'’,."
"""What may follow such a mark at the beginning of a line."""
OPENS_AT_END = ("“", "„", "«", "(", ' "')
"""Ends of lines that open a quotation or a bracket."""
GOES_ON_AT_END = (',"', ",”", ' "')
"""Ends of lines that look like the end of a sentence and are none: it goes on behind a quotation, or one opens."""
GOES_ON_BEHIND_NAME = "(@0123456789"
"""How a line may begin that goes on behind a linked name."""
DASHES = ("-", "–", "—", "--")
OPENING = frozenset((*DASHES, '"', "“", "‘", "("))
"""Signs that are alone on a line only if a link begins behind them."""
ADDRESS = ("http://", "https://", "www.")
LINK_WORDS = 12
"""Words of the longest link inside a sentence."""
CLAUSE_WORDS = 4
"""Words of the shortest line without an end mark that is taken for a clause: a shorter one may be a heading or a button."""
CLAUSE_SMALL = 0.25
"""The least share of words with a small first letter in a clause, even if it names offices and persons."""
REST_WORDS = 8
"""Words of a line with a small first letter that can only be the rest of a sentence."""
REST_BELOW_PIECE = 3
"""Spaces that are enough for such a line right below one that has no end."""
MARGIN = 45
"""Characters: a longer line may belong to a paragraph that is broken at a margin."""
SENTENCE_WORDS = 6
"""Words that the joined sentence has at least."""
DATELINE_WORDS = 5
"""Words of the longest place and outlet before a dash."""
MOST_PIECES = 40
"""Lines into which a sentence may be cut."""


def join_pieces(lines: tuple[Line, ...], known: Compiled, apart: Collection[int] = ()) -> tuple[Line, ...]:
    """The lines, with the pieces of each sentence joined if the file shows that sentences were cut.

    Lines whose numbers are in `apart` stay as they are.
    """
    above = ("", *(line.text for line in lines))
    if not any(map(_was_cut_off, above[1:], above)) and not any(_is_cue(line.text, known) for line in lines):
        return lines
    joined: list[Line] = []
    for has_words, group in groupby(lines, key=lambda line: bool(line.text)):
        run = list(group)
        joined += _joined(run, known, apart) if has_words else run
    return tuple(joined)


def begins_with_mark(text: str) -> bool:
    """Whether the line begins with a mark that always follows a word, so that it was cut off from one.

    >>> begins_with_mark(", Selasa."), begins_with_mark("...dan lain-lain"), begins_with_mark(".NET")
    (True, False, False)
    """
    return text != "" and text[0] in CLOSING_MARKS and text[1:2] in BEHIND_MARK and not text.startswith("..")


def _was_cut_off(text: str, above: str) -> bool:
    """Whether a line shows that sentences were cut: it is the rest of one, or only the dash behind a place."""
    if begins_with_mark(text) or text in DASHES:
        return True
    if not text[:1].islower() or text.count(" ") < REST_BELOW_PIECE or not ends_sentence(text):
        return False
    return text.count(" ") >= REST_WORDS or (len(above) < MARGIN and above[-1:].isalnum())


def _is_cue(text: str, known: Compiled) -> bool:
    """`Dikutip dari`: words before the name of a medium, alone on a line because the name is a link."""
    return " " in text and len(text) < MARGIN and known.sources.before.fullmatch(f"{text} ") is not None


def _joined(run: Sequence[Line], known: Compiled, apart: Collection[int]) -> Iterator[Line]:
    pieces = [_Piece(line.text, known, is_apart=line.number in apart) for line in run]
    at = 0
    while at < len(run):
        end = _end_of_sentence(pieces[at : at + MOST_PIECES])
        yield _one_line(run[at : at + end]) if end > 1 else run[at]
        at += end


class _Piece:
    """A line that may be a part of a sentence."""

    def __init__(self, text: str, known: Compiled, *, is_apart: bool) -> None:
        self.text = text
        self.words = text.count(" ") + 1
        self.is_at_end = ends_sentence(text) and not text.endswith(GOES_ON_AT_END)
        self.wants_more = text.endswith(OPENS_AT_END) or text.rpartition(" ")[2] in known.joining_words
        """Its last word or sign cannot be the end."""
        self.has_cue = not known.cue_words.isdisjoint(text.casefold().split())
        """It may end before a medium's name: `Mengutip laporan`."""
        self._known = known
        self._is_apart = is_apart

    @cached_property
    def is_whole(self) -> bool:
        """Whether it is a line of its own: a label, an address, a date, a byline, initials."""
        text, known = self.text, self._known
        if self._is_apart or text.startswith(ADDRESS):
            return True
        if text in OPENING:
            return False
        if known.general.find(text) is not None or read_moment_line(text, known) is not None:
            return True
        closing = read_closing(text, known)
        return read_byline(text, known) is not None or (closing is not None and closing.start == 0)

    @property
    def is_place(self) -> bool:
        """Whether it is a place and an outlet, `KOTA, HARIAN CONTOH`, which looks like a byline."""
        place, comma, _ = self.text.partition(",")
        return bool(comma) and (place.isupper() or self._known.place.fullmatch(place) is not None)

    @property
    def begins_with_dateline(self) -> bool:
        """`Jakarta, Harian Contoh -- Direktorat Lalu Lintas`: the first words of a sentence behind place and outlet."""
        dateline = read_dateline(self.text, self._known)
        return dateline is not None and dateline.outlet is not None and dateline.end < len(self.text)

    def goes_on(self, before: "_Piece") -> bool:
        """Whether it can only be the rest of the line before."""
        if before.is_at_end:
            return False
        is_rest = self.text[0].islower() and not before.text.endswith(":")
        return begins_with_mark(self.text) or (is_rest and read_dateline(self.text, self._known) is None)

    def is_dash_behind(self, place: "_Piece") -> bool:
        """Whether it is the dash behind a place, with or without the sentence."""
        if place.words > DATELINE_WORDS or place.is_at_end or not place.text[0].isupper():
            return False
        return self.text in DASHES or (self.text.partition(" ")[0] in DASHES and self.words > CLAUSE_WORDS)

    def is_open(self, *, inside: bool) -> bool:
        """Whether more must follow: it is a clause without its end, or a piece inside a sentence."""
        if self.is_at_end or self.text.endswith(":"):
            return False
        if self.begins_with_dateline and not inside:
            return True
        is_clause = self.words >= CLAUSE_WORDS and lower_share(self.text) >= CLAUSE_SMALL and not has_title_case(self.text)
        return inside or self.text.endswith(",") or is_clause


def _end_of_sentence(pieces: Sequence[_Piece]) -> int:
    """On how many lines the sentence stands that begins on the first; 1 if it is not cut, or no sentence."""
    end, words, is_cut = 1, pieces[0].words, False
    has_dateline = len(pieces) > 1 and pieces[1].text in DASHES and pieces[1].is_dash_behind(pieces[0])
    while end < len(pieces):
        before, piece = pieces[end - 1], pieces[end]
        below = pieces[end + 1] if end + 1 < len(pieces) else None
        is_apart = end == 1 and before.is_whole and not (before.is_place and piece.is_dash_behind(before))
        is_lead = has_dateline and end > 1 and not (before.is_at_end or piece.is_whole)
        if is_apart or not (is_lead or _belongs(before, piece, below, inside=end > 1)):
            break
        is_cut = is_cut or begins_with_mark(piece.text) or (piece.text[0].islower() and piece.words >= REST_WORDS)
        words += piece.words
        end += 1
    return end if words >= SENTENCE_WORDS and (is_cut or pieces[end - 1].is_at_end) else 1


def _belongs(before: _Piece, piece: _Piece, below: _Piece | None, *, inside: bool) -> bool:
    """Whether a line continues the sentence of the line before."""
    if before.wants_more and not before.is_at_end:
        return True
    if piece.text.startswith(ADDRESS):
        return below is not None and begins_with_mark(below.text) and not before.is_at_end
    is_figure = inside and not before.is_at_end and piece.text[0] in GOES_ON_BEHIND_NAME
    is_behind_sign = before.text in OPENING and (inside or before.text not in DASHES)
    is_end = inside and before.text.endswith(",") and piece.is_at_end and piece.words <= LINK_WORDS
    if is_figure or is_behind_sign or is_end or piece.goes_on(before) or piece.is_dash_behind(before):
        return not piece.is_whole
    return below is not None and _is_link(before, piece, below, inside=inside) and not (piece.is_whole or below.is_whole)


def _is_link(before: _Piece, piece: _Piece, below: _Piece, *, inside: bool) -> bool:
    """Whether a line is a link: a few words between an unfinished clause and a line that continues it."""
    is_medium = before.has_cue and not before.is_at_end and begins_with_mark(below.text)
    if piece.words > LINK_WORDS or not (is_medium or before.is_open(inside=inside)):
        return False
    if inside and (piece.is_at_end or (below.is_at_end and below.words <= LINK_WORDS)):
        return True
    return below.goes_on(piece) or (below.text[0] in GOES_ON_BEHIND_NAME and not piece.is_at_end)


def _one_line(pieces: Sequence[Line]) -> Line:
    return as_one(_glued(pieces))


def _glued(pieces: Sequence[Line]) -> Iterator[tuple[str, str, Line]]:
    """Each piece, with the space or nothing that stands before it."""
    above = "("
    for piece in pieces:
        yield "" if begins_with_mark(piece.text) or above.endswith(OPENS_AT_END) else " ", piece.text, piece
        above = piece.text
