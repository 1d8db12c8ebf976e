"""What each part of a closing mark is: initials, a writer's name, an agency, an outlet, a desk, a code.

Input: a part, those beside it, and words. Output: its kind.
"""

import re

from kliping.cleaning.domains import END
from kliping.cleaning.forms.names import is_name
from kliping.cleaning.lexicon.compiled import Compiled

DESK = 7
"""Letters of the longest word that stands for the desk, and is nobody's initials or name: `red`, `Redaksi`."""
WITH_WRITER = 2
"""Parts of a mark that are an outlet and its writer."""
PAIR, INITIALS, SHORT_NAME = 2, 3, 4
"""Letters of the shortest and of the longest initials, and of the longest agency whose name may be a writer's first name."""
_INITIALS = re.compile(r"[^\W\d_]{2,4}\d?")
_TRAINEE = re.compile(r"[a-z]{2,4}- ?\d{1,2}")
_TWO_SYLLABLES = re.compile(r"[a-z]{2,3}-[a-z]{2,3}")
_ACCOUNT = re.compile(r"[a-z]{5,20}")
_DOMAIN = re.compile(rf"[\w-]{{2,30}}\.(?:{END}|co\.id)", re.IGNORECASE)
_CODE = re.compile(r"(?:T\.)?\*?[A-Z]{1,3}-?\d{1,2}|(?:T\.)?[A-Z]0\d\d|\*|ed|[a-z]\d{1,2}")


def kind_of(part: str, parts: list[str], known: Compiled, *, alone: bool) -> str | None:
    """What a part of a mark is by itself; None if it is a name or anything else."""
    if _is_paper_of_writer(part, parts, known):
        return "paper"
    if is_known_medium(part, known) or _is_cited(part, parts, known) or is_relayed(part, parts, known):
        return "code" if parts == [part] and _is_pair(part, known) else "medium"
    if part.casefold() in known.brands and not (_is_short_name(part, known) or _is_everyday(part, known)):
        return "brand"
    if _CODE.fullmatch(part) or _is_letter(part, parts):
        return "code"
    if part.casefold() in known.paid_labels:
        return "paid"
    if _is_desk(part, parts, known):
        return "desk"
    is_unit = known.no_name_word.fullmatch(part) is not None
    return "initials" if not is_unit and _may_be_initials(part, len(parts), alone=alone) else None


def _is_paper_of_writer(part: str, parts: list[str], known: Compiled) -> bool:
    """`Contoh.com` in `(Contoh.com/Nama Nama)`: where Indonesian pages take a piece from; an agency's name is a photo's."""
    outlet = known.knowledge.outlets.get(known.names.get(part, ""))
    if outlet is None or part != parts[0] or len(parts) != WITH_WRITER or outlet.wire or outlet.lang != "id":
        return False
    return is_known_medium(part, known) and is_name(parts[1], known)


def _is_pair(part: str, known: Compiled) -> bool:
    """`AA`: two letters that are not an agency's own name are somebody's initials as often."""
    outlet = known.brands.get(part.casefold())
    return len(part) == PAIR and outlet is not None and known.knowledge.outlets[outlet].name != part


def is_writer(part: str, parts: list[str], known: Compiled, before: set[str]) -> bool:
    """An account, or a name: a full one, or any behind an outlet's; a full name behind an agency's is a photographer's.

    A listed first name counts where nothing else stands in the mark: `(Nama)`.
    """
    if _is_account(part, parts) or (len(parts) == 1 and _is_first_name(part, known)):
        return True
    is_full = " " in part and "medium" not in before
    is_beside = is_full or not before.isdisjoint(("brand", "paper"))
    return is_beside and is_name(part, known) and not known.no_name_word.search(part)


def _may_be_initials(part: str, parts: int, *, alone: bool) -> bool:
    """Small letters always; capitals beside others, or glued to a sentence, where an abbreviation would stand inside."""
    if not _INITIALS.fullmatch(part):
        return bool(_TRAINEE.fullmatch(part) if parts > 1 else not alone and _TWO_SYLLABLES.fullmatch(part))
    return part.islower() or parts > 1 or (not alone and (part.isupper() or len(part) <= INITIALS))


def _is_first_name(part: str, known: Compiled) -> bool:
    """A word in title case that is listed as somebody's first name."""
    return part.istitle() and any(part.casefold() in listed for listed in known.knowledge.first_names.values())


def _is_letter(part: str, parts: list[str]) -> bool:
    """`T` in `(T/RE1)`: a desk's letter beside a code."""
    return len(part) == 1 and part.isupper() and any(_CODE.fullmatch(one) for one in parts)


def _is_account(part: str, parts: list[str]) -> bool:
    """`nama` in `(nama/contoh.com)`: one word in small letters before the site's address."""
    return part != parts[-1] and _ACCOUNT.fullmatch(part) is not None and _DOMAIN.fullmatch(parts[-1]) is not None


def _is_desk(part: str, parts: list[str], known: Compiled) -> bool:
    """`red`, the address of a site, or `MNM` in `(Nama Nama/MNM)`: capitals beside a full name are an outlet's letters."""
    if (len(part) <= DESK and part.casefold() in known.no_names) or _DOMAIN.fullmatch(part):
        return True
    if part == parts[0] != parts[-1] and _ACCOUNT.fullmatch(part) and parts[-1].casefold() in known.brands:
        return True  # `(motosan/contoh)`: where the outlet has it from, or an account
    return part.isupper() and len(part) > 2 and any(" " in one and not one.isupper() for one in parts)


def _is_cited(part: str, parts: list[str], known: Compiled) -> bool:
    """`Al Jazeera`, `Contohnews` in `(contoh.com/Contohnews)`: another medium behind the outlet's name, no writer."""
    if part == parts[0] or not part[0].isupper() or parts[0].casefold() not in known.brands:
        return False
    if part.casefold() in known.brands:
        return False
    return part in known.names or (" " not in part and known.sources.medium_word_end.search(part) is not None)


def is_relayed(part: str, parts: list[str], known: Compiled) -> bool:
    """`antara` in `(antara/contoh)`: an agency before the outlet that prints its piece."""
    outlet = known.brands.get(part.casefold())
    is_before = part == parts[0] != parts[-1] and parts[-1].casefold() in known.brands
    return is_before and outlet is not None and known.knowledge.outlets[outlet].wire


def _is_short_name(part: str, known: Compiled) -> bool:
    """`Ria`, which is a writer; the agency is `RIA`."""
    return len(part) <= SHORT_NAME and part.istitle() and part not in known.names


def _is_everyday(part: str, known: Compiled) -> bool:
    """`ria`, which is also an agency: in small letters a name that is an everyday word or name is somebody's."""
    outlet = known.brands.get(part.casefold())
    return outlet is not None and part.islower() and known.knowledge.outlets[outlet].everyday


def is_known_medium(part: str, known: Compiled) -> bool:
    """An agency's letters, or the name of a medium that others print."""
    if part.casefold() in known.codes:
        return True
    if _is_everyday(part, known):
        return False
    for name in (part,) if _is_short_name(part, known) else (part, part.upper(), part.title()):
        outlet = known.names.get(name)
        if outlet and (known.knowledge.outlets[outlet].wire or name == known.knowledge.outlets[outlet].name):
            return True
    return False
