"""The names of media in a sentence.

Input: a page and a text. Output: each name with its place. Known names come from the outlets' files; others are
recognised by a word in them (`News`, `Harian`), or by a word before them that only media are called by.
"""

import re
from collections.abc import Iterator

from kliping.cleaning.lexicon.hints import MEDIUM, NAME
from kliping.cleaning.lexicon.languages.sources import CUE_REACH
from kliping.cleaning.page import Page

NAME_REACH = 50
FULL_NAME = 2
"""Words of a person's name behind a title at least."""
_CAPITAL = r"[^\W\d_a-z][\w.'’-]*"
_SHORT = r"[^\W\d_a-z]\w?\.|(?:[^\W\d_a-z]\.)+"
"""`St.`, `U.S.`: behind a longer word a stop ends a sentence."""
_CAPITALS_BEFORE = re.compile(rf"(?<!\w)(?:(?:{_CAPITAL}(?<!\.)|{_SHORT}) ){{1,3}}$")
_CAPITALS_AFTER = re.compile(rf"-{_CAPITAL}(?<![.'])|(?:(?! \S*['’]s\b) {_CAPITAL}(?<![.'])){{1,2}}")
_BEHIND_KIND = re.compile(r"[^\W\d_a-z][\w'’-]*(?:\.[a-z]{2,5}){0,2}(?: [^\W\d_a-z][\w'’-]*){0,4}")
_ENDED = re.compile(r"(?:^|[.!?”\"] )$")
_SUBDOMAIN = re.compile(r"(?<![\w.-])(?:[a-z][\w-]*\.)+$")
_NUMBER = re.compile(r"\s\d")
_ADDRESS_END = re.compile(r"\.[a-z]{2}")
_NUMERAL = re.compile(r"\s(?:V|[IVX]{2,})(?![\w.])")
KINDS = ("free", "bound", "behind")
"""The groups of a lead that hold the kind."""
CLOSING = (",", ".", ";", ")")
"""What stands behind a name that a comma parts from what it is: `kantor berita Iran, Contoh, …`."""


def names_of_media(page: Page, text: str, hints: int) -> list[tuple[int, str]]:
    """Known media, and names recognised as media by their words, each with its place."""
    known = page.known.name.finditer(text) if hints & NAME else ()
    found = [
        _with_subdomain(one)
        for one in known
        if not page.known.sources.no_medium.match(text, one.end()) and not _is_part_of_name(page, one)
    ]
    found += _in_small_letters(page, text)
    if "." in text:
        found += _sites(page, text, {start for start, _ in found})
    if hints & MEDIUM:
        listed = page.known.sources.medium_name.finditer(text)
        found += [(one.start(), one[0]) for one in listed if not _is_other_listed(page, one)]
        covered = {at for start, name in found for at in range(start, start + len(name))}
        found += _with_word(page, text, covered)
        covered |= {at for start, name in found for at in range(start, start + len(name))}
        found += [(start, name) for start, name in _behind_kind(page, text) if start not in covered]
    return sorted(dict(sorted(found)).items())  # of two with one beginning the longer: `The Times of India`


def _with_subdomain(match: re.Match[str]) -> tuple[int, str]:
    """`desa.contoh.com`, the address of an outlet's edition, where the outlet's own was found in it."""
    before = _SUBDOMAIN.search(match.string[max(0, match.start() - NAME_REACH) : match.start()])
    below = before[0] if before and "." in match[0] else ""
    return match.start() - len(below), below + match[0]


def _in_small_letters(page: Page, text: str) -> Iterator[tuple[int, str]]:
    """`dilansir reuters,`, `dilansir detik.`: before a sign or a day; else it may be a word: `dikutip antara lain`."""
    for match in page.known.sources.small_name.finditer(text):
        name = match["name"]
        if name in page.known.names_in_small and page.known.sources.name_end.match(text, match.end()):
            yield match.start("name"), name


