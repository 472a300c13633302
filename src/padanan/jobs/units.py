"""Translation units read from a bilingual file or from two texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from padanan.errors import DocumentError
from padanan.files.headings import USUAL as USUAL_TABLE
from padanan.files.local import STDIN
from padanan.jobs.articles import (
    USUAL,
    ReadingOptions,
    Source,
    bytes_of,
    is_article,
    open_plain,
    read_as,
)

if TYPE_CHECKING:
    from padanan.files.headings import TableOptions
    from padanan.translation.units import Unit, UnitsRead


class PairOptions(NamedTuple):
    """How two texts are compared.

    Attributes:
        reading: how the texts are read.
        aligned: line against line; otherwise sentences are aligned.
    """

    reading: ReadingOptions = USUAL
    aligned: bool = False


SENTENCES = PairOptions()
"""Sentence against sentence, in texts as their files say."""


def open_units(source: Source, table: TableOptions = USUAL_TABLE) -> tuple[Unit, ...]:
    """Return the translation units of a file with both languages.

    Args:
        source: the file.
        table: how it is read where it is a table.

    Raises:
        PadananError: as ``read_units`` does.
        OSError: it cannot be read.

    >>> [unit.target for unit in open_units(Source("-", b"nota,note", "table"))]
    ['note']
    """
    return read_units(source, table).units


def read_units(source: Source, table: TableOptions = USUAL_TABLE) -> UnitsRead:
    """Return the translation units of a file, and what was passed over in it.

    Raises:
        DocumentError: no reader knows the ending, or it is no such file.
        ExchangeError: it is broken, with the line where that is known.
        MissingExtraError: a package for this format is not installed.
        OSError: it cannot be read.

    >>> read_units(Source("-", b"nota,note", "table")).unread
    ()
    """
    from padanan.translation.file_kinds import FILE_KINDS, read_all

    if source.kind is None and source.name == STDIN:
        known = ", ".join(kind.name for kind in FILE_KINDS)
        problem = f"standard input has no ending — say --from with one of {known}"
        raise DocumentError(problem)
    data = bytes_of(source)
    with read_as(source, FILE_KINDS) as name:
        found = read_all(data, name, table)
    told = tuple(f"{source.name}: {sentence}" for sentence in found.unread)
    return found._replace(unread=told)


def open_pair(
    source: Source, target: Source, options: PairOptions = SENTENCES
) -> tuple[Unit, ...]:
    """Return two texts as translation units; see ``read_pair``.

    >>> source = Source("a.id", b"Ia tiba. Ia pergi.")
    >>> target = Source("a.en", b"He came. He left.")
    >>> [unit.target for unit in open_pair(source, target)]
    ['He came.', 'He left.']
    """
    return read_pair(source, target, options).units


def read_pair(
    source: Source, target: Source, options: PairOptions = SENTENCES
) -> UnitsRead:
    """Return two texts as translation units, and what was passed over in them.

    Args:
        source: the Indonesian text.
        target: its English translation.
        options: how they are read and compared.

    Raises:
        DocumentError: a text cannot be read, or the lines are not as many.
        OSError: a file cannot be read.
    """
    from padanan.translation.texts import line_units, text_units
    from padanan.translation.units import UnitsRead

    ours, theirs = (open_plain(each, options.reading) for each in (source, target))
    told = (*ours.notices, *(f"{theirs.path}: {line}" for line in theirs.unread))
    if options.aligned:
        return UnitsRead(line_units(ours.readable, theirs.prose, target.name), told)
    return UnitsRead(text_units(ours.readable, theirs.prose), told)


def is_bilingual(source: Source) -> bool:
    """Tell whether a source can be read as translation units.

    >>> is_bilingual(Source("memory.tmx")), is_bilingual(Source("-", b"", "po"))
    (True, True)
    """
    from padanan.translation import file_kinds

    if source.kind is not None:
        return source.kind in {kind.name for kind in file_kinds.FILE_KINDS}
    return file_kinds.is_bilingual(source.name)


def is_only_bilingual(source: Source) -> bool:
    """Tell whether a source has translation units and cannot be an article.

    >>> is_only_bilingual(Source("memory.tmx")), is_only_bilingual(Source("a.docx"))
    (True, False)
    """
    from padanan.articles.readers import READERS

    if source.kind is not None:
        article = source.kind in {reader.name for reader in READERS}
    else:
        article = is_article(source.name)
    return is_bilingual(source) and not article
