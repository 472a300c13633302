"""Other programs read the whole shipped glossary out of our files, pair by pair."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING
from unicodedata import normalize

import deepl.util
import pytest
from translate.storage.csvl10n import csvfile

from padanan.exchange import formats
from padanan.exchange.formats import FormatOptions
from padanan.exchange.pairs import pairs
from padanan.files.rows import is_formula
from padanan.model import Glossary
from tests import omegat
from tests.clients import client, run
from tests.glossaries import GLOSSARIES, hostile, plain, whole

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Texts = set[tuple[str, str]]

AS_CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
"""Filter of LibreOffice: comma, quotation mark, UTF-8, every sheet."""

FROM_CSV = "--infilter=Text - txt - csv (StarCalc):44,34,76,1,,0,true,false"
"""Filter of LibreOffice: comma, quotation mark, UTF-8, quoted cells are text."""


def dumped(
    name: str, glossary: Glossary, options: FormatOptions | None = None
) -> formats.Dump:
    """Return a glossary in the format of that name."""
    return formats.writer(formats.named(name))(glossary, options or FormatOptions())


def texts(glossary: Glossary, *, reverse: bool = False) -> Texts:
    """Return the pairs of a glossary as texts."""
    return {(pair.source, pair.target) for pair in pairs(glossary, reverse=reverse)}


def composed(every: Texts) -> Texts:
    """Return texts as OmegaT has them, which composes characters (NFC)."""
    return {
        (normalize("NFC", source), normalize("NFC", target)) for source, target in every
    }


def left_out(dump: formats.Dump) -> Texts:
    """Return the pairs of which the dump says that they were left out."""
    lines = (line.rpartition(" — ")[0] for line in dump.dropped)
    found = (line.removeprefix("“").removesuffix("”").split("” = “") for line in lines)
    return {(source, target) for source, target in found}


def report(
    record_property: Callable[[str, object], None],
    capsys: pytest.CaptureFixture[str],
    program: str,
    read: Texts,
    ours: Texts,
) -> None:
    """Print how many pairs a program listed, and how many we expected."""
    record_property(program, f"{len(read)} of {len(ours)}")
    with capsys.disabled():
        print(f"\n{program}: {len(read)} of {len(ours)} pairs")  # noqa: T201 -- the count is a result


@pytest.fixture
def shown(
    record_property: Callable[[str, object], None],
    capsys: pytest.CaptureFixture[str],
) -> Callable[[str, Texts, Texts], None]:
    """Print and record the counts of a program."""
    return lambda program, read, ours: report(
        record_property, capsys, program, read, ours
    )


@omegat.client
@GLOSSARIES
@pytest.mark.parametrize("reverse", [False, True])
def test_omegat_lists_our_pairs(
    glossary: Callable[[], Glossary],
    shown: Callable[[str, Texts, Texts], None],
    tmp_path: Path,
    *,
    reverse: bool,
) -> None:
    """OmegaT's own reader lists every pair and nothing else, # or not."""
    dump = dumped("omegat", glossary(), FormatOptions(reverse=reverse))
    path = tmp_path / "glossary.txt"
    path.write_bytes(dump.files[0][1])
    read = {(source.strip(), target) for source, target, _ in omegat.entries(path)}
    ours = composed(texts(glossary(), reverse=reverse) - left_out(dump))
    assert read == ours
    shown("OmegaT", read, ours)


@omegat.client
def test_omegat_is_offered_nothing_deprecated(tmp_path: Path) -> None:
    """No deprecated term and no look-up form reaches OmegaT."""
    path = tmp_path / "glossary.txt"
    path.write_bytes(dumped("omegat", whole()).files[0][1])
    deprecated = {
        (term.text, equivalent.text)
        for concept in whole().concepts
        for term in concept.terms
        for equivalent in concept.equivalents
        if "deprecated" in (term.status, equivalent.status)
    } - texts(whole())
    listed = {(source, target) for source, target, _ in omegat.entries(path)}
    assert deprecated
    assert not deprecated & listed


@GLOSSARIES
@pytest.mark.parametrize("reverse", [False, True])
def test_weblate_lists_our_pairs(
    glossary: Callable[[], Glossary],
    shown: Callable[[str, Texts, Texts], None],
    *,
    reverse: bool,
) -> None:
    """The reader that Weblate uses lists every pair, each under an id of its own."""
    dump = dumped("weblate", glossary(), FormatOptions(reverse=reverse))
    store = csvfile()
    store.parse(dump.files[0][1])
    read = {(unit.source, unit.target) for unit in store.units}
    ours = texts(glossary(), reverse=reverse) - left_out(dump)
    assert read == ours
    ids = [unit.getid() for unit in store.units]
    assert len(set(ids)) == len(ids)
    shown("translate-toolkit", read, ours)


