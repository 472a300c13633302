"""Readers of bilingual files: what is in the file is in the units, or an error."""

from __future__ import annotations

import io
import sys
import zipfile
from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from padanan.errors import MissingExtraError, PadananError
from padanan.files import limits
from padanan.translation import file_kinds
from padanan.translation.units import Unit, Waiver, read_waiver

PO = r"""msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\n"

# padanan: ignore T201 the editor cut it
# ask Ani
#. term: note
msgid "nota"
msgstr "note"

#, fuzzy
msgctxt "head"
msgid "nota"
msgid_plural "nota-nota"
msgstr[0] "note"
msgstr[1] "notes"

#~ msgid "lama"
#~ msgstr "old"
"""


def pairs(units: tuple[Unit, ...]) -> list[tuple[str, str]]:
    """Return the texts of units."""
    return [(unit.source, unit.target) for unit in units]


TMX = """<tmx version="1.4"><header/><body><tu>
<tuv xml:lang="id"><seg>nota</seg></tuv><tuv xml:lang="en-GB"><seg>note</seg></tuv>
<tuv xml:lang="en-US"><seg>memo</seg></tuv><tuv xml:lang="fr"><seg>la note</seg></tuv>
</tu></body></tmx>"""
XLIFF = """<xliff version="1.2"><file source-language="id" target-language="en"><body>
<trans-unit id="1"><source>nota <g id="1" xml:lang="en">duta</g></source></trans-unit>
<bin-unit id="2" mime-type="image/png"><bin-source/></bin-unit>
</body></file></xliff>"""


@pytest.mark.parametrize(
    ("text", "name", "told"),
    [
        (PO, "a.po", ("1 obsolete entry (#~) not read",)),
        (TMX, "a.tmx", ("not read: texts in “fr”",
                        "1 further segment of a unit not read: the first counts")),
        (XLIFF, "a.xlf", ("1 unit of binary data not read (bin-unit)",)),
    ],
)  # fmt: skip
def test_what_is_not_read_is_told(text: str, name: str, told: tuple[str, ...]) -> None:
    """Each reader says once of each kind of thing that it passes over."""
    assert file_kinds.read_all(text.encode(), name).unread == told


def test_words_in_another_language_are_protected() -> None:
    """What a unit declares to be English is not looked at as Indonesian."""
    [unit] = file_kinds.read(XLIFF.encode(), "a.xlf")
    assert [unit.source[start:end] for start, end in unit.quoted] == ["duta"]


@given(st.binary(max_size=60), st.sampled_from(file_kinds.FILE_KINDS))
def test_no_bytes_break_a_reader(data: bytes, reader: file_kinds.FileKind) -> None:
    """Whatever stands in a file, it is read or refused with one line."""
    try:
        units = file_kinds.read(data, f"a{reader.endings[0]}")
    except PadananError as error:
        units, problem = (), str(error)
    else:
        problem = ""
    assert "\n" not in problem
    assert all(isinstance(unit, Unit) for unit in units)


def test_every_kind_is_there() -> None:
    """Names are unique, each ending has one reader, and the modules do their part."""
    names = [kind.name for kind in file_kinds.FILE_KINDS]
    assert len(names) == len(set(names))
    readers: dict[str, str] = {}
    for kind in file_kinds.FILE_KINDS:
        for ending in kind.endings:
            assert readers.setdefault(ending, kind.reader) == kind.reader
        reader = import_module(f"padanan.translation.formats.{kind.reader}")
        assert callable(reader.read)
        if kind.writer:
            writer = import_module(f"padanan.translation.formats.{kind.writer}")
            assert callable(writer.write)
            assert callable(reader.packed_skeleton)


def test_unknown_ending() -> None:
    """An ending that no reader knows is refused, with those that one knows."""
    with pytest.raises(PadananError, match=r"a.txt: “.txt” holds no .* \.po, "):
        file_kinds.read(b"", "a.txt")


