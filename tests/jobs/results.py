"""A call of every job, on small inputs that make each result say all it can."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from padanan import jobs
from padanan.jobs import GlossaryOptions, ReadingOptions, Source
from padanan.model import DOMAINS
from tests.glossaries import DATA

if TYPE_CHECKING:
    from collections.abc import Callable

    from padanan import Annotator

MINI = GlossaryOptions((str(DATA / "mini.po"),), shipped=False)
TEXT = b"Menlu AS Marco Rubio menyambut baik gencatan senjatanya. Tahanan polisi diam."
PAIR = b"Gencatan senjata berlaku.,A weapons truce is in force.\nVisa.,\n"


class Result(Protocol):
    """What a job returns."""

    def as_dict(self) -> dict[str, Any]:
        """Return it as plain values."""


class Call(NamedTuple):
    """A job as it is called.

    Attributes:
        section: of ``docs/json.md``.
        run: calls it, with a folder for its files.
    """

    section: str
    run: Callable[[Path], Result]


@cache
def annotator() -> Annotator:
    """Return what finds the terms of the shipped glossary."""
    return jobs.annotator()


def _annotate(_folder: Path) -> Result:
    fields = ("definition", "note", "pos", "sources", "examples", "parts", "level")
    options = jobs.AnnotateOptions(nested=True, fields=fields)
    page = Source("-", b"<p>" + TEXT + b" Proses perdamaian.", "html")
    return next(jobs.annotate([page], annotator(), options))


def _explain(_folder: Path) -> Result:
    page = Source("-", b"<p>" + TEXT, "html")
    return next(jobs.explain([page], annotator()))


def _lookup(folder: Path) -> Result:
    article = folder / "a.txt"
    article.write_bytes(TEXT)
    return jobs.lookup("truce", jobs.compiled(), articles=[Source(str(article))])


def _memory() -> Source:
    return Source("-", b"Menlu AS tiba.,Rubio arrived.\n", "table")


def _worksheet(_folder: Path) -> Result:
    options = jobs.WorksheetOptions("po", memory=(_memory(),))
    article = Source("-", b"Menlu AS tiba. Kyiv diam.")
    return jobs.worksheet(article, annotator(), options)


def _assemble(_folder: Path) -> Result:
    options = jobs.WorksheetOptions("po")
    made = jobs.worksheet(Source("-", TEXT), annotator(), options)
    return jobs.assemble(Source("-", made.data, "po"))


def _check(_folder: Path) -> Result:
    units = jobs.open_units(Source("-", PAIR, "table"))
    waivers = jobs.open_waivers(
        Source("a.waivers", b"* ignore T303 later\n* ignore T104 x\n")
    )
    return jobs.check(units, annotator(), path="a.csv", waivers=waivers)


def _extract(_folder: Path) -> Result:
    source = Source("a.id", b"Kota kecil itu sepi.\nSebuah kota kecil.\n")
    english = Source("a.en", b"The small town is quiet.\nA small town.\n")
    return jobs.extract(jobs.open_texts([source], english), MINI)


def _coverage(_folder: Path) -> Result:
    texts = jobs.open_whole([Source("a.txt", TEXT + b"\nSebuah kota kecil itu." * 4)])
    return jobs.coverage(texts, MINI)


def _lint(_folder: Path) -> Result:
    entry = b"""# padanan: ignore G201 house style
# padanan: ignore G900 nothing
msgid "a"
msgstr "b"
"""
    return jobs.lint([Source("a.po", entry)], profile="full")


def _stats(_folder: Path) -> Result:
    return jobs.stats(jobs.load(MINI))


def _compare(_folder: Path) -> Result:
    units = jobs.open_units(Source("-", PAIR, "table"))
    return jobs.compare(units, annotator())


def _export(_folder: Path) -> Result:
    return jobs.export(MINI, jobs.ExportOptions("deepl"))


def _import(folder: Path) -> Result:
    table = Source("a.csv", b"term,English\nkoridor uji,test corridor\n")
    return jobs.import_file(table, str(folder / f"{DOMAINS[0]}.po"))


def _terms(_folder: Path) -> Result:
    options = jobs.AnnotateOptions(ReadingOptions("utf-8"))
    return jobs.terms([Source("-", TEXT)], annotator(), options)


def _house(folder: Path) -> str:
    """Return a memory with two translations."""
    path = folder / "house.sqlite"
    path.unlink(missing_ok=True)
    known = b"Menlu AS tiba pada tanggal 5.,Rubio arrived.\nVisa.,Visa.\n"
    jobs.remember(str(path), Source("-", known, "table"))
    return str(path)


def _recall(folder: Path) -> Result:
    asked = "Menlu RI tiba pada tanggal 6."
    return jobs.recall(_house(folder), asked, annotator())


def _remember(folder: Path) -> Result:
    more = Source("-", b"Nota.,A note.\n", "table")
    path = _house(folder)
    Path(path).unlink()
    return jobs.remember(path, more)


def _add(folder: Path) -> Result:
    path = folder / "own.po"
    path.unlink(missing_ok=True)
    return jobs.add(path, jobs.Addition("koridor uji", "test corridor"))


CALLS = (
    Call("annotate", _annotate),
    Call("annotate --explain", _explain),
    Call("terms", _terms),
    Call("lookup", _lookup),
    Call("worksheet", _worksheet),
    Call("assemble", _assemble),
    Call("check", _check),
    Call("extract", _extract),
    Call("coverage", _coverage),
    Call("lint", _lint),
    Call("stats", _stats),
    Call("stats --against", _compare),
    Call("export", _export),
    Call("import", _import),
    Call("add", _add),
    Call("memory", lambda folder: jobs.contents(_house(folder))),
    Call("memory SENTENCE", _recall),
    Call("memory --words", lambda folder: jobs.concordance(_house(folder), "visa", 5)),
    Call("memory --add", _remember),
    Call("formats", lambda _folder: jobs.formats()),
)
"""Every job with a result; a new one is a line here and a section of the page."""
