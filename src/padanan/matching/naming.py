"""Whether the text writes a composed term as a name, and where that name ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from padanan import lazy_re
from padanan.matching.joining import capitalised
from padanan.matching.offices import is_title_case
from padanan.matching.tabled import has_a_term_behind, is_another

if TYPE_CHECKING:
    from padanan.matching.compounds import Compound
    from padanan.matching.document import Document, Found
    from padanan.matching.senses import Sense

HEADLINE = 250
"""Maximum number of characters on either side in which a headline is looked for."""

_CAPITAL = lazy_re.compile(r" [A-Z][a-z]")
_AND_CAPITAL = lazy_re.compile(r",? dan [A-Z][a-z]")
_MORE_FIELDS = lazy_re.compile(
    r"(?:, [A-Z][\w-]+(?: [A-Z][\w-]+){0,3}){1,4},? dan [A-Z]"
)
"""Further fields of an office: *Direktur Jenderal Diplomasi, Promosi dan Budaya*."""
_CAPITALISED = lazy_re.compile(r"\b[A-Z][a-z]+ (?:dan )?\Z")
_LONG_WORD = lazy_re.compile(r"[^\W\d_]{4,}|\b[A-Z][a-z]{1,2}\b")
"""A word that has a capital in a name, which *dan* has not; no short acronym, which
has capitals everywhere."""


def finished(document: Document, phrase: Compound) -> Found | None:
    """Return a composed term, in capitals if it is a name; ``None`` for half a name."""
    sense = phrase.sense
    if not document.text[phrase.start].isupper():
        if begins_a_name(document, phrase):
            return None
    elif is_named(document, phrase):
        if goes_on(document, phrase):
            return None
        sense = as_name(sense)
    return phrase.start, phrase.end, sense


def as_name(sense: Sense) -> Sense:
    """Return a sense with English that has the capitals of a name."""
    return sense._replace(
        equivalents=tuple(map(capitalised, sense.equivalents)),
        offers=tuple(one._replace(text=capitalised(one.text)) for one in sense.offers),
    )


def begins_a_name(document: Document, phrase: Compound) -> bool:
    """Whether the last word begins a longer name: *operasi Imigrasi dan Bea Cukai*.

    So it does in *kerja sama Bilateral Currency Swap*; a country behind it is none.
    """
    text, end = document.text, phrase.end
    last = text.rfind(" ", phrase.start, end) + 1
    if text[last : last + 1].islower() or not text[last:end].istitle():
        return False
    if _AND_CAPITAL.match(text, end):
        return True
    behind = None if phrase.whole else _CAPITAL.match(text, end)
    return behind is not None and end + 1 not in document.place_starts


def is_named(document: Document, phrase: Compound) -> bool:
    """Whether the text writes a phrase as a name; in a headline everything is."""
    text = document.text
    words = _LONG_WORD.findall(text[phrase.start : phrase.end])
    if not all(word[0].isupper() for word in words):
        return False
    begin, end = document.sentence(phrase.start, phrase.end)
    begin, end = max(begin, phrase.start - HEADLINE), min(end, phrase.end + HEADLINE)
    rest = f"{text[begin : phrase.start]} {text[phrase.end : end]}"
    return len(words) > 1 and not is_title_case(rest)


def goes_on(document: Document, phrase: Compound) -> bool:
    """Whether a name has more words: *Organisasi Energi* is not all of … *Atom*."""
    if phrase.whole:
        return False
    text = document.text
    if _AND_CAPITAL.match(text, phrase.end):
        return True
    if phrase.sense.title:  # the name of the holder may follow
        more = _MORE_FIELDS.match(text, phrase.end)
        listed = more is not None and not is_another(document, phrase.end + 2)
        return listed or has_a_term_behind(document, phrase.end)
    if _CAPITALISED.search(text, max(phrase.start - 30, 0), phrase.start):
        return True
    following = _CAPITAL.match(text, phrase.end)
    return following is not None and phrase.end + 1 not in document.place_starts
