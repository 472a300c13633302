"""Worksheets that other programs have worked on come back whole."""

from __future__ import annotations

import re
from dataclasses import replace
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from padanan.articles.readers import read, rewritten, translatable
from padanan.language.segment import segment
from padanan.translation import file_kinds
from padanan.translation.memory.prefill import prefill
from padanan.translation.tagged import Tagged, read_marks
from padanan.translation.units import Unit
from padanan.translation.worksheet import make
from tests import omegat
from tests import word_pieces as pieces
from tests.clients import client, place, run, schematron
from tests.shared import shared_path
from tests.word import P
from tests.word_pieces import field, said
from tests.worksheets import ARTICLE, english, memory, sources, translated, worksheet

if TYPE_CHECKING:
    from collections.abc import Callable

    from padanan.translation.worksheet import Worksheet

    Write = Callable[[Worksheet, str], Path]

SCHEMAS = ("xliff_core_2.1", "glossary", "matches")

PROJECT = """\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat><project version="1.0">
<source_dir>__DEFAULT__</source_dir><target_dir>__DEFAULT__</target_dir>
<tm_dir>__DEFAULT__</tm_dir><glossary_dir>__DEFAULT__</glossary_dir>
<dictionary_dir>__DEFAULT__</dictionary_dir>
<source_lang>ID</source_lang><target_lang>EN-GB</target_lang>
<sentence_seg>false</sentence_seg>
<support_default_translations>true</support_default_translations>
<remove_tags>false</remove_tags>
</project></omegat>
"""
SAVED = """\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx11.dtd">
<tmx version="1.1"><header creationtool="OmegaT" o-tmf="OmegaT TMX" adminlang="EN-US"
datatype="plaintext" creationtoolversion="3.6" segtype="sentence" srclang="ID"/>
<body>
{units}
</body></tmx>
"""
UNIT = """\
<tu><tuv lang="ID"><seg>{source}</seg></tuv>
<tuv lang="EN-GB"><seg>{target}</seg></tuv></tu>"""

XSD = """\
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
<xs:import namespace="urn:oasis:names:tc:xliff:document:2.0"
 schemaLocation="{folder}/xliff_core_2.0.xsd"/>
<xs:import namespace="urn:oasis:names:tc:xliff:glossary:2.0"
 schemaLocation="{folder}/glossary.xsd"/>
<xs:import namespace="urn:oasis:names:tc:xliff:matches:2.0"
 schemaLocation="{folder}/matches.xsd"/>
</xs:schema>
"""


@pytest.fixture
def empty() -> Worksheet:
    """A worksheet in which nothing is translated."""
    return worksheet()


@pytest.fixture
def expected(empty: Worksheet) -> str:
    """The article as its translators have it."""
    return translated(empty, [english(number) for number in range(len(empty.units))])


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a worksheet in the format of that name."""

    def written(sheet: Worksheet, name: str) -> Path:
        ending = next(
            kind.ending for kind in file_kinds.WORKSHEET_KINDS if kind.name == name
        )
        path = tmp_path / f"sheet{ending}"
        path.write_bytes(file_kinds.write_worksheet(sheet, name))
        return path

    return written


def assembled(path: Path) -> str:
    """Return the article that a worksheet gives, with nothing missing in it."""
    done = file_kinds.read_worksheet(path.read_bytes(), str(path))
    assert done.missing == ()
    return done.text


@pytest.fixture
def filled(empty: Worksheet) -> Worksheet:
    """A worksheet in which all is translated."""
    return worksheet(ARTICLE, *memory(empty))


@pytest.fixture
def half(empty: Worksheet) -> Worksheet:
    """A worksheet with one sentence translated and one to be confirmed."""
    first, *_, last = memory(empty)
    changed = last.source.replace("teks", "tiga")
    return worksheet(ARTICLE, first, Unit("x", changed, "Fuzzy."))


def by_omegat(
    sheet: Worksheet, targets: list[str], write: Write, tmp_path: Path
) -> Path:
    """Have OmegaT write a worksheet with the translations of a project."""
    project = tmp_path / "project"
    for folder in ("source", "target", "omegat", "tm", "glossary", "dictionary"):
        (project / folder).mkdir(parents=True)
    (project / "omegat.project").write_text(PROJECT, encoding="utf-8")
    write(sheet, "xliff").rename(project / "source/a.xlf")
    units = "\n".join(
        UNIT.format(source=escape(as_omegat(unit.tagged)), target=escape(target))
        for unit, target in zip(sheet.units, targets, strict=True)
    )
    saved = project / "omegat/project_save.tmx"
    saved.write_text(SAVED.format(units=units), encoding="utf-8")
    jar = place("omegat") or Path()
    run(
        "java", "-Djava.awt.headless=true", f"-Duser.home={tmp_path}",
        "-jar", jar, "--mode=console-translate", project,
    )  # fmt: skip
    return project / "target/a.xlf"


def as_omegat(text: Tagged) -> str:
    """Return a text as OmegaT shows it: its tags are numbered from 0."""
    signs = {"open": "<g{}>", "close": "</g{}>", "point": "<x{}/>"}
    return "".join(
        part if isinstance(part, str) else signs[part.kind].format(int(part.name) - 1)
        for part in text.parts()
    )


@omegat.client
def test_omegat_translates(
    empty: Worksheet, expected: str, write: Write, tmp_path: Path
) -> None:
    """What OmegaT writes with a project's translations is the translated article."""
    targets = [english(number) for number in range(len(empty.units))]
    assert assembled(by_omegat(empty, targets, write, tmp_path)) == expected