def test_weblate_takes_every_cell() -> None:
    """No cell begins with what the checks of Weblate refuse."""
    for glossary in (hostile(), whole()):
        text = dumped("weblate", glossary).files[0][1].decode()
        for row in csv.reader(io.StringIO(text, newline="")):
            assert not [cell for cell in row if cell[:1] in tuple("=+-@|%")]


@GLOSSARIES
@pytest.mark.parametrize("reverse", [False, True])
def test_deepl_accepts(
    glossary: Callable[[], Glossary],
    shown: Callable[[str, Texts, Texts], None],
    *,
    reverse: bool,
) -> None:
    """The parser of DeepL's own package takes the file: one target for each source."""
    dump = dumped("deepl", glossary(), FormatOptions(reverse=reverse))
    read = set(deepl.util.convert_tsv_to_dict(dump.files[0][1].decode()).items())
    ours = texts(glossary(), reverse=reverse)
    assert read == ours - left_out(dump)
    reachable = {
        source
        for source, target in ours
        if len((source + target).encode()) < 1024
        and not (is_formula(source) or is_formula(target))
    }
    assert reachable <= {source for source, _ in read}
    shown("deepl", read, ours - left_out(dump))


@client("msgfmt")
def test_msgfmt_accepts_the_merged_file(tmp_path: Path) -> None:
    """The whole glossary in one file passes the checks of gettext's compiler."""
    path = tmp_path / "glossary.po"
    path.write_bytes(dumped("po", whole()).files[0][1])
    run("msgfmt", "-c", "-o", "/dev/null", path)


def converted(path: Path, filters: str, *arguments: str) -> Path:
    """Return the file that LibreOffice makes of another one."""
    out = path.parent / "converted"
    profile = f"-env:UserInstallation={(path.parent / 'profile').as_uri()}"
    run(
        "soffice", profile, "--headless", *arguments,
        "--convert-to", filters, "--outdir", out, path,
    )  # fmt: skip
    (found,) = out.iterdir()
    return found


@client("soffice", "localc")
@GLOSSARIES
def test_libreoffice_shows_our_cells(
    glossary: Callable[[], Glossary], tmp_path: Path
) -> None:
    """LibreOffice opens the workbook; no cell has become anything but its text."""
    path = tmp_path / "glossary.xlsx"
    path.write_bytes(dumped("xlsx", glossary()).files[0][1])
    text = converted(path, AS_CSV).read_text(encoding="utf-8")
    from padanan.exchange import concept_rows

    cells = list(csv.reader(io.StringIO(text, newline="")))
    assert [tuple(row) for row in cells] == list(concept_rows.rows(glossary()))


@client("soffice", "localc")
@GLOSSARIES
def test_workbook_of_libreoffice_is_imported(
    glossary: Callable[[], Glossary],
    shown: Callable[[str, Texts, Texts], None],
    tmp_path: Path,
) -> None:
    """What LibreOffice saves of our workbook holds the same concepts."""
    path = tmp_path / "glossary.xlsx"
    path.write_bytes(dumped("xlsx", glossary()).files[0][1])
    data = converted(path, "xlsx").read_bytes()
    again = formats.loads(formats.named("xlsx"), data, "libreoffice.xlsx")
    assert again.by_id == glossary().by_id
    shown("LibreOffice", texts(again), texts(glossary()))


@client("soffice", "localc")
def test_own_spreadsheet_is_imported(tmp_path: Path) -> None:
    """A list that somebody typed into LibreOffice becomes concepts."""
    path = tmp_path / "daftar.csv"
    path.write_text('Term,English,note\nvisa,visa,\n2030,"the year 2030",angka\n')
    data = converted(path, "xlsx", FROM_CSV).read_bytes()
    again = formats.loads(formats.named("xlsx"), data, "daftar.xlsx")
    assert texts(again) == {("visa", "visa"), ("2030", "the year 2030")}


def test_glossary_that_omegat_wrote_is_imported() -> None:
    """A file as OmegaT's own writer makes it: heading, entries, empty comments."""
    data = (
        b"# Glossary in tab-separated format -*- coding: utf-8 -*-\n"
        b"gencatan senjata\tceasefire\t\n"
        b"gencatan senjata\ttruce\tpendek\n"
        b"nota\tnote\n"
    )
    again = formats.loads(formats.named("omegat"), data, "glossary.txt")
    expected = {("gencatan senjata", "ceasefire"), ("gencatan senjata", "truce")}
    assert texts(again) == expected | {("nota", "note")}
    assert again["gencatan-senjata"].notes == ("pendek",)


def test_csv_of_translate_toolkit_is_imported() -> None:
    """A table that translate-toolkit writes, with columns of ours, is read."""
    store = csvfile(fieldnames=["source", "target"])
    unit = store.addsourceunit("nota")
    unit.target = "note"
    data = bytes(store).replace(b'"source","target"', b'"term","English"')
    again = formats.loads(formats.named("csv"), data, "toolkit.csv")
    assert texts(again) == texts(Glossary((plain("nota", "note"),)))
