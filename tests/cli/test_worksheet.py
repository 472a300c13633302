"""``padanan worksheet`` and ``padanan assemble``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from padanan.cli import main
from padanan.cli.output import BINARY
from padanan.files.messages import catalogue
from padanan.translation.file_kinds import WORKSHEET_KINDS

if TYPE_CHECKING:
    from pathlib import Path

    from padanan.translation.file_kinds import FileKind

TEXT = "# Damai\n\nMenlu AS tiba.\r\nKyiv diam. Kyiv diam.\n"


def padanan(*arguments: str | Path, stdin: str | None = None) -> Result:
    """Run a command."""
    return CliRunner().invoke(main, list(map(str, arguments)), input=stdin)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """An article in a file."""
    path = tmp_path / "a.md"
    path.write_bytes(TEXT.encode())
    return path


@pytest.mark.parametrize("kind", WORKSHEET_KINDS, ids=lambda kind: kind.name)
def test_an_article_comes_back(article: Path, kind: FileKind) -> None:
    """Every format is written and assembled; what is open is listed, exit 1."""
    sheet, done = article.with_suffix(kind.ending), article.with_name("done.md")
    made = padanan("worksheet", article, "--to", kind.name, "-o", sheet)
    assert (made.exit_code, made.stdout) == (0, "")
    assert made.stderr == "4 sentences, 3 different\n"
    again = padanan("assemble", sheet, "-o", done)
    assert again.exit_code == 1
    assert again.stderr.endswith("3 of 3 sentences are not translated\n")
    assert "not translated: “Menlu AS tiba.”" in again.stderr
    assert done.read_bytes().decode() == TEXT


@pytest.mark.parametrize("name", ["x.docx", "x.html"])
def test_another_format_than_the_original_is_refused(article: Path, name: str) -> None:
    """A Markdown article does not become Word or HTML by the name of the output."""
    sheet, target = article.with_suffix(".po"), article.with_name(name)
    padanan("worksheet", article, "--to", "po", "-o", sheet)
    result = padanan("assemble", sheet, "-o", target)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"padanan: {target}: ")
    assert result.stderr.count("\n") == 1
    assert not target.exists()


def test_memory_fills_in(article: Path) -> None:
    """What was translated before is there, what is similar is marked."""
    sheet = article.with_suffix(".po")
    known = article.with_name("known.csv")
    known.write_text(
        "id,en\nDamai,Peace\nMenlu AS tiba.,Rubio arrived.\nKyiv diam!,Silence!\n"
    )
    made = padanan("worksheet", article, "--to", "po", "-o", sheet, "--memory", known)
    assert made.stderr == "4 sentences, 3 different; from memory 2 exactly, 1 fuzzy\n"
    done = padanan("assemble", sheet)
    assert (
        done.stdout_bytes.decode()
        == "# Peace\n\nRubio arrived.\r\nKyiv diam. Kyiv diam.\n"
    )
    assert "not confirmed (fuzzy): “Kyiv diam.”" in done.stderr
    assert done.exit_code == 1


def test_all_translated_is_success(article: Path) -> None:
    """With nothing open the exit status is 0 and nothing is said."""
    known = article.with_name("known.csv")
    known.write_text("Damai,Peace\nMenlu AS tiba.,Rubio came.\nKyiv diam.,Silence.\n")
    sheet = article.with_suffix(".xlsx")
    padanan("worksheet", article, "--to", "xlsx", "-o", sheet, "--memory", known)
    done = padanan("assemble", sheet)
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout_bytes.decode() == "# Peace\n\nRubio came.\r\nSilence. Silence.\n"


def test_long_sentences_are_cut_in_the_list(tmp_path: Path) -> None:
    """The list of what is open shows where a sentence begins."""
    sheet = tmp_path / "a.po"
    padanan("worksheet", "-", "--to", "po", "-o", sheet, stdin="Kata " * 30)
    shown = padanan("assemble", sheet).stderr
    assert f"“{('Kata ' * 30)[:60]}…”" in shown


def test_work_is_not_written_over(article: Path) -> None:
    """An existing worksheet is kept, unless its own translations go in."""
    sheet = article.with_suffix(".po")
    padanan("worksheet", article, "--to", "po", "-o", sheet)
    before = sheet.read_text("utf-8").replace(
        'msgid "Damai"\nmsgstr ""', 'msgid "Damai"\nmsgstr "Peace"'
    )
    sheet.write_text(before, encoding="utf-8")
    refused = padanan("worksheet", article, "--to", "po", "-o", sheet)
    assert refused.exit_code == 2
    assert refused.stderr.startswith(f"padanan: {sheet}: already there — name another")
    assert sheet.read_text("utf-8") == before
    made = padanan("worksheet", article, "--to", "po", "-o", sheet, "--memory", sheet)
    assert made.exit_code == 0
    assert 'msgstr "Peace"' in sheet.read_text("utf-8")


def test_neither_article_nor_worksheet_is_written_over(article: Path) -> None:
    """An output that would destroy what it was made of is refused."""
    sheet = article.with_suffix(".po")
    padanan("worksheet", article, "--to", "po", "-o", sheet)
    before = sheet.read_bytes()
    onto_article = padanan("assemble", sheet, "-o", article)
    onto_sheet = padanan("assemble", sheet, "-o", sheet)
    assert (onto_article.exit_code, onto_sheet.exit_code) == (2, 2)
    assert "this is the original article — name another file" in onto_article.stderr
    assert (
        "it is one of the input files — name another file, or say --force"
        in onto_sheet.stderr
    )
    assert (article.read_bytes(), sheet.read_bytes()) == (TEXT.encode(), before)


def test_an_older_translation_is_written_over(article: Path) -> None:
    """A translated article may be assembled anew into the same file."""
    sheet, done = article.with_suffix(".po"), article.with_name("en.md")
    padanan("worksheet", article, "--to", "po", "-o", sheet)
    assert padanan("assemble", sheet, "-o", done).exit_code == 1
    assert done.read_bytes() == TEXT.encode()
    empty = 'msgid "Damai"\nmsgstr ""'
    text = sheet.read_text("utf-8").replace(empty, f'{empty[:-1]}Peace"')
    sheet.write_text(text, encoding="utf-8")
    assert padanan("assemble", sheet, "-o", done).exit_code in (0, 1)
    assert "Peace" in done.read_text("utf-8")


@pytest.mark.parametrize("text", ["", "\n\n", "---\n***\n"])
def test_nothing_to_translate_is_refused(tmp_path: Path, text: str) -> None:
    """An article without a word makes no worksheet."""
    article, sheet = tmp_path / "a.txt", tmp_path / "a.po"
    article.write_text(text, encoding="utf-8")
    refused = padanan("worksheet", article, "--to", "po", "-o", sheet)
    assert refused.exit_code == 2
    assert "no sentence to translate" in refused.stderr
    assert not sheet.exists()


@pytest.mark.parametrize("ending", [".po", ".xlf", ".docx", ".xlsx", ".odt"])
def test_damaged_files_are_refused(tmp_path: Path, ending: str) -> None:
    """A file that is no worksheet is refused in one line; nothing is written."""
    sheet, done = tmp_path / f"a{ending}", tmp_path / "done.txt"
    sheet.write_bytes(b"\x00\x01 no worksheet")
    refused = padanan("assemble", sheet, "-o", done)
    assert refused.exit_code == 2
    assert refused.stderr.startswith(f"padanan: {sheet}:")
    assert refused.stderr.count("\n") == 1
    assert not done.exists()


def test_a_web_page_comes_back(tmp_path: Path) -> None:
    """A page keeps its mark-up; into a text file go its words alone."""
    page, sheet = tmp_path / "a.html", tmp_path / "a.po"
    source = "<h1>Damai</h1><p>Menlu AS <b>tiba</b>. Ia pergi.<pre>x = 1</pre>"
    page.write_text(source, encoding="utf-8")
    made = padanan("worksheet", page, "--to", "po", "-o", sheet)
    assert made.stderr.startswith("3 sentences, 3 different\n")
    assert padanan("assemble", sheet).stdout == source
    done = tmp_path / "en.txt"
    assert padanan("assemble", sheet, "-o", done).exit_code == 1
    words = "Damai\n\nMenlu AS tiba. Ia pergi.\n\nx = 1"
    assert done.read_text("utf-8") == words
    refused = padanan("assemble", sheet, "-o", tmp_path / "en.docx")
    assert refused.exit_code == 2
    assert "“.docx” is not the ending of html" in refused.stderr


def test_a_large_article_lies_beside_its_worksheet(
    article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Above the limit the article is a file of its own, found by its hash."""
    monkeypatch.setattr("padanan.files.limits.TRAVELLING", 0)
    sheet, done = article.with_suffix(".po"), article.with_name("en.md")
    beside = article.with_suffix(".padanan")
    made = padanan("worksheet", article, "--to", "po", "-o", sheet)
    assert f"{beside}: the article, which padanan assemble needs" in made.stderr
    assert beside.read_bytes() == article.read_bytes()
    assert padanan("assemble", sheet, "-o", done).exit_code == 1
    assert done.read_bytes() == article.read_bytes()
    beside.rename(beside.with_name("other.padanan"))
    assert padanan("assemble", sheet, "-o", done).exit_code == 1
    beside.with_name("other.padanan").unlink()
    refused = padanan("assemble", sheet, "-o", done)
    assert refused.exit_code == 2
    assert "not in this worksheet — name a.md with --article" in refused.stderr
    named = padanan("assemble", sheet, "-o", done, "--article", article)
    assert named.exit_code == 1