def _sites(page: Page, text: str, named: set[int]) -> Iterator[tuple[int, str]]:
    """`contoh.com` right behind a cue: a site without a file, and not the one whose address begins the page."""
    for match in page.known.sources.site.finditer(text):
        start, site = match.start("site"), match["site"]
        if match["link"] is None and page.known.sources.glued_site.match(site):
            continue  # `dikutip daricontoh.com`: from `contoh.com` or from `daricontoh.com`, nobody knows
        is_other = page.known.naming.no_site.search(site) is not None
        is_own = page.outlet is not None and page.known.brands.get(site.casefold()) == page.outlet
        is_own = is_own or any(dateline and site.casefold() in dateline.cue.casefold() for dateline in page.datelines)
        if start not in named and not is_other and not is_own:
            yield start, site


def _is_other_listed(page: Page, match: re.Match[str]) -> bool:
    """`Goal 13`, `Marca.com`, `Mirror Lake`, `Java Express`: a number, an address, or beside an everyday word a capital.

    Also before a word that makes it something else: `The Federalist Papers`.
    """
    text, stop = match.string, match.end()
    if any(behind.match(text, stop) for behind in (_NUMBER, _ADDRESS_END, page.known.sources.no_medium)):
        return True
    return page.persons.is_everyday(match[0]) and (_goes_on(page, text, stop) or _is_behind_capital(page, match))


def _is_behind_capital(page: Page, match: re.Match[str]) -> bool:
    """Whether the capital before a name belongs to it: no cue's own, none that says whose or what the medium is."""
    before = match.string[max(0, match.start() - NAME_REACH) : match.start()]
    capital = _CAPITALS_BEFORE.search(before)
    if capital is None or page.known.sources.before.search(before):
        return False
    words = capital[0].strip()
    return page.known.sources.origin.fullmatch(words) is None and page.known.sources.kind.fullmatch(words) is None


def _goes_on(page: Page, text: str, stop: int) -> bool:
    """Whether the capital behind a name belongs to it: not `Dawn News`, `Guardian Australia` or a weekday."""
    if _CAPITALS_AFTER.match(text, stop) is None:
        return False
    behind = (page.known.sources.medium_word, page.known.sources.origin, page.known.dates.weekday)
    return not any(one.match(text, stop + 1) for one in behind)


def _is_part_of_name(page: Page, match: re.Match[str]) -> bool:
    return ends_longer_name(page, match) or _begins_longer_name(page, match) or _is_other_word(page, match)


def _is_other_word(page: Page, match: re.Match[str]) -> bool:
    """`Detik-detik`, the seconds; `the SPA`, behind an article that the agency of these letters never has."""
    text, start, stop = match.string, match.start(), match.end()
    if text[stop : stop + 1] == "-" and text[stop + 1 :].startswith(match[0].lower()):
        return True
    outlet = page.known.knowledge.outlets[page.known.names[match[0]]]
    word = text[max(0, start - NAME_REACH) : start].rstrip().rpartition(" ")[2]
    return outlet.wire and outlet.everyday and word.casefold() in page.known.sources.articles


def _begins_longer_name(page: Page, match: re.Match[str]) -> bool:
    """`Dawn Harper`, `Report No. 41`: a word that everybody uses, with another capital behind it; `Sputnik V`."""
    text = match.string
    if _NUMERAL.match(text, match.end()):
        return True
    outlet = page.known.knowledge.outlets[page.known.names[match[0]]]
    return outlet.everyday and " " not in match[0] and _goes_on(page, text, match.end())


def ends_longer_name(page: Page, match: re.Match[str]) -> bool:
    """`Harbour Health Report`: behind other capitals, a word that this page, or everybody, also uses in small letters.

    A cue's own capital is no part of a name: `Dilansir Antara`.
    """
    before = match.string[max(0, match.start() - NAME_REACH) : match.start()]
    if _CAPITALS_BEFORE.search(before) is None or page.known.sources.before.search(before):
        return False
    outlet = page.known.knowledge.outlets[page.known.names[match[0]]]
    return (outlet.everyday and " " not in match[0]) or page.persons.is_common(match[0].casefold())


