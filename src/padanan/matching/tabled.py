"""A head with a row of a table behind it, which is no term: a portfolio or a city."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from padanan import lazy_re
from padanan.glossary.joining import HEAD, MODIFIER
from padanan.language.portfolios import longest_portfolio, more_behind, portfolio
from padanan.language.tables import table
from padanan.matching.compounds import Compound
from padanan.matching.equivalents import Offer
from padanan.matching.joining import (
    BoundRule,
    Modifier,
    capitalised,
    conjoined,
    joined,
    matching_rules,
)
from padanan.matching.pairs import composed, english

if TYPE_CHECKING:
    from padanan.matching.document import Document
    from padanan.matching.senses import Sense

_CITY = lazy_re.compile(r"[A-Z]\w+(?: [A-Z]\w+){0,2}")
_CAPITAL = lazy_re.compile(r" [A-Z][a-z]")
_OF_THEIR_OWN = frozenset({
    "dalam negeri", "kehakiman", "keuangan", "luar negeri", "pertahanan",
})  # fmt: skip
"""Fields of which each has a ministry: two of them are two ministries."""
_LIST = re.compile(r",| dan |\baffairs and ", re.IGNORECASE)
"""In a portfolio of several fields, that English had better not put first."""


def with_row(document: Document, head: Compound, at: int) -> Compound | None:
    """Add a row of a table to a head: a portfolio or a city."""
    return _with_portfolio(document, head, at) or _with_place(document, head, at)


def _with_place(document: Document, head: Compound, at: int) -> Compound | None:
    """Add the city after which a conference or convention is called."""
    text = document.text
    if not (text[at].isupper() and text[head.start].isupper()):
        return None
    match = _CITY.match(text, at) if "places" in head.sense.bonds.surely else None
    name = _longest_city(match[0]) if match else None
    if name is None or _cuts(document, at, at + len(name)):
        return None
    return _of_row(document, head, "places", name, at)


def _with_portfolio(document: Document, head: Compound, at: int) -> Compound | None:
    """Add what a ministry or minister is for, by the table of portfolios."""
    by_portfolio = "portfolios" in head.sense.bonds.surely
    name = _portfolio_at(document, at) if by_portfolio else None
    if name is None:
        return None
    more = more_behind(document.text, at, at + len(name))
    if more < 0 or is_another(document, more):
        return _of_row(document, head, "portfolios", name, at)
    # A list of fields that is no row: only two of them are surely those of one office.
    second = _portfolio_at(document, more)
    end = more + len(second or "")
    between = document.text[at + len(name) : more]
    if second is None or between != " dan " or _LIST.search(f"{name};{second}"):
        return None
    if {name.lower(), second.lower()} <= _OF_THEIR_OWN:
        return None
    if more_behind(document.text, at, end) >= 0 or has_a_term_behind(document, end):
        return None
    return _of_row(document, head, "portfolios", document.text[at:end], at)


def _portfolio_at(document: Document, at: int) -> str | None:
    """Return the longest portfolio at an offset that cuts no listed term."""
    name = longest_portfolio(document.text, at)
    return None if name is None or _cuts(document, at, at + len(name)) else name


def is_another(document: Document, at: int) -> bool:
    """Whether another person, body or country is named at an offset."""
    if at in document.place_starts:
        return True
    candidates, number = document.candidates, document.first_at(at)
    while number < len(candidates) and candidates[number][0] == at:
        if any(sense.office or sense.named for sense in candidates[number][3]):
            return True
        number += 1
    return False


def has_a_term_behind(document: Document, end: int) -> bool:
    """Whether a term with a capital follows a name, and so belongs to it.

    A body does not: *Direktur Jenderal Kerja Sama ASEAN Kementerian Luar Negeri*.
    """
    if not _CAPITAL.match(document.text, end):
        return False
    return end + 1 in document.starts and not is_another(document, end + 1)


def _cuts(document: Document, start: int, end: int) -> bool:
    """Whether a span would cut the longer listed term that begins with it."""
    number = document.first_at(start)
    candidates = document.candidates
    while number < len(candidates) and candidates[number][0] == start:
        if -candidates[number][1] > end and document.sense(number) is not None:
            return True
        number += 1
    return False


def _longest_city(words: str) -> str | None:
    """Return the longest beginning of some words that is a city."""
    rows = table("cities.tsv")
    found = words
    while found and found.lower() not in rows:
        found = found.rpartition(" ")[0]
    return found or None


def _of_row(
    document: Document, head: Compound, kind: str, name: str, at: int
) -> Compound:
    sense = document.pairs.known(
        (head.sense,), f"{kind} {name}", lambda: _row_sense(head.sense, kind, name)
    )
    return Compound(head.start, at + len(name), sense, head.parts, 1, whole=True)


def _row_sense(head: Sense, kind: str, name: str) -> Sense:
    """Return the sense of a head with a row of a table."""
    offers = _city(name) if kind == "places" else _portfolio(name)
    modifier = Modifier(kind, "", (), offers, offers, named=kind == "places")
    bound = matching_rules(head.rules, modifier)
    if any(_LIST.search(offer.text) for offer in offers):
        bound = tuple(map(_in_long_order, bound))
    offered = joined(bound, english(head), modifier)
    return composed(head, offered, f"{head.text} {name}", head.parts or (head.id,))


def _in_long_order(bound: BoundRule) -> BoundRule:
    """Return a rule in the order for a list: *minister of education, science and*."""
    return bound._replace(rule=bound.rule._replace(order=f"{HEAD} of {MODIFIER}"))


def _city(name: str) -> tuple[Offer, ...]:
    city = table("cities.tsv")[name.lower()][0].removeprefix("The ")
    return (Offer(city, None, None),)


def _portfolio(name: str) -> tuple[Offer, ...]:
    known = portfolio(name)
    if known is None:  # two, of one office
        one, _, other = name.partition(" dan ")
        return conjoined("and", _portfolio(one), _portfolio(other))
    bound = (Offer(capitalised(known.american), "US", None),) if known.american else ()
    return (Offer(known.english, None, None), *bound)
