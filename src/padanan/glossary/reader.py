"""The text of a PO file to concepts, and its problems, each with its line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import polib

from padanan.errors import GlossaryError
from padanan.files import po_lines as lines
from padanan.files.local import read_file
from padanan.files.po_problems import PoProblem, PoProblemKind, fatal, refused_character
from padanan.files.text import decode_exactly
from padanan.glossary.concepts import concept, problems
from padanan.glossary.fields import Field, parse
from padanan.model import Concept, Glossary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from padanan.files.po_lines import Lines

_EMPTY_MSGID = "msgid is empty — write the Indonesian term"


class Entry(NamedTuple):
    """A concept with the places of its parts in the file.

    Attributes:
        concept: the concept.
        line: line of the ``msgid``, counted from 1.
        fields: all fields, with ``msgctxt``, ``msgid``, ``msgstr``.
    """

    concept: Concept
    line: int
    fields: tuple[Field, ...]


class PoContents(NamedTuple):
    """What a PO file holds.

    Attributes:
        entries: those without a problem.
        problems: everything that is wrong, in order of lines.
    """

    entries: tuple[Entry, ...]
    problems: tuple[PoProblem, ...]

    @property
    def concepts(self) -> tuple[Concept, ...]:
        """The concepts, in the order of the file."""
        return tuple(entry.concept for entry in self.entries)


def load(path: str | Path) -> Glossary:
    """Read a PO file; its name without ending is the domain.

    Raises:
        GlossaryError: the file is not a glossary, with the line of its first problem.
        OSError: it cannot be read.
    """
    path = Path(path)
    text = decode(read_file(path), path=str(path))
    return loads(text, path=str(path), domain=path.stem)


def loads(text: str, *, path: str, domain: str) -> Glossary:
    r"""Return the concepts of a PO file.

    Args:
        text: the content of the file.
        path: its name, for messages.
        domain: the domain of entries that do not say theirs.

    Raises:
        GlossaryError: with the line of the first problem.

    >>> text = 'msgid ""\nmsgstr ""\n\nmsgid "komunike"\nmsgstr "communiqué"\n'
    >>> loads(text, path="statements.po", domain="statements")["komunike"].equivalent
    'communiqué'
    """
    contents = read(text, domain=domain)
    for problem in fatal(contents.problems):
        raise GlossaryError(problem.message, path=path, line=problem.line)
    return Glossary(contents.concepts)


def decode(data: bytes, *, path: str) -> str:
    r"""Return the text of a file's bytes, without a byte-order mark.

    Raises:
        GlossaryError: the bytes are not UTF-8, with the line of the first that is not.

    >>> decode(b"\xef\xbb\xbfmsgid", path="a.po")
    'msgid'
    """
    text = decode_exactly(data, path, "utf-8", error=GlossaryError)
    return text.removeprefix("\ufeff")


def read(text: str, *, domain: str) -> PoContents:
    """Return the entries of a PO file with all of its problems, in order of lines.

    A problem of syntax hides the problems that only a readable file can have. Any
    other problem hides nothing: every entry without a problem is there.
    """
    rows = lines.numbered(text)
    unreadable = tuple(lines.line_problems(rows))
    if unreadable:
        return PoContents((), unreadable)
    try:
        # The final line break tells polib that this is not the name of a file.
        catalogue = polib.pofile(f"{lines.lean(rows)}\n", encoding="utf-8")
    except OSError as error:
        return PoContents((), (_syntax_problem(error),))
    starts = lines.with_comments((max(e.linenum or 0, 1) for e in catalogue), rows)
    first = starts[0] if starts else len(rows) + 1
    found = (
        *_around(catalogue, rows, first),
        *_entries(catalogue, rows, starts, domain),
    )
    wrong = (item for item in found if isinstance(item, PoProblem))
    entries = tuple(item for item in found if isinstance(item, Entry))
    return PoContents(entries, tuple(sorted(wrong, key=lambda item: item.line)))


def _syntax_problem(error: OSError) -> PoProblem:
    message = "unexpected line — an entry has comments, msgid and msgstr"
    return PoProblem(PoProblemKind.SYNTAX, lines.line_of_error(error), message)


def _around(catalogue: polib.POFile, rows: Lines, first: int) -> Iterator[PoProblem]:
    """Yield the problems with lines outside the entries.

    Args:
        catalogue: the entries.
        rows: all lines.
        first: number of the line where the first entry begins.
    """
    if catalogue and not catalogue[0].linenum and catalogue.metadata:
        message = "the header is not the first entry — move it to the top"
        yield PoProblem(PoProblemKind.SYNTAX, 1, message)
    for number, line in rows[: first - 1]:
        if line.startswith("msgctxt"):
            yield PoProblem(PoProblemKind.MISSING, number, _EMPTY_MSGID)
        elif line.startswith(("# ", "##", "#. ", "#: ")):
            message = "a comment at the header is lost — move it to an entry"
            yield PoProblem(PoProblemKind.LOST, number, message)
    last = max((n for n, line in rows if line and line[0] != "#"), default=0)
    for number, line in rows[max(last, first - 1) :]:
        if line and not line.startswith("#~"):
            message = "a comment after the last entry is lost — move it to an entry"
            yield PoProblem(PoProblemKind.LOST, number, message)
    for number in lines.obsolete(rows):
        message = "an obsolete entry (#~) is lost — remove it, or the marks"
        yield PoProblem(PoProblemKind.LOST, number, message)


def _entries(
    catalogue: polib.POFile, rows: Lines, starts: tuple[int, ...], domain: str
) -> Iterator[Entry | PoProblem]:
    ends = (*starts[1:], len(rows) + 1)[: len(starts)]
    seen: dict[str, int] = {}
    for item, start, end in zip(catalogue, starts, ends, strict=True):
        for found in _entry(item, rows[start - 1 : end - 1], domain):
            if isinstance(found, Entry) and found.concept.id in seen:
                yield _twice(found, seen[found.concept.id])
            else:
                yield found
            if isinstance(found, Entry):
                seen.setdefault(found.concept.id, found.line)


def _twice(entry: Entry, line: int) -> PoProblem:
    message = (
        f"“{entry.concept.term}” has the same id ({entry.concept.id}) as the entry in "
        f"line {line} — join the two, or tell them apart by msgctxt"
    )
    return PoProblem(PoProblemKind.DUPLICATE, entry.line, message)


def _entry(
    item: polib.POEntry, rows: Lines, domain: str
) -> Iterator[Entry | PoProblem]:
    yield from _not_kept(item, rows)
    comments = [(number, line) for number, line in rows if line.startswith("#. ")]
    found = (*_texts(item, rows), *parse(comments))
    fields = tuple(field for field in found if isinstance(field, Field))
    wrong = [field for field in found if isinstance(field, PoProblem)]
    wrong += (*_refused(fields), *problems(fields))
    if wrong:
        yield from wrong
        return
    made = concept(
        fields,
        domain=domain,
        sources=lines.sources(rows),
        comment=lines.comment(rows),
        fuzzy="fuzzy" in item.flags,
    )
    yield Entry(made, lines.line_of(rows, "msgid"), fields)


def _texts(item: polib.POEntry, rows: Lines) -> Iterator[Field | PoProblem]:
    line = lines.line_of(rows, "msgid")
    if item.msgctxt == "":
        message = "msgctxt is empty — write the sense or remove the line"
        yield PoProblem(PoProblemKind.VALUE, line, message)
    elif item.msgctxt:
        yield Field(lines.line_of(rows, "msgctxt"), "msgctxt", item.msgctxt)
    if not item.msgid:
        yield PoProblem(PoProblemKind.MISSING, line, _EMPTY_MSGID)
    if not item.msgstr:
        message = f"“{item.msgid}” has no msgstr — write its English equivalent"
        yield PoProblem(PoProblemKind.MISSING, lines.line_of(rows, "msgstr"), message)
    yield Field(line, "msgid", item.msgid)
    yield Field(lines.line_of(rows, "msgstr"), "msgstr", item.msgstr)


def _refused(fields: tuple[Field, ...]) -> Iterator[PoProblem]:
    for field in fields:
        character = refused_character(field.value)
        if character:
            message = f"control character {character} in {field.key} — remove it"
            yield PoProblem(PoProblemKind.VALUE, field.line, message)


def _not_kept(item: polib.POEntry, rows: Lines) -> Iterator[PoProblem]:
    flags = [flag for flag in item.flags if flag not in ("", "fuzzy")]
    if flags:
        message = f"the flag “{flags[0]}” is lost — remove it; only fuzzy is known"
        yield PoProblem(PoProblemKind.LOST, lines.line_of(rows, "#,"), message)
    for number, line in rows:
        if line.startswith("#| msgid"):
            message = "a previous msgid (#|) is lost — remove it"
            yield PoProblem(PoProblemKind.LOST, number, message)