def test_another_article_is_refused(
    article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An article that was changed, or is another one, is refused in one line."""
    monkeypatch.setattr("padanan.files.limits.TRAVELLING", 0)
    sheet = article.with_suffix(".po")
    padanan("worksheet", article, "--to", "po", "-o", sheet)
    article.write_text("# Damai\n\nLain.\n", encoding="utf-8")
    refused = padanan("assemble", sheet, "--article", article)
    assert refused.exit_code == 2
    assert refused.stderr.count("\n") == 1
    assert "not “a.md” as the worksheet was made of it" in refused.stderr
    article.with_suffix(".padanan").write_text("Lain.", encoding="utf-8")
    refused = padanan("assemble", sheet)
    assert refused.exit_code == 2
    assert "another article than that of the worksheet" in refused.stderr


def test_wrong_tags_are_listed(tmp_path: Path) -> None:
    """A sentence whose tags are wrong is written without formats, exit 1."""
    page, sheet = tmp_path / "a.html", tmp_path / "a.po"
    page.write_text("<p>Menlu <b>AS</b> tiba.", encoding="utf-8")
    padanan("worksheet", page, "--to", "po", "-o", sheet)
    text = sheet.read_text("utf-8")
    sheet.write_text(text[:-3] + '"The {1}US"\n', encoding="utf-8")
    done = padanan("assemble", sheet)
    assert (done.exit_code, done.stdout) == (1, "<p>The US")
    assert "written without its formats, tags missing {/1}" in done.stderr


def test_names_may_stay(tmp_path: Path) -> None:
    """A sentence of names and figures is not open, but is told of."""
    article, sheet = tmp_path / "a.txt", tmp_path / "a.po"
    article.write_text("Sonata Coulter\n", encoding="utf-8")
    padanan("worksheet", article, "--to", "po", "-o", sheet)
    done = padanan("assemble", sheet)
    assert (done.exit_code, done.stdout) == (0, "Sonata Coulter\n")
    assert "stays as in Indonesian: “Sonata Coulter”" in done.stderr


@pytest.mark.parametrize("name", sorted(BINARY - {"odt"}))
def test_bytes_are_not_shown_on_a_terminal(
    article: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """A format that is no text needs a file or a pipe."""
    monkeypatch.setattr("padanan.cli.output.on_terminal", lambda: True)
    refused = padanan("worksheet", article, "--to", name)
    assert refused.exit_code == 2
    assert "name a file with --output" in refused.stderr


def test_a_byte_order_mark_stays(tmp_path: Path) -> None:
    """What stood before the first sentence stands there again."""
    article, sheet = tmp_path / "a.txt", tmp_path / "a.po"
    article.write_bytes("Damai.".encode("utf-8-sig"))
    padanan("worksheet", article, "--to", "po", "-o", sheet)
    assert padanan("assemble", sheet).stdout_bytes == article.read_bytes()


@pytest.mark.parametrize("name", ["a\nX-Evil: 1.txt", 'a\\nX-Evil: 1\n".txt'])
def test_the_name_of_an_article_adds_no_field_to_a_header(
    name: str, tmp_path: Path
) -> None:
    """The header of a PO file has the name on one line."""
    article = tmp_path / name
    article.write_text("Nota diplomatik.", "utf-8")
    made = padanan("worksheet", article, "--to", "po").stdout
    found = catalogue(made, "a.po")
    assert "x-evil" not in found.header
    assert [message.source for message in found.messages] == ["Nota diplomatik."]
