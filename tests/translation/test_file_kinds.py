"""What holds for the worksheets of every format."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from padanan.errors import DocumentError, ExchangeError, PadananError
from padanan.translation import file_kinds, skeleton
from padanan.translation.formats import po_catalogue
from padanan.translation.tagged import on_one_line
from padanan.translation.units import Unit
from tests.laws import examples
from tests.worksheets import (
    ARTICLE,
    articles,
    english,
    lines,
    memory,
    sources,
    translated,
    worksheet,
)

if TYPE_CHECKING:
    from padanan.translation.file_kinds import FileKind

SLOW = ("docx", "xlsx")


@pytest.fixture(params=file_kinds.WORKSHEET_KINDS, ids=lambda kind: kind.name)
def kind(request: pytest.FixtureRequest) -> FileKind:
    """Each format."""
    found = request.param
    assert isinstance(found, file_kinds.FileKind)
    return found


@pytest.mark.parametrize("name", [kind.name for kind in file_kinds.WORKSHEET_KINDS])
def test_what_was_translated_is_in_the_article(name: str) -> None:
    """Any article with any translations comes back with them, and as it was besides."""
    ending = next(
        kind.ending for kind in file_kinds.WORKSHEET_KINDS if kind.name == name
    )

    @examples(
        25 if name in SLOW else 50,
        suppress_health_check=[HealthCheck.too_slow],
    )
    @given(articles(), st.data())
    def law(text: str, data: st.DataObject) -> None:
        empty = worksheet(text)
        if not empty.units:
            return
        targets = [
            data.draw(lines().filter(lambda line: on_one_line(line).strip()))
            for _ in empty.units
        ]
        known = (
            Unit("", source, target)
            for source, target in zip(sources(empty), targets, strict=True)
        )
        sheet = worksheet(text, *known)
        done = file_kinds.read_worksheet(
            file_kinds.write_worksheet(sheet, name), f"a{ending}"
        )
        expected = [on_one_line(target).strip() for target in targets]
        assert done.text == translated(sheet, expected)
        assert done.missing == ()

    law()


def test_nothing_translated_is_the_article(kind: FileKind) -> None:
    """A worksheet that nobody has filled in gives the article and lists all of it."""
    sheet = worksheet()
    done = file_kinds.read_worksheet(
        file_kinds.write_worksheet(sheet, kind.name), f"a{kind.ending}"
    )
    assert done.text == done.original == ARTICLE
    assert [item.unit.source for item in done.missing] == sources(sheet)
    assert not any(item.fuzzy for item in done.missing)


def test_the_same_worksheet_gives_the_same_bytes(kind: FileKind) -> None:
    """Neither the time nor the order of anything is in the file."""
    first = file_kinds.write_worksheet(worksheet(), kind.name)
    assert file_kinds.write_worksheet(worksheet(), kind.name) == first


def test_hints_are_there(kind: FileKind) -> None:
    """Equivalents, what to avoid and notes are told where a term first occurs."""
    data = file_kinds.write_worksheet(worksheet(), kind.name)
    if kind.name in SLOW:
        archive = zipfile.ZipFile(BytesIO(data))
        data = b"".join(archive.read(name) for name in archive.namelist())
    text = data.decode("utf-8", "replace")
    assert "truce" in text
    assert text.count("Armistice is the formal end") == 1
    assert "not: cessation" in text


def test_close_match_is_marked_and_does_not_count(kind: FileKind) -> None:
    """A similar sentence of the memory is there with its score, unconfirmed."""
    known = Unit("", "“Kami setuju,” katanya!", "“We agree,” he said!")
    sheet = worksheet(ARTICLE, known)
    data = file_kinds.write_worksheet(sheet, kind.name)
    score = next(e.suggestion.score for e in sheet.units if e.suggestion)
    assert 75 <= score < 100
    done = file_kinds.read_worksheet(data, f"a{kind.ending}")
    assert done.text == ARTICLE
    units = file_kinds.read(data, f"a{kind.ending}")
    if kind.name != "xliff":  # there it is an alternative beside the target
        assert [unit.target for unit in units if unit.fuzzy] == [known.target]
        assert sum(item.fuzzy for item in done.missing) == 1
    if kind.name not in SLOW:
        assert str(score) in data.decode()


def test_worksheet_is_a_memory(kind: FileKind) -> None:
    """A worksheet that was filled in fills in the next one."""
    empty = worksheet()
    data = file_kinds.write_worksheet(worksheet(ARTICLE, *memory(empty)), kind.name)
    units = file_kinds.read(data, f"a{kind.ending}")
    again = worksheet(ARTICLE, *units)
    targets = [entry.target for entry in again.units]
    assert targets == [english(number) for number in range(len(targets))]


@pytest.mark.parametrize("size", [0, 1, 100, 1_000])
def test_a_broken_file_is_refused(kind: FileKind, size: int) -> None:
    """A file of which the end is missing is refused in one line."""
    data = file_kinds.write_worksheet(worksheet(), kind.name)[:size]
    with pytest.raises(PadananError) as caught:
        file_kinds.read_worksheet(data, f"a{kind.ending}")
    assert "\n" not in str(caught.value)
    assert str(caught.value).startswith(f"a{kind.ending}")


@examples(30)
@given(st.binary(max_size=200), st.sampled_from(file_kinds.WORKSHEET_KINDS))
def test_any_bytes_are_refused(data: bytes, kind: FileKind) -> None:
    """What is no worksheet at all raises an error that the user can understand."""
    with pytest.raises(PadananError):
        file_kinds.read_worksheet(data, f"a{kind.ending}")


@examples(20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_damage_is_noticed(kind: FileKind, data: st.DataObject) -> None:
    """A changed byte is refused, or changes nothing but a translation."""
    whole = file_kinds.write_worksheet(worksheet(), kind.name)
    at = data.draw(st.integers(0, len(whole) - 1))
    broken = whole[:at] + bytes([whole[at] ^ 0x15]) + whole[at + 1 :]
    try:
        done = file_kinds.read_worksheet(broken, f"a{kind.ending}")
    except PadananError:
        return
    assert done.original.split() == ARTICLE.split()


def test_a_file_of_other_work_is_refused(kind: FileKind) -> None:
    """A file without the word that joins the sentences is no worksheet."""
    sheet = worksheet()
    other = replace(sheet, skeleton=replace(sheet.skeleton, fingerprints=("x",) * 7))
    with pytest.raises(ExchangeError, match="missing"):
        file_kinds.write_worksheet(other, kind.name)


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("a.po", b'msgid "Damai."\nmsgstr "Peace."\n'),
        ("a.csv", b"Damai.,Peace.\n"),
        (
            "a.xlf",
            b'<xliff version="1.2"><file><body><trans-unit id="1"><source>Damai.'
            b"</source></trans-unit></body></file></xliff>",
        ),
    ],
)
def test_foreign_files_are_refused(path: str, data: bytes) -> None:
    """A bilingual file of another program can be checked but not assembled."""
    with pytest.raises(ExchangeError, match="no worksheet of Padanan"):
        file_kinds.read_worksheet(data, path)


def test_unknown_ending_is_refused() -> None:
    """An ending of no format is refused by the table of readers."""
    with pytest.raises(DocumentError, match="holds no translation units"):
        file_kinds.read_worksheet(b"", "a.odt")


def test_both_spellings_of_an_ending_are_read() -> None:
    """XLIFF files are called .xlf or .xliff."""
    data = file_kinds.write_worksheet(worksheet(), "xliff")
    assert file_kinds.read_worksheet(data, "A.XLIFF").original == ARTICLE


def test_nothing_is_written_that_reads_otherwise(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A file that would say something else than its worksheet is never given out."""
    sheet = worksheet("Damai.", Unit("1", "Damai.", "Peace."))
    wrong = file_kinds.write_worksheet(sheet, "po").replace(b"Peace", b"Truce")
    monkeypatch.setattr(po_catalogue, "write", lambda _: wrong)
    with pytest.raises(ExchangeError, match="would not come back whole"):
        file_kinds.write_worksheet(sheet, "po")


def test_damaged_skeleton_is_refused() -> None:
    """A word that was cut short in an editor is told apart from a foreign file."""
    word = skeleton.pack(worksheet().skeleton)
    data = file_kinds.write_worksheet(worksheet(), "po").replace(
        word.encode(), word[:40].encode()
    )
    with pytest.raises(ExchangeError, match="is damaged"):
        file_kinds.read_worksheet(data, "a.po")
