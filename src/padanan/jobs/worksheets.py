"""An article split into sentences for translation, and put together again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from padanan.errors import DocumentError
from padanan.files.headings import USUAL as USUAL_TABLE
from padanan.files.local import STDIN
from padanan.files.writing import encoded
from padanan.jobs.articles import (
    USUAL,
    ReadingOptions,
    Source,
    bytes_of,
    open_article,
    read_as,
)
from padanan.jobs.units import read_units

if TYPE_CHECKING:
    from padanan import Annotator
    from padanan.articles.article import Article
    from padanan.files.headings import TableOptions
    from padanan.translation.worksheet import (
        Assembled,
        Missing,
        Worksheet,
        WorksheetUnit,
    )

AS_THEY_ARE = ("text", "markdown")
"""Articles that are nothing but their text, so that they can be written again."""
LONGEST = 60
"""Maximum number of characters of a sentence that a notice quotes."""


class WorksheetOptions(NamedTuple):
    """How a worksheet is made.

    Attributes:
        form: the name of its format.
        reading: how the article is read.
        memory: earlier worksheets or other files with both languages; ``None`` for
            none, which is not the same as one that knows nothing.
        table: how those are read that are tables.
    """

    form: str
    reading: ReadingOptions = USUAL
    memory: tuple[Source, ...] | None = None
    table: TableOptions = USUAL_TABLE


class WorksheetResult(NamedTuple):
    """A worksheet.

    Attributes:
        article: what it was made of.
        worksheet: its sentences, with hints on their terms.
        data: its file.
        with_memory: whether earlier work was offered.
        unread: what of that was passed over or guessed, one per line.
    """

    article: Article
    worksheet: Worksheet
    data: bytes
    with_memory: bool = False
    unread: tuple[str, ...] = ()

    @property
    def notices(self) -> tuple[str, ...]:
        """What to tell the user besides."""
        plain = "The translated article will be plain text."
        told = () if self.article.kind in AS_THEY_ARE else (plain,)
        return (*self.article.notices, *self.unread, *told, self._counted())

    def _counted(self) -> str:
        units = self.worksheet.units
        order = self.worksheet.skeleton.order
        from padanan.render.counts import counted

        size = f"{counted(len(order), 'sentence')}, {len(units):,} different"
        if not self.with_memory:
            return size
        exact = sum(bool(unit.target) for unit in units)
        fuzzy = sum(unit.fuzzy for unit in units)
        return f"{size}; from memory {exact} exactly, {fuzzy} fuzzy"

    def as_dict(self) -> dict[str, Any]:
        """Return the worksheet of ``docs/json.md``."""
        from padanan.render.json import VERSION

        return {
            "version": VERSION,
            "document": self.article.path,
            "path": self.article.path,
            "sentences": len(self.worksheet.skeleton.order),
            "units": [_unit(unit) for unit in self.worksheet.units],
        }


class AssembleResult(NamedTuple):
    """A translated article, as far as it is translated.

    Attributes:
        path: of the worksheet, as the user named it.
        assembled: the article, and what is missing in it.
    """

    path: str
    assembled: Assembled

    @property
    def data(self) -> bytes:
        """The article as UTF-8."""
        return self.assembled.text.encode()

    @property
    def notices(self) -> tuple[str, ...]:
        """What is not translated, one item per line, and how much that is."""
        missing = self.assembled.missing
        if not missing:
            return ()
        told = tuple(f"{self.path}:{_told(one)}" for one in missing)
        from padanan.render.counts import counted

        count = f"{len(missing):,} of {counted(self.assembled.units, 'sentence')}"
        verb = "is" if len(missing) == 1 else "are"
        return (*told, f"{count} {verb} not translated")

    def is_of(self, article: bytes) -> bool:
        """Tell whether bytes are the article that the worksheet was made of."""
        from padanan.translation.skeleton import fingerprint

        text = article.decode("utf-8", "replace")
        return fingerprint(text) == fingerprint(self.assembled.original)

    def as_dict(self) -> dict[str, Any]:
        """Return the assembled article of ``docs/json.md``."""
        from padanan.render.json import VERSION

        return {
            "version": VERSION,
            "path": self.path,
            "text": self.assembled.text,
            "units": self.assembled.units,
            "missing": [
                {
                    "path": self.path,
                    "place": one.unit.place,
                    "unit": one.unit.id,
                    "source": one.unit.source,
                    "fuzzy": one.fuzzy,
                }
                for one in self.assembled.missing
            ],
        }


def worksheet(
    source: Source, annotator: Annotator, options: WorksheetOptions
) -> WorksheetResult:
    """Split an article into sentences with hints on their terms.

    Raises:
        DocumentError: the article cannot be read, or has no sentence.
        ExchangeError: there is no such format, or it cannot hold the article.
        MissingExtraError: a package for this format is not installed.
        OSError: a file cannot be read.

    >>> from padanan import Annotator
    >>> made = worksheet(Source("-", b"Nota."), Annotator(), WorksheetOptions("po"))
    >>> made.notices
    ('1 sentence, 1 different',)
    """
    from padanan.translation.file_kinds import write_worksheet
    from padanan.translation.memory import prefill

    memory = options.memory
    article = open_article(source, options.reading)
    earlier = [read_units(one, options.table) for one in memory or ()]
    told = tuple(line for one in earlier for line in one.unread)
    units = tuple(unit for one in earlier for unit in one.units)
    made = prefill(_worksheet(article, annotator), units)
    data = write_worksheet(made, options.form)
    return WorksheetResult(article, made, data, memory is not None, told)


def assemble(source: Source, table: TableOptions = USUAL_TABLE) -> AssembleResult:
    """Put the translated article together from its worksheet.

    Args:
        source: the worksheet.
        table: how it is read where it is a table.

    Raises:
        DocumentError: it is no such file, or none that holds units.
        ExchangeError: it is not a worksheet, or damaged.
        MissingExtraError: a package for this format is not installed.
        OSError: it cannot be read.
    """
    from padanan.translation.file_kinds import WORKSHEET_KINDS, read_worksheet

    data = bytes_of(source)
    if source.kind is None and source.name == STDIN:
        known = ", ".join(kind.name for kind in WORKSHEET_KINDS)
        problem = f"standard input has no ending — say --from with one of {known}"
        raise DocumentError(problem)
    with read_as(source, WORKSHEET_KINDS) as name:
        return AssembleResult(source.name, read_worksheet(data, name, table))


def _worksheet(article: Article, annotator: Annotator) -> Worksheet:
    from padanan.articles.raised import as_signs, raised_notes
    from padanan.language.segment import segment
    from padanan.translation.worksheet import make

    segments = segment(article.readable)
    if not segments:
        problem = "no sentence to translate — is it an article?"
        raise DocumentError(problem, path=article.path)
    name = "" if article.path == STDIN else Path(article.path).name
    found = annotator.annotate(article.readable)
    # A worksheet has no formats: without a sign, a note's number would be a part of
    # the word before it.
    text = as_signs(article.text, raised_notes(article.text, article.blocks))
    return make(text, segments, found, encoded(name).decode())


def _unit(unit: WorksheetUnit) -> dict[str, Any]:
    return {
        "unit": unit.unit.id,
        "place": unit.unit.place,
        "source": unit.source,
        "target": unit.target,
        "fuzzy": unit.fuzzy,
        "score": unit.suggestion.score if unit.suggestion else None,
        "hints": [
            {
                "start": hint.start,
                "end": hint.end,
                "text": hint.text,
                "concept": hint.concept.id,
                "equivalents": list(hint.equivalents),
            }
            for hint in unit.hints
        ],
    }


def _told(missing: Missing) -> str:
    unit = missing.unit
    source = unit.source
    shown = source if len(source) <= LONGEST else f"{source[:LONGEST]}…"
    what = "not confirmed (fuzzy)" if missing.fuzzy else "not translated"
    return f"{unit.place}: {what}: “{shown}”"