def test_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of more bytes than memory is for is refused."""
    monkeypatch.setattr(limits, "TRANSLATION", 3)
    with pytest.raises(PadananError, match="larger"):
        file_kinds.read(b"a,b,c", "a.csv")


def test_po() -> None:
    """Comments, waivers, contexts and marks are kept; obsolete entries are not."""
    first, second, _plural = file_kinds.read(PO.encode(), "job.po")
    assert (first.id, first.source, first.target) == ("nota", "nota", "note")
    assert first.waivers == (Waiver("T201", "", "the editor cut it"),)
    assert "ask Ani" in first.note
    assert (second.id, second.target, second.fuzzy) == ("head|nota", "note", True)


def test_po_without_header() -> None:
    """A waiver in the first entry counts where the file has no header too."""
    data = b'# padanan: ignore T1 quoted\nmsgid "a"\nmsgstr "b"\n'
    assert file_kinds.read(data, "job.po")[0].waivers[0].reason == "quoted"


@pytest.mark.parametrize(
    "data", [b'msgid "a', b"hello", b"\xff", b'msgid "a"\nx', b'msgstr "a"', b'"a"']
)
def test_broken_po(data: bytes) -> None:
    """What is no PO file is refused with its name."""
    with pytest.raises(PadananError, match=r"job\.po"):
        file_kinds.read(data, "job.po")


def test_tmx() -> None:
    """Codes of the original's format are no text; other languages do not count."""
    data = b"""<tmx version="1.4"><header/><body>
      <tu tuid="a"><note>padanan: ignore T1 house style</note>
        <tuv xml:lang="ms"><seg>x</seg></tuv>
        <tuv xml:lang="ID-id"><seg>nota <bpt i="1">&lt;b></bpt>lisan<hi> ini</hi></seg>
        </tuv><tuv lang="en-US"><seg>note</seg></tuv></tu>
      <tu><tuv xml:lang="en"><seg>no source</seg></tuv></tu>
    </body></tmx>"""
    (unit,) = file_kinds.read(data, "a.tmx")
    assert (unit.id, unit.source, unit.target) == ("a", "nota lisan ini", "note")
    assert unit.waivers[0].reason == "house style"


@pytest.mark.parametrize(
    "data", [b"<x/>", b"<tmx>", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a/>"]
)
def test_broken_tmx(data: bytes) -> None:
    """Another document, a broken one, one with entities: each is refused."""
    with pytest.raises(PadananError, match=r"a\.tmx"):
        file_kinds.read(data, "a.tmx")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.csv", "nota,note\nvisa,visa\n"),
        ("a.csv", "source,target\nnota,note\nvisa,visa\n"),
        ("a.csv", "English;Indonesian\nnote;nota\nvisa;visa\n"),
        ("a.csv", "no,id,en\n1,nota,note\n2,visa,visa\n"),
        ("a.tsv", "nota\tnote\n\nvisa\tvisa\n"),
        ("a.csv", "nota\tnote\nvisa\tvisa\textra, one\n"),
    ],
)
def test_tables(name: str, text: str) -> None:
    """Columns are found by their headings, or are the first two."""
    units = file_kinds.read(text.encode(), name)
    assert pairs(units) == [("nota", "note"), ("visa", "visa")]


def test_cells_that_were_guarded() -> None:
    """The apostrophe that keeps a spreadsheet from calculating is no text."""
    assert file_kinds.read(b"'=1+1,x\n", "a.csv")[0].source == "=1+1"


def test_rows_without_source_are_none() -> None:
    """A row with nothing in Indonesian is no unit; one without English is."""
    units = file_kinds.read(b"a,\n,b\n", "a.csv")
    assert pairs(units) == [("a", "")]


@pytest.mark.parametrize("data", [b"one column\n", b"", b'a,"b\n', b"\xff\xfe\x00"])
def test_broken_tables(data: bytes) -> None:
    """A table of fewer than two columns, or none, is refused."""
    with pytest.raises(PadananError, match=r"a\.csv"):
        file_kinds.read(data, "a.csv")


def test_xlsx() -> None:
    """The first sheet is read; numbers and empty cells are text."""
    book = Workbook()
    for row in (("Sumber", "Terjemahan"), ("nota", "note"), (600, None)):
        book.worksheets[0].append(row)
    stream = io.BytesIO()
    book.save(stream)
    units = file_kinds.read(stream.getvalue(), "a.xlsx")
    assert pairs(units) == [("nota", "note"), ("600", "")]
    assert units[0].place == "row 2"


@pytest.mark.parametrize(
    ("comment", "waiver"),
    [
        ("padanan: ignore T101 quoted", Waiver("T101", "", "quoted")),
        (" padanan: ignore T2 [nota] — as is", Waiver("T2", "nota", "as is")),
        ("padanan: ignore T101", None),
        ("padanan: ignore", None),
        ("ignore T101 x", None),
        ("padanan: ignore G101 x", None),
    ],
)
def test_waivers(comment: str, waiver: Waiver | None) -> None:
    """A waiver names a code and a reason, or is none."""
    assert read_waiver(comment) == waiver


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"a,b\n"])
def test_broken_xlsx(data: bytes) -> None:
    """What is no spreadsheet is refused."""
    with pytest.raises(PadananError, match=r"a\.xlsx"):
        file_kinds.read(data, "a.xlsx")


def test_an_archive_that_is_no_spreadsheet() -> None:
    """A ZIP archive of something else is refused."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("a.txt", "x")
    with pytest.raises(PadananError, match=r"a\.xlsx"):
        file_kinds.read(stream.getvalue(), "a.xlsx")


def test_without_openpyxl(monkeypatch: pytest.MonkeyPatch) -> None:
    """A missing extra is named."""
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(MissingExtraError, match=r"padanan\[office\]"):
        file_kinds.read(b"", "a.xlsx")
