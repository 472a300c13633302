"""A table of terms for language models, in Markdown.

One row a concept: what to look for, what to write, in which surroundings another
equivalent is right, in words, and what not to write.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from padanan.exchange.formats import Dump, ordered
from padanan.exchange.pairs import offered
from padanan.exchange.prose import binding, recognition
from padanan.files.text import encode
from padanan.model import Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from padanan.exchange.formats import FormatOptions
    from padanan.model import Concept, Glossary, Term

_FORWARD = """\
# Terms: Indonesian to English

Translate each Indonesian term, in any inflected form, by the English in its row.
“Otherwise” gives equivalents that are right only as stated there, or that may stand
for the first one. Where “Only” is filled in, the term has this meaning only so.
Never write what stands under “Not”.

| Indonesian | English | Otherwise | Only | Not | Note |
|---|---|---|---|---|---|
"""
_BACKWARD = """\
# Terms: English to Indonesian

Translate each English term by the Indonesian in its row. “Otherwise” gives terms
that may stand for the first one. Where “Only” is filled in, the English has this
meaning only so. Never write what stands under “Not”.

| English | Indonesian | Otherwise | Only | Not | Note |
|---|---|---|---|---|---|
"""
# What Markdown would take for markup (CommonMark 0.31, 2.4).
_MARKUP = re.compile(r"[\\`*<|\[\]]")


def dumps(glossary: Glossary, options: FormatOptions) -> Dump:
    """Return a Markdown table; with ``reverse`` the English comes first.

    Raises:
        ExchangeError: a text has half of a character.
    """
    head = _BACKWARD if options.reverse else _FORWARD
    cells = _backward if options.reverse else _forward
    rows = sorted((tuple(cells(concept)) for concept in ordered(glossary)), key=_order)
    return Dump((("", encode(head + "".join(map(_line, rows)))),))


def _forward(concept: Concept) -> Iterator[str]:
    best, *others = offered(concept.equivalents)
    yield "; ".join(term.text for term in offered(concept.terms))
    yield best.text
    yield "; ".join(map(_bound, others))
    yield _only(concept)
    yield _avoided(concept.equivalents)
    yield " ".join(concept.notes)


def _backward(concept: Concept) -> Iterator[str]:
    best, *others = offered(concept.terms)
    yield "; ".join(map(_bound, offered(concept.equivalents)))
    yield best.text
    yield "; ".join(term.text for term in others)
    yield concept.definition if concept.sense or concept.when else ""
    yield _avoided(concept.terms)
    yield " ".join(concept.notes)


def _only(concept: Concept) -> str:
    meaning = f"in the sense: {concept.definition}" if concept.sense else ""
    meaning = meaning if concept.definition else ""
    return "; ".join(filter(None, (recognition(concept), meaning)))


def _bound(term: Term) -> str:
    where = binding(term)
    return f"{where}: {term.text}" if where else term.text


def _avoided(terms: tuple[Term, ...]) -> str:
    return "; ".join(
        f"{term.text} ({term.reason})" if term.reason else term.text
        for term in terms
        if term.status is Status.DEPRECATED
    )


def _order(row: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    return row[0].casefold(), row


def _line(row: tuple[str, ...]) -> str:
    return f"| {' | '.join(map(_escaped, row))} |\n"


def _escaped(text: str) -> str:
    return _MARKUP.sub(r"\\\g<0>", " ".join(text.split()))
