"""Weblate's bilingual CSV, as translate-toolkit's ``csvl10n`` reads it for Weblate.

Weblate tells units apart by source and context, so that each further equivalent of
a term has a context of its own. It refuses cells that a spreadsheet could take for
formulas, and the reader may take a backslash for a mark.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from padanan.exchange.formats import Dump
from padanan.exchange.pairs import pairs
from padanan.exchange.prose import binding, remarks
from padanan.exchange.rows import broken, distinct, without
from padanan.files.text import encode, guarded, write_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from padanan.exchange.formats import Options
    from padanan.exchange.pairs import Pair
    from padanan.model import Glossary

    Row = tuple[str, ...]

LOSES = (
    "which terms belong to one concept: every pair is a string of its own",
    "look-up forms, and deprecated terms, whose flag “forbidden” CSV cannot say",
    "regions and conditions, but in words, as context and explanation",
    "recognition, examples, sources, discussion",
    "terms that begin like a formula (= + - @ | %) or have a backslash",
)

COLUMNS = ("source", "target", "context", "fuzzy", "developer_comments")


def dumps(glossary: Glossary, options: Options) -> Dump:
    """Return a row for each pair; with ``reverse`` the English is the source.

    Raises:
        ExchangeError: a text has half of a character.
    """
    every = distinct(pairs(glossary, reverse=options.reverse))
    kept, dropped = without(every, _refused)
    text = write_rows((COLUMNS, *_rows(kept)), ",", all_quoted=True)
    return Dump((("", encode(text)),), dropped)


def _refused(text: str) -> str | None:
    if why := broken(text):
        return why
    if guarded(text) != text:
        return "Weblate refuses what begins like a formula"
    return "a backslash is read as a mark" if "\\" in text else None


def _rows(every: Iterable[Pair]) -> Iterator[Row]:
    seen: set[tuple[str, str]] = set()
    count: Counter[str] = Counter()
    for pair in every:
        count[pair.source] += 1
        context = _context(pair)
        if (pair.source, context) in seen:
            context = " ".join(filter(None, (context, str(count[pair.source]))))
        seen.add((pair.source, context))
        fuzzy = "True" if pair.concept.fuzzy else "False"
        comment = ": ".join(filter(None, (pair.concept.domain, remarks(pair))))
        yield pair.source, pair.target, context, fuzzy, _plain(comment)


def _context(pair: Pair) -> str:
    sense = pair.concept.sense or ""
    return _plain("; ".join(filter(None, (sense, binding(pair.equivalent)))))


def _plain(text: str) -> str:
    """Return a remark that no reader misunderstands."""
    one_line = " ".join(text.replace("\\", "/").split())
    return f"({one_line})" if guarded(one_line) != one_line else one_line
