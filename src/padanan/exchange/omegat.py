"""OmegaT's tab-separated glossary: source, target, comment; no heading.

The format is that of ``GlossaryReaderTSV`` of OmegaT: UTF-8 in a file ``.txt`` or
``.utf8``, nothing is quoted, and a line that begins with ``#`` is not read. A term
that begins so gets a space before it: OmegaT looks for words, and finds it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from padanan.errors import ExchangeError
from padanan.exchange.assembling import glossary_of
from padanan.exchange.formats import Dump
from padanan.exchange.pairs import pairs
from padanan.exchange.prose import remarks
from padanan.exchange.rows import broken, distinct, without
from padanan.files.text import decode, encode
from padanan.model import Concept, Status, Term, concept_id

if TYPE_CHECKING:
    from collections.abc import Iterator

    from padanan.exchange.formats import Options
    from padanan.exchange.pairs import Pair
    from padanan.model import Glossary

LOSES = (
    "which terms belong to one concept: every pair is a line of its own",
    "look-up forms, and deprecated terms, which OmegaT would offer",
    "regions and conditions, but in words, in the comment",
    "sense, part of speech, recognition, examples, sources, discussion, review",
)

_COMMENT_MARK = "#"


def dumps(glossary: Glossary, options: Options) -> Dump:
    """Return a line for each pair; with ``reverse`` the English comes first.

    Raises:
        ExchangeError: a text has half of a character.
    """
    every = pairs(glossary, reverse=options.reverse)
    kept, dropped = without(distinct(every), broken)
    return Dump((("", encode("".join(map(_line, kept)))),), dropped)


def loads(data: bytes, path: str) -> Glossary:
    """Return one concept for each source term, with all of its targets.

    Raises:
        ExchangeError: a line has no tab, or there is no term at all.
    """
    found: dict[str, list[tuple[str, str]]] = {}
    for source, target, comment in _rows(decode(data, path), path):
        found.setdefault(source, []).append((target, comment))
    concepts = (_concept(source, rows) for source, rows in found.items())
    return glossary_of(concepts, path)


def _line(pair: Pair) -> str:
    space = " " if pair.source.startswith(_COMMENT_MARK) else ""
    cells = (f"{space}{pair.source}", pair.target, remarks(pair))
    return "\t".join(cells).rstrip("\t") + "\n"


def _rows(text: str, path: str) -> Iterator[tuple[str, str, str]]:
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip() or line.startswith(_COMMENT_MARK):
            continue
        source, *others = (cell.strip() for cell in line.split("\t"))
        if not source or not others or not others[0]:
            message = "no tab between term and equivalent — write one"
            raise ExchangeError(message, path=path, line=number)
        yield source, others[0], " ".join(others[1:2])


def _concept(source: str, rows: list[tuple[str, str]]) -> Concept:
    targets = tuple(dict.fromkeys(target for target, _ in rows))
    notes = tuple(dict.fromkeys(comment for _, comment in rows if comment))
    others = (Term(text, Status.ADMITTED) for text in targets[1:])
    return Concept(
        id=concept_id(source),
        domain="",
        terms=(Term(source),),
        equivalents=(Term(targets[0]), *others),
        notes=notes,
    )
