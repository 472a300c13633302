"""``padanan annotate`` to pages: names, folders, languages, the kind of the input."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

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


PAGE = "<nav>Beranda</nav><p>Kata PBB."
LINKS = "".join(f'<div><a href="{n}">Berita {n}</a></div>' for n in range(5))


@pytest.mark.parametrize("text", [PAGE, f"{LINKS}<p>PBB", "<p>PBB<aside>Lain</aside>"])
@pytest.mark.parametrize(
    "line",
    ["annotate", "terms", "worksheet --to po", "export --to csv --only-in",
     "check a.txt", "coverage", "extract", "lookup PBB --in"],
)  # fmt: skip
def test_a_page_with_more_than_its_article(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, line: str
) -> None:
    """Whoever reads a saved page is told once of the option for its article."""
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("Kata PBB.", "utf-8")
    for name in ("a.html", "b.html"):
        Path(name).write_text(text, "utf-8")
    several = line in {"annotate", "terms", "coverage"}
    names = ["a.html", "b.html"] if several else ["a.html"]
    told = "a.html: the page has more than its article — add --main to leave it out\n"
    result = CliRunner().invoke(main, [*line.split(), *names])
    assert result.stderr.count(told) == 1
    assert "b.html" not in result.stderr


def test_an_article_alone_is_no_page_with_more(tmp_path: Path) -> None:
    """Nothing is told of a page that is its article, or of --main."""
    path = tmp_path / "a.html"
    path.write_text("<h1>PBB</h1><p>Kata <a href=x>PBB</a>.<p><a href=y>Sumber</a>")
    assert annotate(path).stderr == ""
    portal = Path(__file__).parents[1] / "data" / "html" / "portal.html"
    assert "has more than" not in annotate(portal, "--main").stderr


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


@given(st.lists(st.sampled_from(["a", "A", "a-2", "a-3", "a-2-2", "index"])),
       st.sampled_from(["html", "markdown", "same"]))  # fmt: skip
def test_every_article_has_a_page_of_its_own(stems: list[str], form: str) -> None:
    """There are as many names as articles, also where case plays no part."""
    pages = [page("x", f"{number}/{stem}.txt") for number, stem in enumerate(stems)]
    names = [name.casefold() for name in file_names(pages, form)]
    assert len({*names}) == len(stems)
    assert form != "html" or "index.html" not in names


def test_pages_are_not_written_over_each_other(tmp_path: Path) -> None:
    """Three articles, three pages, whatever their names are."""
    names = ("a.txt", "a.md", "a-2.txt")
    for name in names:
        (tmp_path / name).write_text(f"Kata PBB {name}.", encoding="utf-8")
    paths = [tmp_path / name for name in names]
    assert annotate(*paths, "--format", "html", "-o", tmp_path / "out").exit_code == 0
    pages = [path.read_text("utf-8") for path in (tmp_path / "out").glob("a*.html")]
    for name in names:
        assert sum(f"{name}." in text for text in pages) == 1


def test_names_never_meet() -> None:
    """Articles of one name have numbers, also where only case or ending differ."""
    pages = [page("x", path) for path in ("a/x.txt", "b/x.txt", "X.md", "index.txt")]
    assert list(file_names(pages, "html")) == [
        "x.html", "x-2.html", "X-3.html", "index-2.html",
    ]  # fmt: skip
    assert list(file_names(pages, "same")) == ["x.txt", "x-2.txt", "X.md", "index.txt"]
    # A numbered name may be that of another article (a.txt, a.md, a-2.txt).
    pages = [page("x", path) for path in ("a.txt", "a.md", "a-2.txt", "a-2.md")]
    assert list(file_names(pages, "html")) == [
        "a.html", "a-2.html", "a-2-2.html", "a-2-3.html",
    ]  # fmt: skip
    pages = [page("x", path) for path in ("e\u0301.txt", "\xe9.md")]
    assert len(set(file_names(pages, "html"))) == 2
    assert [*file_names(pages, "html")][1].endswith("-2.html")
    assert list(file_names([page("x")._replace()], "markdown")) == ["artikel.md"]
