"""The formats whose files are rows of cells: each one is a value of ``RowFormat``.

A new one needs a function that turns a glossary into rows, a value here, and its line
in ``formats.FORMATS``.
"""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from padanan.errors import ExchangeError
from padanan.exchange import concept_rows
from padanan.exchange.accepted import broken, distinct, longer_than, one_each, without
from padanan.exchange.assembling import glossary_of
from padanan.exchange.formats import Dump
from padanan.exchange.pairs import pairs
from padanan.exchange.prose import binding, remarks
from padanan.files import rows as table
from padanan.files.text import decode, decode_table, encode
from padanan.model import Concept, Status, Term, concept_id

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from padanan.exchange.formats import FormatOptions
    from padanan.exchange.pairs import TermPair
    from padanan.files.headings import TableOptions
    from padanan.files.rows import Cells, TableRow
    from padanan.model import Glossary

    Rows: TypeAlias = tuple[tuple[Cells, ...], tuple[str, ...]]


class RowFormat(NamedTuple):
    """A format whose files are rows of cells, as text.

    Attributes:
        rows: returns the rows of a glossary, the heading first where there is one,
            and a line for each thing that is left out.
        write: turns rows into text.
        parse: turns text and its path into rows.
        glossary: turns rows and their path into a glossary.
        bom: whether a file may begin with a byte order mark.
        decode: turns bytes and a path into text; tables of people may be in an
            encoding that has to be guessed.
    """

    rows: Callable[[Glossary, FormatOptions], Rows]
    write: Callable[[Iterable[Cells]], str]
    parse: Callable[[str, str], Iterable[TableRow]] = table.read_table
    glossary: Callable[..., Glossary] = concept_rows.glossary_of
    bom: bool = False
    decode: Callable[[bytes, str], str] = decode_table

    def dumps(self, glossary: Glossary, options: FormatOptions) -> Dump:
        """Return the glossary in the format: same glossary, same bytes.

        Raises:
            ExchangeError: a concept cannot be written, or a text has half of a
                character.
        """
        rows, dropped = self.rows(glossary, options)
        data = encode(self.write(rows), bom=self.bom and options.bom)
        return Dump((("", data),), dropped)

    def loads(self, data: bytes, path: str, *options: TableOptions) -> Glossary:
        """Return the glossary of a file.

        Args:
            data: the file.
            path: its name, for messages.
            options: how a table of concepts is read; nothing for other formats.

        Raises:
            ExchangeError: it is not of this format, with the line.
        """
        return self.glossary(self.parse(self.decode(data, path), path), path, *options)


def _concepts(glossary: Glossary, _options: FormatOptions) -> Rows:
    return tuple(concept_rows.rows(glossary)), ()


CSV = RowFormat(_concepts, partial(table.write_guarded_rows, delimiter=","), bom=True)
"""Comma-separated values (quoted as in RFC 4180): all fields, one row per concept."""

TSV = CSV._replace(write=partial(table.write_guarded_rows, delimiter="\t"))
"""Tab-separated values (quoted as in RFC 4180): all fields, one row per concept."""


# OmegaT reads no line that begins so.
_COMMENT = "#"


def _omegat(glossary: Glossary, options: FormatOptions) -> Rows:
    every = distinct(pairs(glossary, reverse=options.reverse))
    kept, dropped = without(every, _no_text)
    return tuple(map(_omegat_row, kept)), dropped


def _no_text(text: str) -> str | None:
    """Return why a spreadsheet would not show a cell as it is, ``None`` if it does.

    The formats of other programs have no sign for it, such as the apostrophe that
    ``csv`` puts before it.
    """
    if why := broken(text):
        return why
    return "it begins like a formula" if table.is_formula(text) else None


def _omegat_row(pair: TermPair) -> Cells:
    # With a space before it OmegaT still finds the term: it looks for words.
    space = " " if pair.source.startswith(_COMMENT) else ""
    comment = _no_formula(remarks(pair))
    pair_of_texts = (f"{space}{pair.source}", pair.target)
    return (*pair_of_texts, comment) if comment else pair_of_texts


def _omegat_glossary(rows: Iterable[TableRow], path: str) -> Glossary:
    """Return one concept for each source term, with all of its targets."""
    found: dict[str, list[tuple[str, str]]] = {}
    for source, target, comment in _omegat_cells(rows, path):
        found.setdefault(source, []).append((target, comment))
    return glossary_of((_concept(*one) for one in found.items()), path)


def _omegat_cells(rows: Iterable[TableRow], path: str) -> Iterator[tuple[str, ...]]:
    for number, cells in rows:
        if cells[0].startswith(_COMMENT) or not any(map(str.strip, cells)):
            continue
        source, *others = map(str.strip, cells)
        if not source or not others or not others[0]:
            message = "no tab between term and equivalent — write one"
            raise ExchangeError(message, path=path, line=number)
        yield source, others[0], " ".join(others[1:2])