def document() -> Worksheet:
    """Return the worksheet of a Word document with formats, a tab and a field."""
    link = field('HYPERLINK "https://un.example"', said("situs PBB", "<w:u/>"))
    inside = said("Nota ") + said("baru", "<w:b/>") + pieces.run("<w:tab/>")
    inside += said("tiba di ") + link + said(" pada {1} Mei.")
    data = pieces.document(P(inside) + P(said("Selesai.")))
    found = translatable(read(data, "a.docx"))
    return make(found, segment(found.article.readable))


def in_english(sheet: Worksheet) -> list[str]:
    """Return translations of that document with their marks."""
    marked = "Nota {1}baru{/1}{2/}tiba di {3}situs PBB{/3} pada {{1} Mei."
    assert sheet.units[0].tagged.marked == marked
    return ["At the {3}UN site{/3} a {1}new{/1}{2/}note came on {{1} May.", "Done."]


def with_english() -> Worksheet:
    """Return the worksheet of that document, translated."""
    sheet = document()
    known = (
        replace(unit.unit, target="x", tagged_target=read_marks(target))
        for unit, target in zip(sheet.units, in_english(sheet), strict=True)
    )
    return prefill(sheet, known)


def check_document(path: Path) -> None:
    """Check that the document comes back with every tag at its words."""
    done = file_kinds.read_worksheet(path.read_bytes(), str(path))
    assert (done.missing, done.unformatted) == ((), ())
    data = rewritten(done.document.article, done.leaves)
    again = translatable(read(data, "a.docx"))
    found = make(again, segment(again.article.readable)).units[0].tagged.marked
    assert found == "At the {1}UN site{/1} a {2}new{/2}{3/}note came on {{1} May."


@omegat.client
def test_omegat_keeps_tags(write: Write, tmp_path: Path) -> None:
    """Tags that a translator moved in OmegaT are at their words in the document."""
    sheet = document()
    targets = [as_omegat(read_marks(target)) for target in in_english(sheet)]
    check_document(by_omegat(sheet, targets, write, tmp_path))


@client("msgcat", "msgfmt", "msgattrib")
@pytest.mark.parametrize("how", ["--width=40", "--no-wrap"])
def test_gettext_keeps_tags(write: Write, tmp_path: Path, how: str) -> None:
    """Marks are no formats of gettext; they survive its wrapping."""
    again = tmp_path / "again.po"
    run("msgcat", how, "-o", again, write(with_english(), "po"))
    run("msgfmt", "-c", "-o", "/dev/null", again)
    run("msgattrib", "--translated", "-o", again, again)
    check_document(again)


@client("soffice", "localc", "lowriter")
@pytest.mark.parametrize(("name", "other"), [("docx", "odt"), ("xlsx", "ods")])
def test_libreoffice_keeps_tags(
    write: Write, tmp_path: Path, name: str, other: str
) -> None:
    """Marks and the document packed in a worksheet survive LibreOffice."""
    there = converted(write(with_english(), name), other, tmp_path / "there")
    check_document(converted(there, name, tmp_path / "back"))


@pytest.mark.parametrize("name", ["po", "xliff"])
def test_translate_toolkit_keeps_tags(write: Write, name: str) -> None:
    """What Weblate's toolkit reads and writes again has its tags."""
    from translate.storage.factory import getobject

    path = write(with_english(), name)
    store = getobject(str(path))
    store.units[-1].addnote("seen")
    store.savefile(str(path))
    check_document(path)


@pytest.mark.parametrize("kind", file_kinds.WORKSHEET_KINDS, ids=lambda kind: kind.name)
def test_our_own_readers_keep_tags(write: Write, kind: file_kinds.FileKind) -> None:
    """Each kind of worksheet has the tags as we write and read them."""
    check_document(write(with_english(), kind.name))


@client("msgfmt")
def test_gettext_finds_nothing_wrong(half: Worksheet, write: Write) -> None:
    """The checks of gettext's compiler have nothing to say of a worksheet."""
    run("msgfmt", "-c", "-o", "/dev/null", write(half, "po"))


@client("msgattrib")
@pytest.mark.parametrize(
    ("only", "count"),
    [("--translated --no-fuzzy", 1), ("--only-fuzzy", 1), ("--untranslated", 5)],
)
def test_gettext_counts(half: Worksheet, write: Write, only: str, count: int) -> None:
    """What is translated, fuzzy and open is so for gettext too."""
    shown = run("msgattrib", *only.split(), "--no-wrap", write(half, "po"))
    assert len(re.findall(r'^msgid "[^"]', shown, re.MULTILINE)) == count


