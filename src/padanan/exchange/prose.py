"""Regions and conditions in words, for people and for language models."""

from __future__ import annotations

from typing import TYPE_CHECKING

from padanan.errors import GlossaryError
from padanan.language.countries import region_name
from padanan.matching.conditions import parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from padanan.exchange.pairs import TermPair
    from padanan.model import Concept, Term


def condition(text: str) -> str:
    """Return a condition in words, or unchanged if it is not understood.

    >>> condition("preceded within 3 by dalam | masa and not near hak*")
    'within 3 words after “dalam” or “masa”, and not near “hak…”'
    """
    try:
        return parse(text).describe()
    except GlossaryError:
        return text


def binding(term: Term) -> str:
    """Say where a term applies; empty if it applies everywhere.

    >>> from padanan.model import Term
    >>> binding(Term("Secretary of State", region="US"))
    'for the United States'
    """
    region = f"for {region_name(term.region)}" if term.region else ""
    where = condition(term.condition) if term.condition else ""
    return ", ".join(filter(None, (region, where)))


def recognition(concept: Concept) -> str:
    """Say where the terms mean the concept; empty if they always do.

    >>> from padanan.model import Concept, Term
    >>> recognition(Concept("misi", "missions", (Term("misi"),), (Term("mission"),),
    ...                     when=("followed by diplomatik",), unless=("near visi",)))
    'only before “diplomatik”; not near “visi”'
    """
    only = "; or ".join(map(condition, concept.when))
    never = "; nor ".join(map(condition, concept.unless))
    parts = (f"only {only}" if only else "", f"not {never}" if never else "")
    return "; ".join(filter(None, parts))


def remarks(pair: TermPair) -> str:
    """Return what a translator should know of a pair, in one line."""
    return " · ".join(_one_line(_remarks(pair)))


def _remarks(pair: TermPair) -> Iterator[str]:
    yield binding(pair.equivalent)
    yield recognition(pair.concept)
    yield pair.concept.definition
    yield from pair.concept.notes


def _one_line(parts: Iterable[str]) -> Iterator[str]:
    return (" ".join(part.split()) for part in parts if part.strip())
