"""``padanan annotate`` to pages: names, folders, languages, the kind of the input."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner, Result

from padanan.cli import main
from padanan.jobs.pages import file_names
from tests.pages import page
from tests.word import report, saved


def annotate(*arguments: str | Path, stdin: str | None = None) -> Result:
    """Run the command."""
    return CliRunner().invoke(main, ["annotate", *map(str, arguments)], input=stdin)


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """A folder with an article of each kind."""
    folder = tmp_path / "artikel"
    folder.mkdir()
    (folder / "a.txt").write_text("Kata PBB.", encoding="utf-8")
    (folder / "b.md").write_text("# PBB\n", encoding="utf-8")
    (folder / "c.html").write_text("<p>Kata <b>PBB</b>", encoding="utf-8")
    (folder / "d.docx").write_bytes(saved(report()))
    (folder / "index.txt").write_text("Kata PBB.", encoding="utf-8")
    return folder


def test_pages_and_their_index(articles: Path, tmp_path: Path) -> None:
    """Each article is a page, and an index leads to them, whatever their names."""
    result = annotate(articles, "--format", "html", "-o", tmp_path / "out")
    assert result.exit_code == 0, result.output
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "a.html", "b.html", "c.html", "d.html", "index-2.html", "index.html",
    ]  # fmt: skip
    index = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    assert 'href="index-2.html"' in index


def test_one_page_has_no_index(articles: Path, tmp_path: Path) -> None:
    """A single article into a folder is one page."""
    out = tmp_path / "out"
    out.mkdir()
    assert annotate(articles / "a.txt", "--format", "html", "-o", out).exit_code == 0
    assert [path.name for path in out.iterdir()] == ["a.html"]


def test_the_language_of_the_buttons(articles: Path) -> None:
    """The interface is English unless one asks for Indonesian."""
    english = annotate(articles / "a.txt", "--format", "html").output
    indonesian = annotate(articles / "a.txt", "--format", "html", "--ui", "id").output
    assert "Search the terms" in english
    assert "Cari istilah" in indonesian


def test_sources_are_spelt_out(tmp_path: Path) -> None:
    """A card names the convention, not the key that the glossary has for it."""
    article = tmp_path / "a.txt"
    article.write_text("Ia dinyatakan persona non grata.", encoding="utf-8")
    page_ = annotate(article, "--format", "html").output
    assert "Vienna Convention on Diplomatic Relations, 1961, art. 9" in page_


def test_the_kind_of_the_input(articles: Path, tmp_path: Path) -> None:
    """With --format same each article stays of its kind, terms marked."""
    out = tmp_path / "out"
    assert annotate(articles, "--format", "same", "-o", out).exit_code == 0
    assert (out / "a.txt").read_text(encoding="utf-8").startswith("Kata PBB ⟨")
    assert (out / "b.md").read_text(encoding="utf-8").startswith("# PBB ⟨")
    assert 'its-term="yes"' in (out / "c.html").read_text(encoding="utf-8")
    document = docx.Document(io.BytesIO((out / "d.docx").read_bytes()))
    assert len(list(document.comments)) > 5


def test_brackets_in_word_documents(articles: Path, tmp_path: Path) -> None:
    """With --docx-style brackets the English stands in the line."""
    out = tmp_path / "out.docx"
    result = annotate(
        articles / "d.docx", "--format", "same", "--docx-style", "brackets", "-o", out
    )
    assert result.exit_code == 0
    assert "⟨Secretary of State⟩" in docx.Document(str(out)).paragraphs[0].text


def test_the_article_of_a_web_page() -> None:
    """With --main only the article is annotated."""
    portal = Path(__file__).parents[1] / "data" / "html" / "portal.html"
    whole = annotate(portal).output
    article = annotate(portal, "--main").output
    assert "Beranda" in whole
    assert "Beranda" not in article
    assert "dikawal" in article


def test_several_pages_need_a_folder(articles: Path) -> None:
    """Without a folder nothing is written, and one line says why."""
    result = annotate(articles, "--format", "html")
    assert result.exit_code == 2
    assert result.stderr.strip().endswith(
        "pages need a folder — name one with --output"
    )
    assert result.stdout == ""


def test_a_damaged_document_is_one_line(tmp_path: Path) -> None:
    """A file that is no Word document is named; nothing is written."""
    bad = tmp_path / "a.docx"
    bad.write_bytes(b"PK\x03\x04 rusak")
    result = annotate(bad, "--format", "html", "-o", tmp_path / "out.html")
    assert result.exit_code == 2
    assert result.stderr.startswith(f"padanan: {bad}: no Word document")
    assert not (tmp_path / "out.html").exists()


def test_standard_input_is_a_page() -> None:
    """A text from standard input is a page of its own."""
    result = annotate("-", "--format", "html", stdin="Kata PBB.")
    assert result.exit_code == 0
    assert "PBB" in result.output


def test_names_never_meet() -> None:
    """Articles of one name have numbers, also where only case or ending differ."""
    pages = [page("x", path) for path in ("a/x.txt", "b/x.txt", "X.md", "index.txt")]
    assert list(file_names(pages, "html")) == [
        "x.html", "x-2.html", "X-3.html", "index-2.html",
    ]  # fmt: skip
    assert list(file_names(pages, "same")) == ["x.txt", "x-2.txt", "X.md", "index.txt"]
    assert list(file_names([page("x")._replace()], "markdown")) == ["artikel.md"]
