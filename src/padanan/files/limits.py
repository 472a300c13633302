"""The size limits of all readers and writers, in one table.

A limit holds for the bytes that are in memory afterwards: those that a device gives,
and those that come out of a compressed file. Code looks a limit up when it needs it
(``limits.FILE``), so that a test can lower it.
"""

from __future__ import annotations

KIB = 1024
MIB = 1024 * KIB

FILE = 512 * MIB
"""Maximum size of any file, and of what standard input gives."""

ARTICLE = 512 * MIB
"""Maximum size of an article."""

GLOSSARY = 256 * MIB
"""Maximum size of a glossary in an exchange format."""

TRANSLATION = 256 * MIB
"""Maximum size of a file of translation units."""

PACKAGE = 512 * MIB
"""Maximum size of all parts of an office file, unpacked."""

WORD_PACKAGE = 256 * MIB
"""Maximum size of all parts of a Word article, unpacked."""

BOOK = 64 * MIB
"""Maximum size of the chapters of an EPUB, unpacked: pictures do not count."""

PDF = 128 * MIB
"""Maximum size of a PDF file."""

PDF_MEMORY = 1024 * MIB
"""Maximum address space of the process that reads a PDF file."""

XML = 100 * MIB
"""Maximum size of an XML document: in memory it takes some ten times as much."""

SKELETON = 64 * MIB
"""Maximum size of the skeleton of a worksheet, unpacked."""

TRAVELLING = MIB
"""Maximum size of a skeleton that travels in its worksheet, packed."""

CORPUS_DOCUMENT = 64 * MIB
"""Maximum size of a document of a corpus: context is read from it as a whole."""

CORPUS_CHUNK = MIB
"""Size from which a chunk of a corpus is full."""

CORPUS_CHUNK_DOCUMENTS = 1_000
"""Maximum number of documents in a chunk of a corpus."""

PIECE = MIB
"""Maximum number of bytes that are read or copied in one go."""

CELL = 32_767
"""Maximum number of characters in a cell of a spreadsheet, as Excel states it."""

SHEET_ROWS = 1_048_576
"""Maximum number of rows on a sheet, as Excel states it."""

SHEET_COLUMNS = 64
"""Maximum number of columns that are read of a sheet.

One cell at the right edge would otherwise give every row 16,384 cells.
"""


def shown(size: int) -> str:
    """Return a size as people read it.

    >>> shown(FILE), shown(2_000)
    ('512 MiB', '2,000 bytes')
    """
    return f"{size:,} bytes" if size % MIB else f"{size // MIB:,} MiB"


def too_large(limit: int) -> str:
    """Return what is said of a file that is larger than a limit.

    >>> too_large(GLOSSARY)
    'larger than 256 MiB — split it'
    """
    return f"larger than {shown(limit)} — split it"


def unpacks_to_more(limit: int) -> str:
    """Return what is said of a package that unpacks to more than a limit.

    >>> unpacks_to_more(PACKAGE)
    'unpacks to more than 512 MiB — split it'
    """
    return f"unpacks to more than {shown(limit)} — split it"