@client("msgcat")
@pytest.mark.parametrize("how", ["--width=40", "--no-wrap", "--sort-output"])
def test_gettext_writes_it_again(
    filled: Worksheet, expected: str, write: Write, tmp_path: Path, how: str
) -> None:
    """Lines that were wrapped and entries that were sorted change nothing."""
    again = tmp_path / "again.po"
    run("msgcat", how, "-o", again, write(filled, "po"))
    assert assembled(again) == expected


@client("soffice", "localc", "lowriter")
@pytest.mark.parametrize(("name", "other"), [("docx", "odt"), ("xlsx", "ods")])
def test_libreoffice_keeps_everything(
    filled: Worksheet,
    expected: str,
    write: Write,
    tmp_path: Path,
    name: str,
    other: str,
) -> None:
    """A worksheet that LibreOffice opened, saved as its own and back, is whole."""
    there = converted(write(filled, name), other, tmp_path / "there")
    assert assembled(converted(there, name, tmp_path / "back")) == expected


@client("soffice", "localc")
def test_libreoffice_keeps_what_is_open(half: Worksheet, write: Write) -> None:
    """What is to be confirmed stays marked in a spreadsheet that was saved."""
    path = converted(write(half, "xlsx"), "xlsx", write(half, "xlsx").parent / "back")
    done = file_kinds.read_worksheet(path.read_bytes(), str(path))
    assert len(done.missing) == len(half.units) - 1
    assert sum(item.fuzzy for item in done.missing) == 1


def converted(path: Path, ending: str, folder: Path) -> Path:
    """Have LibreOffice save a file in another format."""
    run(
        "soffice", f"-env:UserInstallation=file://{folder.parent}/libreoffice",
        "--headless", "--convert-to", ending, "--outdir", folder, path,
    )  # fmt: skip
    return folder / f"{path.stem}.{ending}"


@client("xmllint")
def test_schema_of_xliff_2_1(half: Worksheet, write: Write, tmp_path: Path) -> None:
    """The file is valid by the schemas of the core and of both modules."""
    schema = tmp_path / "all.xsd"
    folder = shared_path() / "schemas/xliff21"
    schema.write_text(XSD.format(folder=folder), encoding="utf-8")
    path = write(half, "xliff2")
    assert b"gls:glossEntry" in path.read_bytes()
    assert b"mtc:match " in path.read_bytes()
    run("xmllint", "--nonet", "--noout", "--schema", schema, path)


def rules(name: str, folder: Path) -> Path:
    """Return a Schematron schema of XLIFF 2.1 for node-schematron.

    It knows no ``current()``, which XSLT adds to XPath; a rule can name its node.
    """
    source = shared_path() / f"schemas/xliff21/{name}.sch"
    text = source.read_text(encoding="utf-8-sig")
    let = '<sch:let name="current" value="."/>'
    text = re.sub(r"(<sch:rule\b[^>]*[^/]>)", rf"\1{let}", text)
    path = folder / source.name
    path.write_text(text.replace("current()", "$current"), encoding="utf-8")
    return path


@client("node", "node-schematron")
@pytest.mark.parametrize("name", SCHEMAS)
def test_rules_of_xliff_2_1(
    half: Worksheet, write: Write, tmp_path: Path, name: str
) -> None:
    """What the schemas cannot say, the Schematron rules of the standard find kept."""
    assert schematron(rules(name, tmp_path), write(half, "xliff2")) == ""


@client("node", "node-schematron")
@pytest.mark.parametrize(
    ("name", "good", "bad"),
    [
        ("xliff_core_2.1", 'id="u2"', 'id="u1"'),
        ("glossary", 'ref="#m1"', 'ref="#m9"'),
        ("matches", 'ref="#s1"', 'ref="#s9"'),
    ],
)
def test_rules_find_what_is_wrong(
    half: Worksheet, write: Write, tmp_path: Path, name: str, good: str, bad: str
) -> None:
    """The rules, as the tests run them, do find a number that was given twice."""
    path = write(half, "xliff2")
    path.write_text(path.read_text("utf-8").replace(good, bad), encoding="utf-8")
    assert schematron(rules(name, tmp_path), path) != ""


def test_translate_toolkit_reads_xliff_1_2(filled: Worksheet, write: Write) -> None:
    """The toolkit of Weblate and Virtaal reads every unit with its translation."""
    from translate.storage.xliff import xlifffile

    path = write(filled, "xliff")
    store = xlifffile.parsefile(str(path))  # type: ignore[no-untyped-call] # theirs
    found = [(str(unit.source), str(unit.target)) for unit in store.units]
    targets = map(english, range(len(found)))
    assert found == list(zip(sources(filled), targets, strict=True))
