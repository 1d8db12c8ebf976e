"""The longest expressions made of words from data files.

Input: words. Output: a pattern.
"""

import re
from collections.abc import Iterable

from kliping.cleaning.lexicon.alternatives import words_expression


def slashed_credit(names: Iterable[str], links: Iterable[str], tails: Iterable[str]) -> re.Pattern[str]:
    """A photo's credit with a slash, by the names of outlets and agencies, and what stands before and behind one."""
    link, tail = words_expression(links), words_expression(tails)
    agency = f"(?i:{words_expression(names)})"
    person = r"[A-Z][\w .'/-]{1,60}"
    return re.compile(
        r"(?:^|(?<=[.!?”\")] )|(?<=[.!?”\")\]]))(?:[-–•] )?"
        rf"(?P<credit>{agency}(?: [A-Z][\w.]*)?\s?/\s?{person}|/\s?{agency}"
        rf"|[A-Z][\w .&'-]{{1,40}}(?:/[\w .'-]{{2,30}}){{0,2}} (?:{link}) {agency}"
        rf"|[A-Z][\w.'-]+(?: [A-Z][\w.'-]+){{0,3}}\s?/\s?(?:[A-Z][\w .'-]{{1,30}}/){{0,2}}{agency}(?: (?:{tail}))?)\.?$"
        rf"|\s(?P<credit2>/(?=\S)[\w .'-]{{2,40}}(?:/[\w .'-]{{2,40}}){{0,3}})$"
    )


def dated_dateline(months: Iterable[str]) -> re.Pattern[str]:
    """A dateline with its day, by the names of months; `\\0` stands for a brand."""
    month = f"(?i:{words_expression(months)})"
    capital = r"[^\W\d_a-z][\w.'’-]*(?: [^\W\d_a-z][\w.'’-]*){0,2}"
    brand = r"(?P<brand>[\s,.]{0,2}[(/]?\0[)/]?)"
    day_and_month = rf"(?:{month}(?:\.?\s|\.)\d{{1,2}}|\d{{1,2}}\s{month}\.?)(?:,?\s\d{{4}})?"
    day = rf"(?:{day_and_month}|\d\d?\.\d\d\.\d\d(?:\d\d)?|\d\d?/\d\d?)"
    other_calendar = r"(?:\d{1,2}\s(?:[^\W\d_a-z][\w'’-]*\s){1,2}\d{4}\s?/\s?)?"  # `14 Rabiul Awwal 1437/26 Desember`
    other_brand = r", [A-Z][A-Z-]{4,24}[.:]"  # of an outlet without a file
    letters = r"(?:\s?\([A-Z]{2,8}\)\s?(?:--|[-–—:])|[.,]?\s/[A-Z]{2,12}/[.:]?)"  # of an agency without a file
    return re.compile(
        rf"(?:(?P<place>{capital}(?:, {capital})?)[,./]{{1,2}}\s?)?{other_calendar}{day}"
        rf"(?:{brand}(?P<end>[.:,]?\s?(?:--|[-–—:])?)|{letters}|(?:{other_brand}|\.)(?=\s[“\"]?[^\W\d_a-z])|[.,]?$)\s?"
    )


def glued_label(labels: Iterable[str]) -> re.Pattern[str]:
    """Where a label of one word begins, glued to small letters and before a colon."""
    words = "|".join(sorted(re.escape(label.capitalize()) for label in labels if " " not in label))
    return re.compile(rf"(?<=[a-z])(?=(?:{words})\s?:)")