def _concept(source: str, rows: list[tuple[str, str]]) -> Concept:
    first, *others = dict.fromkeys(target for target, _ in rows)
    return Concept(
        id=concept_id(source),
        domain="",
        terms=(Term(source),),
        equivalents=(Term(first), *(Term(text, Status.ADMITTED) for text in others)),
        notes=tuple(dict.fromkeys(comment for _, comment in rows if comment)),
    )


OMEGAT = RowFormat(
    _omegat,
    partial(table.write_plain_rows, delimiter="\t"),
    lambda text, _path: table.read_plain_rows(text, "\t"),
    _omegat_glossary,
    decode=decode,
)
"""OmegaT's glossary: source, target, comment; no heading.

As ``GlossaryReaderTSV`` of OmegaT reads it: UTF-8 in a file ``.txt`` or ``.utf8``,
nothing is quoted, and a line that begins with ``#`` is a comment.
"""


WEBLATE_COLUMNS = ("source", "target", "context", "fuzzy", "developer_comments")


def _weblate(glossary: Glossary, options: FormatOptions) -> Rows:
    every = distinct(pairs(glossary, reverse=options.reverse))
    kept, dropped = without(every, _refused_by_weblate)
    return (WEBLATE_COLUMNS, *_weblate_rows(kept)), dropped


def _refused_by_weblate(text: str) -> str | None:
    if why := broken(text):
        return why
    if table.is_formula(text):
        return "Weblate refuses what begins like a formula"
    return "a backslash is read as a mark" if "\\" in text else None


def _weblate_rows(every: Iterable[TermPair]) -> Iterator[Cells]:
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


def _context(pair: TermPair) -> str:
    sense = pair.concept.sense or ""
    return _plain("; ".join(filter(None, (sense, binding(pair.equivalent)))))


def _plain(text: str) -> str:
    """Return a remark that no reader takes for a formula or a mark."""
    return _no_formula(" ".join(text.replace("\\", "/").split()))


def _no_formula(text: str) -> str:
    return f"({text})" if table.is_formula(text) else text


WEBLATE = RowFormat(_weblate, partial(table.write_rows, delimiter=",", all_quoted=True))
"""Weblate's bilingual CSV, as ``csvl10n`` of translate-toolkit reads it for Weblate.

Weblate tells units apart by source and context, so that each further equivalent of a
term has a context of its own. It refuses cells that a spreadsheet could take for
formulas, and its reader may take a backslash for a mark.
"""


class Service(NamedTuple):
    """A machine translation service, which takes one equivalent for each term.

    Attributes:
        name: for the lines about what was left out.
        max_bytes: maximum length of a term in UTF-8.
        row: returns the row of a pair.
        heading: of the columns after those of the two languages; ``None`` if the first
            row is already a pair.
    """

    name: str
    max_bytes: int
    row: Callable[[TermPair], Cells]
    heading: Cells | None

    def rows(self, glossary: Glossary, options: FormatOptions) -> Rows:
        """Return the heading, and a row for each source term that fits."""
        every = pairs(glossary, reverse=options.reverse)
        fitting, too_long = without(every, longer_than(self.max_bytes))
        possible, refused = without(fitting, _no_text)
        kept, second = one_each(possible, self.name)
        found = tuple(map(self.row, kept))
        if self.heading is not None:
            codes = (glossary.source_language, glossary.target_language)
            codes = codes[::-1] if options.reverse else codes
            found = ((*codes, *self.heading), *found)
        return found, (*too_long, *refused, *dict.fromkeys(second))


def _two_cells(pair: TermPair) -> Cells:
    return pair.source, pair.target


def _google_row(pair: TermPair) -> Cells:
    pos = pair.concept.pos.value if pair.concept.pos else ""
    description = _no_formula(" ".join(pair.concept.definition.split()))
    return pair.source, pair.target, pos, description


DEEPL = RowFormat(
    Service("DeepL", 1024, _two_cells, heading=None).rows,
    partial(table.write_plain_rows, delimiter="\t"),
)
"""DeepL's glossary as TSV: source and target, no heading.

The rules are those of DeepL's API: no source twice, nothing empty, no control
characters, no spaces at the ends, terms of at most 1,024 bytes in UTF-8.
"""

GOOGLE = RowFormat(
    Service("Google", 1023, _google_row, heading=("pos", "description")).rows,
    partial(table.write_rows, delimiter=","),
)
"""Google Cloud Translation's glossary as CSV: equivalent term sets.

The heading names the languages by their codes; ``pos`` and ``description`` are the
two further columns that Google knows. Terms must be shorter than 1,024 bytes.
"""

AWS = RowFormat(
    Service("Amazon Translate", 200, _two_cells, heading=()).rows,
    partial(table.write_rows, delimiter=","),
)
"""Amazon Translate's custom terminology as CSV, for one direction.

The first row has the codes of the languages, the source first. A term has at most
200 bytes in UTF-8 (quotas of Amazon Translate) and one target.
"""
