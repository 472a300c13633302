"""A concept as a compact JSON text, for the cache of compiled glossaries."""

from __future__ import annotations

import json
from dataclasses import astuple
from typing import TYPE_CHECKING, Any

from padanan.model import (
    Concept,
    Example,
    Match,
    PartOfSpeech,
    Status,
    Term,
    TermType,
)

if TYPE_CHECKING:
    from collections.abc import Iterable


def encode_concept(concept: Concept) -> str:
    """Return a concept as one line of JSON: the values of its fields in order."""
    return json.dumps(astuple(concept), ensure_ascii=False, separators=(",", ":"))


def decode_concept(text: str) -> Concept:
    """Return the concept that ``encode_concept`` wrote.

    >>> concept = Concept("visa", "consular", (Term("visa"),), (Term("visa"),))
    >>> decode_concept(encode_concept(concept)) == concept
    True
    """
    values: list[Any] = json.loads(text)
    (
        id_, domain, terms, equivalents, pos, definition, sense, match,
        when, unless, notes, examples, sources, comment, fuzzy,
    ) = values  # fmt: skip
    return Concept(
        id_,
        domain,
        _terms(terms),
        _terms(equivalents),
        PartOfSpeech(pos) if pos else None,
        definition,
        sense,
        Match(match),
        tuple(when),
        tuple(unless),
        tuple(notes),
        tuple(Example(*example) for example in examples),
        tuple(sources),
        comment,
        fuzzy,
    )


def _terms(values: Iterable[list[Any]]) -> tuple[Term, ...]:
    return tuple(
        Term(text, Status(status), TermType(kind), region, condition, reason)
        for text, status, kind, region, condition, reason in values
    )