def _with_word(page: Page, text: str, covered: set[int]) -> Iterator[tuple[int, str]]:
    """`Harian Contoh`, `Contoh News`: a word for media with the capitals around it."""
    done = 0
    for match in page.known.sources.medium_word.finditer(text):
        if match.start() in covered or match.start() < done:
            continue
        before = _CAPITALS_BEFORE.search(text[max(done, match.start() - NAME_REACH) : match.start()])
        after = _CAPITALS_AFTER.match(text, match.end())
        start = match.start() - len(before[0]) if before else match.start()
        done = after.end() if after else match.end()
        start = _behind_kind_word(page, text, _behind_cue(page, text, start, match.start()), done)
        if not covered.isdisjoint(range(start, done)) or page.known.sources.kind.fullmatch(text, start, done):
            continue  # `Al Jazeera TV`: the part that is known names it; `Kantor Berita Turki, Anadolu`: what it is
        name = text[start:done]
        if " " in name and not page.known.sources.no_medium.match(text, match.end()) and not _is_other(page, name, match[0]):
            yield start, name


def _is_other(page: Page, name: str, word: str) -> bool:
    """`Ambassador James Post`, with a title before it; `Daily News Ltd`, with what is no medium at its end."""
    title, *names = name.split(" ")
    is_person = len(names) >= FULL_NAME and title in page.known.sources.no_name_start and names[-1] == word
    return is_person or page.known.sources.no_medium.fullmatch(names[-1]) is not None


def _behind_cue(page: Page, text: str, start: int, stop: int) -> int:
    """`Melansir The Business Times`: the cue's own capital is no part of the name."""
    for at in range(start + 1, stop):
        if text[at - 1] == " " and page.known.sources.before.search(text[start:at]):
            return at
    return start


def _behind_kind_word(page: Page, text: str, start: int, stop: int) -> int:
    """`Harian Kali Gazette`: at the beginning of a sentence the capital of a kind is no part of a name that has its own."""
    kind = page.known.sources.kind.match(text, start, stop)
    if kind is None or not _ENDED.search(text[max(0, start - 2) : start]) or kind.end() >= stop:
        return start
    name = text[kind.end() + 1 : stop]
    return kind.end() + 1 if " " in name and page.known.sources.medium_word.search(name) else start


def _behind_kind(page: Page, text: str) -> Iterator[tuple[int, str]]:
    """`surat kabar Spanyol Contoh`, `kantor berita Iran, Contoh, …`: the name behind a word for media only."""
    for lead in page.known.sources.press_lead.finditer(text):
        name = _BEHIND_KIND.match(text, lead.end())
        if name is None or _is_of_name(text, lead.start(next(one for one in KINDS if lead[one]))):
            continue  # `Penasihat Media Contoh`
        if lead["comma"] and text[name.end() : name.end() + 2].lstrip()[:1] not in CLOSING:
            continue  # `menurut media Iran, Nama mengatakan`
        if _may_be_told(page, lead, name.end()):
            continue
        words = page.known.sources.origin_behind.sub("", name[0])
        if words and not _is_no_name(page, words) and not (lead["free"] is None and page.persons.is_called_by_part(words)):
            yield name.start(), words


def _is_of_name(text: str, at: int) -> bool:
    """Whether a kind with a capital is a part of a longer name and begins no sentence."""
    return text[at].isupper() and not _ENDED.search(text[max(0, at - 2) : at])


def _may_be_told(page: Page, lead: re.Match[str], stop: int) -> bool:
    """`told the local newspaper Nama was ill`, `menurut media Iran Nama menyebut`: behind a cue, a clause with its subject.

    Behind what nothing else is called by, only where somebody speaks: `kepada kantor berita Nama menyebut`.
    """
    text, sources = lead.string, page.known.sources
    cue = sources.before.search(text[max(0, lead.start() - CUE_REACH) : lead.start()])
    if cue is None or sources.name_end.match(text, stop):
        return False
    return lead["free"] is None or sources.speech_cue.match(cue[0]) is not None


def _is_no_name(page: Page, words: str) -> bool:
    """A day, an origin alone, or what begins with a title or a pronoun."""
    sources, first = page.known.sources, words.partition(" ")[0]
    is_other = sources.origin.fullmatch(words) or page.known.dates.weekday.match(words)
    return bool(is_other) or first in sources.no_name_start
