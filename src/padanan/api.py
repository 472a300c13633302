"""What the public face does beside recognition: look-up, checks, exports."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from padanan.errors import ExchangeError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from padanan.checks.findings import Finding
    from padanan.matching.engine import Engine
    from padanan.model import Glossary
    from padanan.search.hits import Hit
    from padanan.search.index import Index
    from padanan.translation.units import Unit

_KEPT = 4
"""Maximum number of glossaries that stay compiled between two calls."""


def lookup(
    query: str, glossary: Glossary | None = None, *, limit: int = 5
) -> tuple[Hit, ...]:
    """Return the concepts that a word or phrase names, the most likely first.

    Args:
        query: a term of either language, in any form or case.
        glossary: where to look; the shipped glossary if none is given.
        limit: how many similar terms to offer where none is exactly that one.

    >>> [hit.concept.equivalent for hit in lookup("gencatan senjatanya")]
    ['ceasefire']
    >>> [hit.concept.term for hit in lookup("persona non grata")]
    ['persona non grata']
    """
    from padanan.search.search import search

    return search(_index(glossary), query, limit)


def check(
    units: Iterable[Unit | tuple[str, str]],
    glossary: Glossary | None = None,
    *,
    select: Iterable[str] = (),
) -> tuple[Finding, ...]:
    """Return where a translation does not use the terms.

    Args:
        units: of one document, in its order: translation units, or pairs of an
            Indonesian text and its English.
        glossary: the terms; the shipped glossary if none is given.
        select: codes or their beginnings (``T1``); all checks where empty.

    Returns:
        The findings that no unit waives. The id of the unit of a pair is its number,
        counted from 1.

    >>> pairs = [("Gencatan senjata berlaku.", "A weapons truce is in force.")]
    >>> [(finding.code, finding.expected[0]) for finding in check(pairs)]
    [('T101', 'ceasefire')]
    """
    from padanan.checks.runner import check_translation

    engine = _engine(glossary)
    return check_translation(engine, [*_units(units)], select=tuple(select)).findings


def export(
    glossary: Glossary, to: str, *, reverse: bool = False, include_fuzzy: bool = False
) -> bytes:
    r"""Return a glossary in the format of another program.

    Args:
        glossary: what to export.
        to: name of the format, as ``padanan export --to`` has it.
        reverse: English to Indonesian, where the rows of the format have a direction.
        include_fuzzy: keep concepts that are not yet reviewed.

    Raises:
        ExchangeError: there is no such format, it consists of several files, or it
            cannot hold a concept.

    >>> from padanan.model import Concept, Glossary, Term
    >>> visa = Concept("visa", "consular", (Term("visa"),), (Term("entry permit"),))
    >>> export(Glossary((visa,)), "deepl").decode()
    'visa\tentry permit\n'
    """
    from padanan.exchange import formats
    from padanan.exchange.selection import select

    form = formats.named(to)
    options = formats.FormatOptions(reverse=reverse, include_fuzzy=include_fuzzy)
    chosen = select(glossary, include_fuzzy=include_fuzzy)
    files = formats.dumps(form, chosen, options).files
    if len(files) > 1:
        message = f"{to} is several files — use padanan export --to {to} --output NAME"
        raise ExchangeError(message)
    return files[0][1]


@lru_cache(maxsize=_KEPT)
def _index(glossary: Glossary | None) -> Index:
    from padanan.matching.cached import compiled_form
    from padanan.search.index import index_of

    return index_of(compiled_form(glossary))


@lru_cache(maxsize=_KEPT)
def _engine(glossary: Glossary | None) -> Engine:
    from padanan.matching.annotator import engine_for

    return engine_for(glossary)


def _units(units: Iterable[Unit | tuple[str, str]]) -> Iterator[Unit]:
    from padanan.translation.units import Unit

    for number, unit in enumerate(units, 1):
        yield unit if isinstance(unit, Unit) else Unit(str(number), *unit, str(number))
