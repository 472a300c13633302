"""Word documents give the rows of their table, as reviewers left it."""

from __future__ import annotations

import io
import zipfile

import pytest

from padanan.errors import DocumentError, ExchangeError
from padanan.translation import file_kinds
from padanan.translation.formats.word_table import BODY

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def document(body: str, name: str = BODY) -> bytes:
    """Return an archive with that body of a Word document in it."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(
            name, f'<w:document xmlns:w="{NAMESPACE}"><w:body>{body}</w:body>'
            "</w:document>",
        )  # fmt: skip
    return stream.getvalue()


def row(*cells: str) -> str:
    """Return a row of a table; each cell is what its paragraph holds."""
    inside = "".join(f"<w:tc><w:p>{cell}</w:p></w:tc>" for cell in cells)
    return f"<w:tr>{inside}</w:tr>"


def run(text: str) -> str:
    """Return a run of text."""
    return f"<w:r><w:rPr><w:b/></w:rPr><w:t>{text}</w:t></w:r>"


def targets(*rows: str) -> list[str]:
    """Return the translations in a table of these rows."""
    data = document(f"<w:tbl>{''.join(rows)}</w:tbl>")
    return [unit.target for unit in file_kinds.read(data, "a.docx")]


def test_tracked_changes_are_accepted() -> None:
    """What a reviewer inserted counts, what he deleted or moved away does not."""
    cell = (
        run("The ") + f"<w:del>{run('old')}<w:r><w:delText>x</w:delText></w:r></w:del>"
        f"<w:ins>{run('new')}</w:ins><w:moveFrom>{run('gone')}</w:moveFrom>" + run(".")
    )
    assert targets(row(run("Nota."), cell)) == ["The new."]


def test_what_is_no_letter_is_read() -> None:
    """Tabs, breaks and hyphens of Word are characters, codes of fields are not."""
    cell = (
        "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/>"
        "<w:instrText>PAGE</w:instrText></w:r><w:hyperlink>" + run("d") +
        "</w:hyperlink><w:p>" + run("e") + "</w:p>"
    )  # fmt: skip
    assert targets(row(run("Nota."), cell)) == ["a\tb\nc\u2011d\ne"]


def test_heading_and_marks_are_known() -> None:
    """A heading is no unit, and a mark in the third column makes a row fuzzy."""
    heading = row(run("Indonesian"), run("English"), run("Terms"))
    data = document(
        "<w:tbl>" + heading + row(run("nota"), run("note"), run("fuzzy 87 %: x"))
        + row(run("visa"), run("visa"), run("not fuzzy 87 %")) + "</w:tbl>"
    )  # fmt: skip
    units = file_kinds.read(data, "a.docx")
    assert [(unit.source, unit.fuzzy) for unit in units] == [
        ("nota", True),
        ("visa", False),
    ]


@pytest.mark.parametrize(
    ("data", "error", "message"),
    [
        (b"PK", ExchangeError, "no office file, or a damaged one"),
        (document("", "xl/workbook.xml"), DocumentError, "not a Word document"),
        (document("<w:p/>"), DocumentError, "no table"),
        (document("<w:p>"), ExchangeError, "not well-formed"),
        (document(f"<w:tbl>{row(run('x'))}</w:tbl>"), DocumentError, "two columns"),
    ],
)
def test_other_files_are_refused(
    data: bytes, error: type[Exception], message: str
) -> None:
    """What is no Word document with a table is refused in one line."""
    with pytest.raises(error, match=rf"^a\.docx:.*{message}"):
        file_kinds.read(data, "a.docx")


def test_a_decompression_bomb_is_refused() -> None:
    """An archive that says it grows beyond measure is not unpacked."""
    data = bytearray(document("<w:p/>"))
    at = data.rindex(b"PK\x01\x02") + 24  # the size in the archive's directory
    data[at : at + 4] = (600 * 1024**2).to_bytes(4, "little")
    with pytest.raises(ExchangeError, match="unpacks to more than 512 MiB"):
        file_kinds.read(bytes(data), "a.docx")


def test_an_article_with_a_table_is_no_translation() -> None:
    """An untranslated article is not checked as if its table were a translation."""

    def run(text: str) -> str:
        return f"<w:r><w:t>{text}</w:t></w:r>"

    prose = f"<w:p>{run('Menlu AS menyambut baik gencatan senjata.')}</w:p>"
    cells = row(run("Swiss"), run("Bern"))

    def table(*headings: str) -> bytes:
        rows = f"{row(*map(run, headings))}{cells}"
        return document(f"{prose}<w:tbl>{rows}</w:tbl>")

    with pytest.raises(DocumentError, match="an article with a table"):
        file_kinds.read(table("Negara", "Kota"), "a.docx")
    # Headings that name the languages say that it is one after all.
    units = file_kinds.read(table("Indonesia", "Inggris"), "a.docx")
    assert [unit.target for unit in units] == ["Bern"]
