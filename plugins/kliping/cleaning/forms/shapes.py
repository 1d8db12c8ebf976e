"""What a line looks like, whatever it says: sentence, prose, fragment, headline, list item.

Input: a cleaned line. Output: a claim about its form; every function is linear in its length.
"""

import re
from operator import itemgetter

from kliping.cleaning.words import LONGEST

_FIRST = itemgetter(0)
_STOPS, _QUOTE_ENDS = frozenset(".!?…"), frozenset('"”»')
_CLOSERS = "\"'”’»)]*"
"""Signs of which up to four may stand behind the last stop of a sentence."""
_QUOTE_START = ("“", '"', "«", "‘", "„", "’’", "''")
_SIGNS = "•●▪◦‣■□◆❖➢➤►✓✔✗✘☑✅"
_BULLET = re.compile(rf"(?:[{_SIGNS}·*–—-]\s+|[{_SIGNS}]|o\s+(?=[A-Z0-9]))(?=\S)")
_BULLETS = frozenset(f"{_SIGNS}·*–—-o")
_NUMBER = re.compile(r"(?:\d{1,3}[.)]|#\d{1,3}|[a-z]\))\s+(?=\S)")
_COUNT = re.compile(r"(\d{1,3})[.)]\s+(?=\S)")
_BARS = "|>•·/»›"
_SEPARATORS = re.compile(rf"\s[{_BARS}]\s")

SENTENCE_WORDS, PROSE_SHORTEST = 4, 5
"""Words of the shortest sentence, and of the shortest running text."""
PROSE_WORDS = 8
"""Words from which a sentence is running text wherever it stands."""
ROW_WORDS, STOP_WORDS = 60, 15
"""Words from which a line is no headline, and words for each comma or stop from which names stand in no sentence."""
STOPS = (",", ";", ".", "!", "?")
"""Signs at a word's end that part sentences and the names in one."""
CLAUSE_WORDS = 10
"""Words in a row, half of which begin with a small letter in any clause, but hardly ever in a headline."""
LONG_WORDS = 25
"""Words from which a line is running text even without its end mark."""
LOWER, ANNOUNCING = 0.3, 0.5
"""The least share of words with a small first letter in a sentence, and in a clause that announces a list."""
BARRED = 3
"""Bars between words from which a line is a menu."""
LONGER, TITLE_CASE = 3, 0.8
"""In title case, the least share of the words with more than so many letters that begin with a capital."""
NARROW, WIDE = 45, 100
"""Characters of the shortest and the longest line that may have been broken at a margin."""


def ends_sentence(text: str) -> bool:
    """Whether a line ends as a sentence does.

    >>> ends_sentence("Ia datang.”"), ends_sentence("Rusia Siap Bantu")
    (True, False)
    """
    last = text[-1:]
    if last.isalnum() or text.endswith("..."):
        return False
    return last in _QUOTE_ENDS or text[-5:].rstrip(_CLOSERS)[-1:] in _STOPS


def is_cut_short(text: str) -> bool:
    """Whether a line breaks off with dots, as teasers of other stories do."""
    return text.endswith(("...", "…"))


def opens_quote(text: str) -> bool:
    """Whether a line begins with a quotation mark."""
    return text.startswith(_QUOTE_START)


def is_sentence(text: str) -> bool:
    """Whether a line is several words with an end mark."""
    return ends_sentence(text) and text.count(" ") + 1 >= SENTENCE_WORDS


def is_prose(text: str) -> bool:
    """Whether a line can only be running text: it is long, or a full sentence of some length."""
    words = text.count(" ") + 1
    if words < PROSE_SHORTEST:
        return False
    if words < LONG_WORDS and not (ends_sentence(text) and (words >= PROSE_WORDS or opens_quote(text))):
        return False
    if any(map(text.__contains__, _BARS)) and len(_SEPARATORS.findall(text)) >= BARRED:
        return False
    return lower_share(text) >= LOWER


def is_running_text(text: str) -> bool:
    """Whether a line is a sentence of any length, written as sentences are and not as an entry of a list."""
    return is_sentence(text) and lower_share(text) >= LOWER


def announces(text: str) -> bool:
    """Whether a line is a clause that ends with a colon, as above a list or a quotation."""
    return text.endswith(":") and text.count(" ") + 1 >= SENTENCE_WORDS and lower_share(text) >= ANNOUNCING


def may_be_broken(text: str) -> bool:
    """Whether a line has the length of those in a paragraph that is broken at a margin, as in mails."""
    return NARROW <= len(text) <= WIDE


def lower_share(text: str) -> float:
    """The share of words that begin with a small letter."""
    words = text[:LONGEST].split()
    firsts = list(map(_FIRST, words))
    if not "".join(firsts).isalnum():
        firsts = [
            first if first.isalnum() else _initial(word)
            for first, word in zip(firsts, words, strict=True)
            if first.isalnum() or len(word) > 1
        ]
    return sum(map(str.islower, firsts)) / len(firsts) if firsts else 0.0


def is_row_of_names(text: str) -> bool:
    """Whether a line is a long row of names and titles without clauses and with few stops: a menu or headlines in one."""
    words = text[:LONGEST].split()
    if len(words) < ROW_WORDS or number_length(text):
        return False
    if sum(word.endswith(STOPS) for word in words) * STOP_WORDS > len(words):
        return False
    small = [word[0].islower() for word in words]
    if sum(word.istitle() for word in words) * 2 < len(words):
        return False  # all in capitals, or in a script that has none
    return all(sum(small[at : at + CLAUSE_WORDS]) * 2 < CLAUSE_WORDS for at in range(len(words) - CLAUSE_WORDS + 1))


def has_title_case(text: str) -> bool:
    """Whether nearly all longer words begin with a capital, as in Indonesian headlines."""
    initials = [initial for word in text.split() if len(word) > LONGER and (initial := _initial(word)).isalpha()]
    return len(initials) >= 2 and sum(map(str.isupper, initials)) >= TITLE_CASE * len(initials)


def abbreviates(sign: str, words: str) -> bool:
    """True where capitals are the initials of the words before them.

    >>> abbreviates("AFP", "officers of the Armed Forces of the Philippines"), abbreviates("AFP", "villagers on the bridge")
    (True, False)
    """
    if not (sign.isalpha() and sign.isupper()):
        return False
    initials = [_initial(word) for word in words.replace("-", " ").split()[-2 * len(sign) :]]
    return "".join(filter(str.isupper, initials)).endswith(sign)


def bullet_length(text: str) -> int:
    """How many characters the bullet before an item takes; 0 if there is none."""
    match = _BULLET.match(text) if text[:1] in _BULLETS else None
    return match.end() if match else 0


def number_length(text: str) -> int:
    """How many characters the number before an item or a heading takes; 0 if there is none."""
    match = _NUMBER.match(text) if text[:1].isdigit() or text[:1] == "#" or text[1:2] == ")" else None
    return match.end() if match else 0


def number_of(text: str) -> int | None:
    """The number before an item or a heading, or None.

    >>> number_of("3. Rebus daun singkong"), number_of("Rebus daun singkong")
    (3, None)
    """
    match = _COUNT.match(text) if text[:1].isdigit() else None
    return int(match[1]) if match else None


def _initial(word: str) -> str:
    first = word[0]
    return first if first.isalnum() else next(filter(str.isalnum, word), "")
