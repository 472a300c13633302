"""The table of exchange formats, and what is the same for all of them."""

from __future__ import annotations

from pathlib import Path
from pkgutil import resolve_name
from typing import TYPE_CHECKING, NamedTuple, cast

from padanan.errors import ExchangeError
from padanan.files import limits
from padanan.files.counts import counted
from padanan.files.headings import USUAL, refuse_options, unread_languages

if TYPE_CHECKING:
    from collections.abc import Callable

    from padanan.files.headings import TableOptions
    from padanan.model import Concept, Glossary

TITLE = "Padanan: Indonesian–English diplomatic glossary"
"""What formats that have a title call the glossary."""

BASE_URI = "urn:padanan:"
"""What the ids of concepts are appended to in formats that need addresses."""


class FormatOptions(NamedTuple):
    """Settings that a format may follow.

    Attributes:
        reverse: English to Indonesian, where rows have a direction.
        include_fuzzy: keep concepts that are not yet reviewed. ``selection`` follows
            it before a format is given the glossary.
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


class Unread(NamedTuple):
    """What is not read of a file.

    Attributes:
        entries: how many lack Indonesian or English.
        languages: the codes of all languages in it.
    """

    entries: int
    languages: frozenset[str]


class Format(NamedTuple):
    """An exchange format.

    Attributes:
        name: what ``--to`` and ``--from`` call it.
        endings: of its files, in lower case, the usual one first.
        title: what it is, in a few words.
        writer: where its ``dumps`` is, in this package: ``module:name``. It takes a
            glossary and ``FormatOptions`` and returns a ``Dump``; the same glossary
            gives the same bytes.
        reader: where its ``loads`` is, which takes bytes and a path and returns a
            glossary; empty where files of the format are not imported.
        loses: what it cannot carry, in plain English; empty where what is exported is
            imported as the same concepts.
        reverses: whether its rows have a direction, which ``--reverse`` turns.
        is_table: whether its files are tables of concepts, with a heading.
        teller: where what tells of a file is that is not read of it: entries that lack
            one of the languages, terms in others; empty where there is none.
    """

    name: str
    endings: tuple[str, ...]
    title: str
    writer: str
    reader: str = ""
    loses: tuple[str, ...] = ()
    reverses: bool = False
    is_table: bool = False
    teller: str = ""

    @property
    def reads(self) -> bool:
        """Whether files of it can be imported."""
        return bool(self.reader)

    @property
    def writes(self) -> bool:
        """Whether the glossary can be exported to it."""
        return bool(self.writer)

    @property
    def lossless(self) -> bool:
        """Whether what is exported is imported as the same concepts."""
        return not self.loses


_RECOGNITION = (
    "recognition: match, replaces, level, when, unless, modifier and heads;"
    " what a check accepts"
)
_SENSE = "the sense, except for what the id says of it"
_REVIEW = "comments and the mark of unreviewed entries"
_ONE_EACH = "all equivalents of a term but the first"
_CONDITIONS = "regions and conditions: the term is translated the same everywhere"
_CONCEPTS = "which terms belong to one concept; look-up forms; deprecated terms"
_OTHER_FIELDS = "everything that is not a term: definitions, notes, examples, sources …"

_TBX_2019_LOSES = (_RECOGNITION, _SENSE, "that a noun is a proper noun", _REVIEW)

FORMATS: tuple[Format, ...] = (
    Format(
        "po",
        (".po",),
        "gettext PO, merged into one file",
        writer="merged_po:dumps",
        reader="merged_po:loads",
    ),
    Format(
        "csv",
        (".csv",),
        "all fields, comma-separated",
        writer="row_formats:CSV.dumps",
        reader="row_formats:CSV.loads",
        is_table=True,
    ),
    Format(
        "tsv",
        (".tsv", ".tab"),
        "all fields, tab-separated",
        writer="row_formats:TSV.dumps",
        reader="row_formats:TSV.loads",
        is_table=True,
    ),
    Format(
        "xlsx",
        (".xlsx",),
        "all fields, for Excel and LibreOffice",
        writer="spreadsheet:dumps",
        reader="spreadsheet:loads",
        is_table=True,
    ),
    Format(
        "json",
        (".json",),
        "all fields, for programs",
        writer="glossary_json:dumps",
        reader="glossary_json:loads",
    ),
    Format(
        "omegat",
        (".txt", ".utf8"),
        "OmegaT glossary, tab-separated",
        writer="row_formats:OMEGAT.dumps",
        reader="row_formats:OMEGAT.loads",
        loses=(
            "which terms belong to one concept: every pair is a line of its own",
            "look-up forms, and deprecated terms, which OmegaT would offer",
            "regions and conditions, except in words in the comment",
            "sense, part of speech, recognition, examples, sources, discussion, review",
        ),
        reverses=True,
    ),
    Format(
        "tbx-2008",
        (".tbx",),
        "TBX-Basic of 2008, which OmegaT and Weblate read",
        writer="tbx:TBX_2008.dumps",
        reader="tbx_reading:loads",
        teller="tbx_reading:unread",
        loses=(
            "deprecated terms and look-up forms: programs that read it would offer"
            " them",
            _RECOGNITION,
            _SENSE,
            _REVIEW,
        ),
    ),
    Format(
        "tbx-2019-dca",
        (".tbx",),
        "TBX-Basic of 2019, style DCA",
        writer="tbx:TBX_2019_DCA.dumps",
        reader="tbx_reading:loads",
        teller="tbx_reading:unread",
        loses=_TBX_2019_LOSES,
    ),
    Format(
        "tbx-2019-dct",
        (".tbx",),
        "TBX-Basic of 2019, style DCT",
        writer="tbx:TBX_2019_DCT.dumps",
        reader="tbx_reading:loads",
        teller="tbx_reading:unread",
        loses=_TBX_2019_LOSES,
    ),
    Format(
        "tmx",
        (".tmx",),
        "translation memory, TMX 1.4b",
        writer="tmx:dumps",
        reader="tmx:loads",
        teller="tmx:unread",
        loses=(
            "deprecated terms and look-up forms: a unit of a memory is always offered",
            "examples and sources",
            _RECOGNITION,
            _SENSE,
            _REVIEW,
        ),
        reverses=True,
    ),
    Format(
        "weblate",
        (".csv",),
        "Weblate glossary, CSV",
        writer="row_formats:WEBLATE.dumps",
        loses=(
            "which terms belong to one concept: every pair is a string of its own",
            "look-up forms, and deprecated terms, whose flag “forbidden” CSV cannot"
            " say",
            "regions and conditions, except in words as context and explanation",
            "recognition, examples, sources, discussion",
            "terms that begin like a formula (= + - @ | %) or have a backslash",
        ),
        reverses=True,
    ),
    Format(
        "deepl",
        (".tsv",),
        "DeepL glossary",
        writer="row_formats:DEEPL.dumps",
        loses=(
            _ONE_EACH,
            _CONDITIONS,
            _CONCEPTS,
            _OTHER_FIELDS,
            "terms of more than 1,024 bytes",
        ),
        reverses=True,
    ),
    Format(
        "google",
        (".csv",),
        "Google Cloud Translation glossary",
        writer="row_formats:GOOGLE.dumps",
        loses=(
            _ONE_EACH,
            _CONDITIONS,
            _CONCEPTS,
            "notes, examples, sources, discussion, recognition, sense",
            "terms of 1,024 bytes and more",
        ),
        reverses=True,
    ),
    Format(
        "aws",
        (".csv",),
        "Amazon Translate custom terminology",
        writer="row_formats:AWS.dumps",
        loses=(
            _ONE_EACH,
            _CONDITIONS,
            _CONCEPTS,
            _OTHER_FIELDS,
            "terms of more than 200 bytes",
        ),
        reverses=True,
    ),
    Format(
        "prompt",
        (".md",),
        "term table for language models, Markdown",
        writer="prompt:dumps",
        loses=(
            "look-up forms, part of speech, domain, examples, sources, discussion",
            "the definition, except where a condition depends on it",
        ),
        reverses=True,
    ),
    Format(
        "skos",
        (".ttl",),
        "linked data, SKOS as Turtle",
        writer="skos:dumps",
        loses=(
            "the difference between deprecated terms and look-up forms: all are hidden"
            " labels",
            "types of terms: variants and abbreviations are alternative labels",
            "the order of equivalents after the preferred one",
            "which translation belongs to which example",
            f"part of speech, and {_RECOGNITION}",
            _REVIEW,
        ),
    ),
    Format(
        "stardict",
        (".ifo", ".idx", ".dict"),
        "dictionary for GoldenDict, KOReader and sdcv",
        writer="stardict:dumps",
        loses=(
            "structure: an article is plain text",
            _RECOGNITION,
            "headwords of 256 bytes and more",
            _REVIEW,
        ),
        reverses=True,
    ),
    Format(
        "html",
        (".html",),
        "printable glossary, A–Z with domains and search",
        writer="glossary_page:dumps",
        loses=("it is for people: nothing reads it back", _RECOGNITION, _REVIEW),
        reverses=True,
    ),
)
"""All exchange formats: a new one is a line here, and a module or a row format."""


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


def recognised(path: str) -> Format:
    """Return the first format with the ending of a file that can be imported.

    Raises:
        ExchangeError: no format that is imported has that ending.

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


