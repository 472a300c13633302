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
    from collections.abc import Iterator

    from padanan import Annotator
    from padanan.articles.article import Article
    from padanan.articles.leaves import Translatable
    from padanan.files.headings import TableOptions
    from padanan.translation.skeleton import Skeleton
    from padanan.translation.units import UnitsRead
    from padanan.translation.worksheet import (
        Assembled,
        Missing,
        Unformatted,
        Worksheet,
        WorksheetUnit,
    )

AS_THEY_ARE = ("text", "markdown")
"""Articles that are nothing but their text, so that they can be written again."""

BESIDE = ".padanan"
"""Ending of the file beside a worksheet that holds an article too large for it."""
_NEIGHBOURS = 1_000
"""Maximum number of files beside a worksheet that are looked at."""

LONGEST = 60
"""Maximum number of characters of a sentence that a notice quotes."""


class WorksheetOptions(NamedTuple):
    """How a worksheet is made.

    Attributes:
        form: the name of its format.
        reading: how the article is read.
        memory: memories, earlier worksheets or other files with both languages;
            ``None`` for none, which is not the same as one that knows nothing.
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
        unread: what of that was passed over or guessed, a line each.
        told: what the translated article will not have as it was, a line each.
        travels: whether the article is in the worksheet; else ``assemble`` needs it
            beside that, or named.
    """

    article: Article
    worksheet: Worksheet
    data: bytes
    with_memory: bool = False
    unread: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    travels: bool = True

    @property
    def notices(self) -> tuple[str, ...]:
        """What to tell the user besides."""
        told = (f"{self.article.path}: {sentence}" for sentence in self.told)
        return (*self.article.notices, *self.unread, *told, self._counted())

    def _counted(self) -> str:
        units = self.worksheet.units
        order = self.worksheet.skeleton.order
        from padanan.files.counts import counted

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
        data: the article in the format that it came in.
    """

    path: str
    assembled: Assembled
    data: bytes

    @property
    def kind(self) -> str:
        """The name of the reader that reads the article."""
        return self.assembled.document.article.kind

    @property
    def text(self) -> str:
        """The words of the article."""
        if self.kind in AS_THEY_ARE:
            article = self.assembled.document.article
            return self.data.decode(article.encoding or "utf-8", "replace")
        return self.assembled.text

    @property
    def notices(self) -> tuple[str, ...]:
        """What is not as it should be, a line each, and how much that is."""
        wrong = self.assembled.unformatted
        lines = (f"{self.path}:{_unformatted(one)}" for one in wrong)
        return (*lines, *self._stays(), *self._missing())

    def _stays(self) -> Iterator[str]:
        from padanan.files.counts import counted

        staying = self.assembled.staying
        if staying:
            verb = "stays" if len(staying) == 1 else "stay"
            what = f"{counted(len(staying), 'sentence')} of names and figures {verb}"
            yield f"{what} as in Indonesian: “{_short(staying[0].source)}”" + (
                " and others" if len(staying) > 1 else ""
            )

    def _missing(self) -> tuple[str, ...]:
        missing = self.assembled.missing
        if not missing:
            return ()
        told = tuple(f"{self.path}:{_told(one)}" for one in missing)
        from padanan.files.counts import counted

        count = f"{len(missing):,} of {counted(self.assembled.units, 'sentence')}"
        verb = "is" if len(missing) == 1 else "are"
        return (*told, f"{count} {verb} not translated")

    def is_of(self, article: bytes) -> bool:
        """Tell whether bytes are the article that the worksheet was made of."""
        return article == self.assembled.document.article.data

    def as_dict(self) -> dict[str, Any]:
        """Return the assembled article of ``docs/json.md``."""
        from padanan.render.json import VERSION

        return {
            "version": VERSION,
            "path": self.path,
            "kind": self.kind,
            "text": self.text,
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
            "unformatted": [
                {
                    "path": self.path,
                    "place": one.unit.place,
                    "unit": one.unit.id,
                    "source": one.unit.source,
                    "missing": list(one.faults.missing),
                    "needless": list(one.faults.needless),
                    "crossed": list(one.faults.crossed),
                }
                for one in self.assembled.unformatted
            ],
            "staying": [unit.id for unit in self.assembled.staying],
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
    from padanan.articles.readers import translatable
    from padanan.translation.file_kinds import write_worksheet
    from padanan.translation.memory.prefill import prefill
    from padanan.translation.skeleton import travelling

    memory = options.memory
    article = open_article(source, options.reading)
    document = translatable(article)
    empty = _worksheet(document, annotator)
    earlier = [_earlier(one, empty, options.table) for one in memory or ()]
    told = tuple(line for one in earlier for line in one.unread)
    units = tuple(unit for one in earlier for unit in one.units)
    made = prefill(empty, units)
    data = write_worksheet(made, options.form)
    return WorksheetResult(
        document.article,
        made,
        data,
        memory is not None,
        told,
        (*document.told, *_as_text(document)),
        bool(travelling(made.skeleton).article),
    )


def _earlier(source: Source, worksheet: Worksheet, table: TableOptions) -> UnitsRead:
    """Return the units of an earlier file, or of a memory those that are of use."""
    from padanan.jobs.memories import offers
    from padanan.translation.memory.database import is_memory
    from padanan.translation.units import UnitsRead

    if source.data is None and is_memory(source.name):
        return UnitsRead(offers(source.name, worksheet))
    return read_units(source, table)


def _as_text(document: Translatable) -> Iterator[str]:
    from padanan.articles.readers import keeps_format

    kind = document.article.kind
    if kind not in AS_THEY_ARE and not keeps_format(kind):
        yield "the translated article will be plain text"


def assemble(
    source: Source, table: TableOptions = USUAL_TABLE, article: Source | None = None
) -> AssembleResult:
    """Put the translated article together from its worksheet.

    Args:
        source: the worksheet.
        table: how it is read where it is a table.
        article: what the worksheet was made of, where it does not hold that; ``None``
            for a file beside the worksheet.

    Raises:
        DocumentError: it is no such file, or none that holds units.
        ExchangeError: it is not a worksheet, or damaged, or of another article.
        MissingExtraError: a package for this format is not installed.
        OSError: it cannot be read.
    """
    from padanan.articles.readers import rewritten
    from padanan.translation.file_kinds import WORKSHEET_KINDS, open_worksheet
    from padanan.translation.worksheet import assemble as put_together

    data = bytes_of(source)
    if source.kind is None and source.name == STDIN:
        known = ", ".join(kind.name for kind in WORKSHEET_KINDS)
        problem = f"standard input has no ending — say --from with one of {known}"
        raise DocumentError(problem)
    with read_as(source, WORKSHEET_KINDS) as name:
        found = open_worksheet(data, name, table)
        original = bytes_of(article) if article else _beside(source, found.skeleton)
        done = put_together(found.skeleton, found.units, name, original)
    return AssembleResult(
        source.name, done, rewritten(done.document.article, done.leaves)
    )


def _beside(source: Source, skeleton: Skeleton) -> bytes | None:
    """Return the article that lies beside a worksheet, ``None`` where it has its own.

    The file may have another name: its hash counts.
    """
    from padanan.translation.skeleton import digest

    # Bytes that came another way lie nowhere, whatever they are called.
    if skeleton.article or source.name == STDIN or source.data is not None:
        return None
    usual = Path(source.name).with_suffix(BESIDE)
    others = sorted(usual.parent.glob(f"*{BESIDE}"))[:_NEIGHBOURS]
    for path in (usual, *others):
        if path.is_file():
            data = bytes_of(Source(str(path)))
            if digest(data) == skeleton.digest:
                return data
    if usual.is_file():
        problem = "another article than that of the worksheet — take that file's own"
        raise DocumentError(problem, path=str(usual))
    return None


def _worksheet(document: Translatable, annotator: Annotator) -> Worksheet:
    from padanan.articles.readers import keeps_format
    from padanan.language.segment import segment
    from padanan.translation.passages import apart
    from padanan.translation.worksheet import make

    article = document.article
    segments = segment(article.prose)
    if keeps_format(article.kind):
        segments = tuple(apart(segments, article))
    name = "" if article.path == STDIN else Path(article.path).name
    found = annotator.annotate(article.readable)
    made = make(document, segments, found, encoded(name).decode())
    if not made.units:
        problem = "no sentence to translate — is it an article?"
        raise DocumentError(problem, path=article.path)
    return made


def _unit(unit: WorksheetUnit) -> dict[str, Any]:
    return {
        "unit": unit.unit.id,
        "place": unit.unit.place,
        "source": unit.source,
        "marked": unit.tagged.marked,
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
    what = "not confirmed (fuzzy)" if missing.fuzzy else "not translated"
    return f"{missing.unit.place}: {what}: “{_short(missing.unit.source)}”"


def _unformatted(one: Unformatted) -> str:
    faults = (
        ("missing", one.faults.missing),
        ("needless", one.faults.needless),
        ("crossed", one.faults.crossed),
    )
    told = "; ".join(f"{name} {' '.join(tags)}" for name, tags in faults if tags)
    source = _short(one.unit.source)
    return f"{one.unit.place}: written without its formats, tags {told}: “{source}”"


def _short(source: str) -> str:
    return source if len(source) <= LONGEST else f"{source[:LONGEST]}…"
