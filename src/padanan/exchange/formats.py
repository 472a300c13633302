"""The table of exchange formats, and what their modules have in common."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

from padanan.errors import ExchangeError

if TYPE_CHECKING:
    from padanan.model import Concept, Glossary

BASE_URI = "urn:padanan:"
"""What the ids of concepts are appended to where a format wants addresses."""

MAX_BYTES = 256 * 1024 * 1024
"""Larger files are refused: no glossary is so large."""


class Options(NamedTuple):
    """Settings that a format may heed.

    Attributes:
        reverse: English to Indonesian, where rows have a direction.
        include_fuzzy: keep concepts that are not yet reviewed; heeded by
            ``selection``, before a format sees the glossary.
        base_uri: what ids are appended to, for linked data.
        bom: begin text with a byte order mark, for spreadsheets that need one.
    """

    reverse: bool = False
    include_fuzzy: bool = False
    base_uri: str = BASE_URI
    bom: bool = False


class Dump(NamedTuple):
    """A glossary in some format.

    Attributes:
        files: endings to be added to the name of the output, with their bytes;
            usually one file with the ending ``""``.
        dropped: what was left out, one line each: ``what — why``.
    """

    files: tuple[tuple[str, bytes], ...]
    dropped: tuple[str, ...] = ()


class Format(NamedTuple):
    """An exchange format.

    Attributes:
        name: what ``--to`` and ``--from`` call it.
        endings: of its files, in lower case, the usual one first.
        module: has ``LOSES``, ``dumps`` and, where it reads, ``loads``.
        writes: whether the glossary can be exported to it.
        reads: whether files of it can be imported.
        lossless: whether what is exported is imported as the same concepts.
        title: what it is, in a few words.
        reverses: whether its rows have a direction, which ``--reverse`` turns.
    """

    name: str
    endings: tuple[str, ...]
    module: str
    writes: bool
    reads: bool
    lossless: bool
    title: str
    reverses: bool = False


class Module(Protocol):
    """What the module of a format offers."""

    LOSES: tuple[str, ...]
    """What the format cannot carry, in plain English."""

    def dumps(self, glossary: Glossary, options: Options) -> Dump:
        """Return the glossary in the format: same glossary, same bytes."""

    def loads(self, data: bytes, path: str) -> Glossary:
        """Return the glossary of a file; only where the format ``reads``."""


FORMATS: tuple[Format, ...] = (
    Format(
        "po", (".po",), "padanan.exchange.po",
        title="gettext PO, merged into one file",
        writes=True, reads=True, lossless=True, reverses=False,
    ),
    Format(
        "csv", (".csv",), "padanan.exchange.csv",
        title="all fields, comma-separated",
        writes=True, reads=True, lossless=True, reverses=False,
    ),
    Format(
        "tsv", (".tsv", ".tab"), "padanan.exchange.tsv",
        title="all fields, tab-separated",
        writes=True, reads=True, lossless=True, reverses=False,
    ),
    Format(
        "xlsx", (".xlsx",), "padanan.exchange.xlsx",
        title="all fields, for Excel and LibreOffice",
        writes=True, reads=True, lossless=True, reverses=False,
    ),
    Format(
        "json", (".json",), "padanan.exchange.json",
        title="all fields, for programs",
        writes=True, reads=True, lossless=True, reverses=False,
    ),
    Format(
        "omegat", (".txt", ".utf8"), "padanan.exchange.omegat",
        title="OmegaT glossary, tab-separated",
        writes=True, reads=True, lossless=False, reverses=True,
    ),
    Format(
        "tbx-2008", (".tbx",), "padanan.exchange.tbx_2008",
        title="TBX-Basic of 2008, which OmegaT and Weblate read",
        writes=True, reads=True, lossless=False, reverses=False,
    ),
    Format(
        "tbx-2019-dca", (".tbx",), "padanan.exchange.tbx_2019_dca",
        title="TBX-Basic of 2019, style DCA",
        writes=True, reads=True, lossless=False, reverses=False,
    ),
    Format(
        "tbx-2019-dct", (".tbx",), "padanan.exchange.tbx_2019_dct",
        title="TBX-Basic of 2019, style DCT",
        writes=True, reads=True, lossless=False, reverses=False,
    ),
    Format(
        "tmx", (".tmx",), "padanan.exchange.tmx",
        title="translation memory, TMX 1.4b",
        writes=True, reads=True, lossless=False, reverses=True,
    ),
    Format(
        "weblate", (".csv",), "padanan.exchange.weblate",
        title="Weblate glossary, CSV",
        writes=True, reads=False, lossless=False, reverses=True,
    ),
    Format(
        "deepl", (".tsv",), "padanan.exchange.deepl",
        title="DeepL glossary",
        writes=True, reads=False, lossless=False, reverses=True,
    ),
    Format(
        "google", (".csv",), "padanan.exchange.google",
        title="Google Cloud Translation glossary",
        writes=True, reads=False, lossless=False, reverses=True,
    ),
    Format(
        "aws", (".csv",), "padanan.exchange.aws",
        title="Amazon Translate custom terminology",
        writes=True, reads=False, lossless=False, reverses=True,
    ),
    Format(
        "prompt", (".md",), "padanan.exchange.prompt",
        title="term table for language models, Markdown",
        writes=True, reads=False, lossless=False, reverses=True,
    ),
    Format(
        "skos", (".ttl",), "padanan.exchange.skos",
        title="linked data, SKOS as Turtle",
        writes=True, reads=False, lossless=False, reverses=False,
    ),
    Format(
        "stardict", (".ifo", ".idx", ".dict"), "padanan.exchange.stardict",
        title="dictionary for GoldenDict, KOReader and sdcv",
        writes=True, reads=False, lossless=False, reverses=True,
    ),
    Format(
        "html", (".html",), "padanan.exchange.html",
        title="printable glossary, A–Z with domains and search",
        writes=True, reads=False, lossless=False, reverses=True,
    ),
)  # fmt: skip
"""THE table: a new format is a module and a line here."""


def named(name: str) -> Format:
    """Return the format of that name.

    Raises:
        ExchangeError: there is none.

    >>> named("omegat").endings
    ('.txt', '.utf8')
    """
    for each in FORMATS:
        if each.name == name:
            return each
    known = ", ".join(each.name for each in FORMATS)
    raise ExchangeError(f"there is no format “{name}” — choose one of {known}")


def module(form: Format) -> Module:
    """Import the module of a format."""
    return cast("Module", import_module(form.module))


def recognised(path: str) -> Format:
    """Return the format of a file by its ending: the first one of those that read it.

    Raises:
        ExchangeError: no format that is read has that ending.

    >>> recognised("istilah.txt").name
    'omegat'
    """
    ending = Path(path).suffix.lower()
    for each in FORMATS:
        if each.reads and ending in each.endings:
            return each
    known = ", ".join(each.name for each in FORMATS if each.reads)
    raise ExchangeError(
        f"cannot tell its format by the ending — say --from with one of {known}",
        path=path,
    )


def dumps(form: Format, glossary: Glossary, options: Options) -> Dump:
    """Return the glossary in a format; where nothing may be lost, nothing is.

    Raises:
        ExchangeError: a concept cannot be written, or would be read otherwise.
        GlossaryError: the same, in a PO file.
    """
    dump = module(form).dumps(glossary, options)
    if form.lossless:
        again = module(form).loads(dump.files[0][1], form.name)
        if again.by_id.keys() != glossary.by_id.keys():
            message = f"{form.name} would lose a concept — please report it"
            raise ExchangeError(message)
    return dump


def loads(form: Format, data: bytes, path: str) -> Glossary:
    """Return the glossary of a file's bytes.

    Raises:
        ExchangeError: the format is only written, the file too large or not of
            that format.
        GlossaryError: an entry of a PO file is wrong.
    """
    if not form.reads:
        message = f"{form.name} is only written — import from another format"
        raise ExchangeError(message, path=path)
    if len(data) > MAX_BYTES:
        raise ExchangeError("larger than 256 MiB — split it", path=path)
    return module(form).loads(data, path)


def ordered(glossary: Glossary) -> tuple[Concept, ...]:
    """Return the concepts by term and sense: the order in which all formats write.

    >>> from padanan.model import Concept, Glossary, Term
    >>> visa, exile = (Concept(i, "law", (Term(i),), (Term("x"),)) for i in "va")
    >>> [concept.id for concept in ordered(Glossary((visa, exile)))]
    ['a', 'v']
    """
    return tuple(sorted(glossary.concepts, key=_order))


def _order(concept: Concept) -> tuple[str, str, str, str]:
    return concept.term.casefold(), concept.sense or "", concept.term, concept.id