def writer(form: Format) -> Callable[[Glossary, FormatOptions], Dump]:
    """Import what writes a format, and return it."""
    return cast("Callable[[Glossary, FormatOptions], Dump]", _resolved(form.writer))


def reader(form: Format) -> Callable[..., Glossary]:
    """Import what reads a format that ``reads``, and return it.

    It takes bytes and a path; of a format that ``is_table`` also ``TableOptions``.
    """
    return cast("Callable[..., Glossary]", _resolved(form.reader))


def dumps(form: Format, glossary: Glossary, options: FormatOptions) -> Dump:
    """Return the glossary in a format; of a lossless one it is read back first.

    Raises:
        ExchangeError: a concept cannot be written, or would be read differently.
        GlossaryError: the same, in a PO file.
    """
    dump = writer(form)(glossary, options)
    if form.lossless:
        again = reader(form)(dump.files[0][1], form.name)
        if again.by_id.keys() != glossary.by_id.keys():
            message = f"{form.name} would lose a concept — please report it"
            raise ExchangeError(message)
    return dump


def loads(
    form: Format, data: bytes, path: str, table: TableOptions = USUAL
) -> Glossary:
    """Return the glossary of a file's bytes.

    Args:
        form: its format.
        data: the file.
        path: its name, for messages.
        table: how it is read where it is a table.

    Raises:
        ExchangeError: the format is only written, or the file is too large or of
            another format.
        GlossaryError: an entry of a PO file is wrong.
    """
    if not form.reads:
        message = f"{form.name} is only written — import from another format"
        raise ExchangeError(message, path=path)
    if len(data) > limits.GLOSSARY:
        raise ExchangeError(limits.too_large(limits.GLOSSARY), path=path)
    if form.is_table:
        return reader(form)(data, path, table)
    refuse_options(table, path)
    return reader(form)(data, path)


def unread(
    form: Format, data: bytes, path: str, table: TableOptions = USUAL
) -> tuple[str, ...]:
    """Return what a reader passes over or guesses, a sentence each.

    Args:
        form: its format.
        data: the file, which can be read.
        path: its name.
        table: how it is read where it is a table.
    """
    if form.teller:
        tell = cast("Callable[[bytes, str], Unread]", _resolved(form.teller))
        found = tell(data, path)
        return (*_left_out(found.entries), *unread_languages("terms", found.languages))
    if not form.is_table:
        return ()
    if form.name != "xlsx":
        from padanan.files.text import encoding_notice

        return encoding_notice(data)
    from padanan.files import xlsx

    return xlsx.unread(data, path, sheet=table.sheet)


def _left_out(count: int) -> tuple[str, ...]:
    """Return what to say of entries that are left out.

    >>> _left_out(2)
    ('2 entries without Indonesian or without English: passed over',)
    """
    entries = counted(count, "entry", "entries")
    told = f"{entries} without Indonesian or without English: passed over"
    return (told,) if count else ()


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


def _resolved(name: str) -> object:
    return resolve_name(f"padanan.exchange.{name}")
