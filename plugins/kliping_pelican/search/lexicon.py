"""What the browser needs to find the root of a word: all roots in use, and words that affixes do not lead to theirs."""

from collections.abc import Iterable, Mapping
from typing import Any

from kliping.memory import Memory, key_of
from kliping.model import Lang
from kliping.roots import Affixes, Roots

Exceptions = list[tuple[str, str, tuple[str, ...]]]


def read_roots(lang: Lang, affixes: Affixes) -> Roots:
    """The roots of a language's words, by simplemma's dictionary of forms."""
    from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

    return Roots(affixes, dict(DefaultDictionaryFactory().get_dictionary(lang).items()))


def lexicon(roots: Roots, affixes: Affixes, occurring: Iterable[str], exceptions: Exceptions) -> Mapping[str, Any]:
    """What `js/roots.js` reads, so that it finds the same roots as `Roots.of`, if they occur in the index."""
    known = set(occurring)
    forms = {}
    for word, base, shorn in exceptions:
        found = tuple(root for root in shorn if root in known)
        wanted = (base,) if base in known else ()
        told = wanted if word in known else found
        if told != wanted:
            forms[word] = "".join(wanted)
    return {
        "clitics": affixes.clitics,
        "suffixes": affixes.suffixes,
        "prefixes": [(each.written, each.before, each.root) for each in affixes.prefixes],
        "roots": " ".join(sorted(known)),
        "forms": dict(sorted(forms.items())),
    }


def exceptions_of(lang: Lang, roots: Roots, memory: Memory, software: str) -> Exceptions:
    """The words that affixes do not lead to their roots; computed once for each version of the dictionary."""
    key = key_of("exceptions", lang, software)
    known = memory.get(key, Exceptions)
    if known is None:
        known = roots.exceptions()
        memory.put(key, known)
    return known
