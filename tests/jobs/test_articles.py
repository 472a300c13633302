"""Sources opened: what is read, under which name, and what is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from padanan import Annotator
from padanan.errors import DocumentError, PadananError
from padanan.files import limits
from padanan.jobs import (
    PairOptions,
    ReadingOptions,
    Source,
    annotate,
    find_articles,
    open_article,
    open_articles,
    open_pair,
    open_text,
    open_units,
)

if TYPE_CHECKING:
    from pathlib import Path


def test_files_folders_and_bytes_in_their_order(tmp_path: Path) -> None:
    """A folder stands for its articles; what has its bytes is not looked for."""
    for name in ("b.txt", "a.md", "c.mp3"):
        (tmp_path / name).write_text(name, "utf-8")
    given = Source("-", b"nota")
    found = find_articles([given, Source(str(tmp_path))])
    assert found[0] is given
    assert [source.name for source in found[1:]] == [
        str(tmp_path / "a.md"), str(tmp_path / "b.txt"),
    ]  # fmt: skip
    assert [article.text for article in open_articles(found)] == [
        "nota", "a.md", "b.txt",
    ]  # fmt: skip


def test_a_kind_stands_above_the_ending() -> None:
    """Bytes are read as what they are said to be, under the name that they have."""
    article = open_article(Source("berita.txt", b"<p>Kata <b>PBB</b>", "html"))
    assert (article.path, article.kind, article.text) == (
        "berita.txt", "html", "Kata PBB",
    )  # fmt: skip


@pytest.mark.parametrize("kind", ["docx", "html"])
def test_errors_tell_the_name_that_the_user_knows(kind: str) -> None:
    """The ending that a kind adds is in no message."""
    encoding = ReadingOptions("xqzzy")
    with pytest.raises(PadananError) as caught:
        open_article(Source("-", b"rusak", kind), encoding)
    assert caught.value.path == "-"


def test_an_unknown_kind() -> None:
    """A kind that nobody reads is refused with those that there are."""
    with pytest.raises(DocumentError, match="choose one of text, markdown, html, docx"):
        open_article(Source("-", b"nota", "pptx"))


def test_encoding_reaches_the_reader() -> None:
    """Bytes are decoded as they are said to be."""
    source = Source("-", "Türkiye".encode("cp1252"))
    assert open_article(source, ReadingOptions("cp1252")).text == "Türkiye"
    with pytest.raises(DocumentError, match="not UTF-8"):
        open_article(source)


def test_any_file_can_be_a_text() -> None:
    """Of an unknown ending the text is read as it is; articles as articles."""
    assert open_text(Source("news.id", b"<p>Kata")) == "<p>Kata"
    assert open_text(Source("news.html", b"<p>Kata")) == "Kata"


def test_files_are_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file beyond the bound is refused, not read."""
    path = tmp_path / "a.txt"
    path.write_text("nota", "utf-8")
    monkeypatch.setattr(limits, "FILE", 3)
    with pytest.raises(PadananError, match="larger than"):
        open_article(Source(str(path)))


def test_units_of_bytes() -> None:
    """A bilingual file may come as bytes with its kind; without one it is refused."""
    data = b'msgid "nota"\nmsgstr "note"\n'
    assert [unit.target for unit in open_units(Source("-", data, "po"))] == ["note"]
    with pytest.raises(DocumentError, match="--from with one of po, xliff"):
        open_units(Source("-", data))
    with pytest.raises(PadananError) as caught:
        open_units(Source("-", b"msgid nota", "po"))
    assert (caught.value.path, caught.value.line) == ("-", 1)


def test_the_text_of_an_annotation_is_that_of_the_article() -> None:
    """A term over two lines of a quotation is told as it stands there."""
    source = Source("a.md", b"> Menurut duta\n> besar itu")
    [result] = annotate([source], Annotator())
    assert result.as_dict()["annotations"][0]["text"] == "duta\n> besar"


def test_lines_of_a_pair_must_be_as_many() -> None:
    """Line against line names both numbers, and gives no advice that is wrong."""
    source, target = Source("a.id", b"satu\ndua\n"), Source("a.en", b"one\n")
    with pytest.raises(DocumentError, match="1 line, but the source has 2"):
        open_pair(source, target, PairOptions(aligned=True))
