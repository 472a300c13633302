"""Every reader there is, with valid files, mutations, and what a value must be.

A reader gives a value or a ``PadananError`` that is one line; anything else is a fault.
Of a value more is asked: offsets that lie in the text, text that is encodable, what is
written again read as the same.
"""

from __future__ import annotations

import json
import os
import re
import tempfile
import zlib
from base64 import b64encode
from contextlib import suppress
from functools import cache
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from padanan.articles import readers as articles
from padanan.articles.marks import BRACKETED, Mark
from padanan.errors import MistakesError, PadananError
from padanan.exchange import formats
from padanan.translation import file_kinds
from tests import texts_only
from tests.fuzz import bases
from tests.fuzz import mutations as m

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    import click

    from padanan.articles.article import Article
    from padanan.corpus.work import Task
    from padanan.translation.units import Unit
    from tests.fuzz.mutations import Mutation

LONGEST = 2_000
"""Maximum number of characters of a message before the command line cuts it."""


WRITTEN = 3
"""One article in so many is written again, with marks and without."""


class Target(NamedTuple):
    """Something that is given inputs.

    Attributes:
        name: what the command line of the fuzzer calls it.
        bases: make the valid files that mutations start from.
        mutations: what may be done to them.
        use: reads an input; raises ``AssertionError`` for a wrong value.
        wrap: puts an input into what holds it, such as a skeleton into its package.
    """

    name: str
    bases: tuple[Callable[[], bytes], ...]
    mutations: Sequence[Mutation]
    use: Callable[[bytes], object]
    wrap: Callable[[bytes], bytes] = bytes

    def input(self, chance: Random) -> bytes:
        """Return an input; the same chance gives the same one."""
        base = chance.choice(self.bases)()
        return self.wrap(m.mutated(chance, base, self.mutations))

    def survives(self, data: bytes) -> str:
        """Read; return the message of what is refused, empty where all was read."""
        try:
            self.use(data)
        except MistakesError as error:
            for line in error.lines:
                _check_message(line)
            return error.lines[0]
        except PadananError as error:
            _check_message(str(error))
            return str(error)
        return ""


_DRIVING = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")


def _check_message(text: str) -> None:
    from padanan.cli.messages import clean

    assert text.strip(), "an empty message"
    assert not _DRIVING.search(clean(text)), "a message that drives a terminal"


def fixed(data: bytes | str) -> Callable[[], bytes]:
    """Return what gives these bytes."""
    made = data.encode() if isinstance(data, str) else data
    return lambda: made


def _of(make: Callable[[str], bytes], name: str) -> Callable[[], bytes]:
    return lambda: make(name)


# Articles


def article(name: str) -> Callable[[bytes], object]:
    """Return what reads an article of that name, and writes it with marks."""

    def use(data: bytes) -> None:
        found = articles.read(data, name)
        check_article(found)
        if zlib.crc32(data) % WRITTEN:
            return
        marks = _marks(found)
        is_text = articles.is_text_only(found.kind)
        out = "a.txt" if is_text else name
        again = articles.read(articles.write(found, marks), out)
        text = found.text.replace("\0", "\ufffd") if is_text else found.text
        assert BRACKETED.sub("", again.text) == BRACKETED.sub("", text), "marked"
        same = text.encode() if is_text else data
        assert articles.write(found, ()) == same, "unmarked"

    return use


def printed(data: bytes) -> None:
    """Read a PDF file in a process that has read others before."""
    from unittest.mock import patch

    from padanan.articles.pdf import pages
    from tests.fuzz import pdf_child

    with patch.object(pages, "_output", pdf_child.output):
        article("a.pdf")(data)


def check_article(found: Article) -> None:
    """Check the offsets of an article."""
    last = 0
    for start, end in found.masked:
        assert last <= start < end <= len(found.text), "masked"
        last = end
    last = 0
    for block in found.blocks:
        assert last <= block.start < block.end <= len(found.text), "blocks"
        last = block.end
        for run in block.runs:
            assert block.start <= run.start <= run.end <= block.end, "runs"
    assert len(found.readable) == len(found.text), "readable"


def _marks(found: Article) -> list[Mark]:
    """Return marks of some words, as the annotations of an article would lie."""
    words = list(re.finditer(r"[A-Za-z]+(?: [A-Za-z]+)?", found.readable))[:9:2]
    return [
        Mark(word.start(), word.end(), "US", "offices", ("a", "b")) for word in words
    ]


FORGED = 3
"""One article in so many has sentences that begin and end anywhere."""

INTO: tuple[Callable[[str], str], ...] = (
    lambda marked: marked,
    lambda marked: f"The US: {marked}",
    lambda _: "{7}words{/1} {1/}",
    lambda _: "",
)
"""What becomes of a sentence with its marks; the first leaves all words."""


def translated(name: str) -> Callable[[bytes], object]:
    """Return what writes an article of that name in English."""

    def use(data: bytes) -> None:
        from dataclasses import replace

        from padanan.language.segment import segment
        from padanan.translation.passages import apart
        from padanan.translation.tagged import read_marks
        from padanan.translation.worksheet import assemble, make

        document = articles.translatable(articles.read(data, name))
        number = zlib.crc32(data)
        segments = apart(segment(document.article.prose), document.article)
        forged = number // len(INTO) % FORGED == 0
        if forged:
            segments = _forged(len(document.article.text), number)
        sheet = make(document, tuple(segments), (), name)
        into = INTO[number % len(INTO)]
        done = assemble(
            sheet.skeleton,
            [
                replace(one.unit, tagged_target=read_marks(into(one.tagged.marked)))
                for one in sheet.units
            ],
            name,
        )
        written = articles.rewritten(done.document.article, done.leaves)
        again = articles.translatable(articles.read(written, name)).article
        # In the text of Markdown there are marks, which may be written otherwise.
        if into is INTO[0] and not forged and not name.endswith(".md"):
            before = document.article.text
            assert _letters(again.text) == _letters(before), "other words"

    return use


def _forged(size: int, number: int) -> Iterator[tuple[int, int]]:
    """Yield sentences as a worksheet may have them that somebody has changed."""
    chance = Random(number)  # noqa: S311 - no secret
    edges = sorted(chance.randrange(size + 1) for _ in range(chance.randrange(20)))
    return zip(edges[::2], edges[1::2], strict=False)


def _letters(text: str) -> str:
    """Return what can be seen of a text; new words have no control characters."""
    return "".join(filter(str.isprintable, "".join(text.split())))


# Translation units


def units(name: str) -> Callable[[bytes], object]:
    """Return what reads translation units of a file of that name."""

    def use(data: bytes) -> None:
        found = file_kinds.read_all(data, name)
        for unit in found.units:
            check_unit(unit)
        for sentence in found.unread:
            _check_message(sentence)

    return use


def check_unit(unit: Unit) -> None:
    """Check a translation unit."""
    for start, end in unit.quoted:
        assert 0 <= start <= end <= len(unit.source), "quoted"
    assert unit.source.strip() or unit.target.strip() or unit.id, "an empty unit"


def worksheet(name: str) -> Callable[[bytes], object]:
    """Return what puts a worksheet of that name together."""

    def use(data: bytes) -> None:
        made = file_kinds.read_worksheet(data, name)
        made.text.encode("utf-8", "surrogatepass")

    return use


def _skeleton(data: bytes) -> object:
    """Assemble a worksheet whose sentences are right."""
    from padanan.translation import skeleton
    from padanan.translation.worksheet import assemble

    packed = f"{skeleton.MARK}{b64encode(zlib.compress(data, 1)).decode()}."
    found = skeleton.unpack(packed, "a.po")
    assert skeleton.unpack(skeleton.pack(found), "a.po") == found, "packed again"
    done = assemble(found, _sentences(), "a.po")
    return articles.rewritten(done.document.article, done.leaves)


@cache
def _sentences() -> tuple[Unit, ...]:
    return file_kinds.read(bases.worksheet("po"), "a.po")


def _earlier(data: bytes) -> object:
    """Assemble a worksheet of an earlier version whose sentences are right."""
    from padanan.translation import earlier
    from padanan.translation.worksheet import assemble

    packed = earlier.MARK + b64encode(zlib.compress(data, 1)).decode()
    units = tuple(map(earlier.without_tags, _sentences()))
    return assemble(earlier.upgraded(packed, units, "a.po"), units, "a.po").text


def _report(data: bytes) -> object:
    from padanan.jobs.articles import Source
    from padanan.jobs.checks import open_report

    found = open_report(Source("a.json", data))
    assert len(set(found)) <= len(found)
    return found


def _asked(data: bytes) -> object:
    """Read what a client of LanguageTool sends."""
    from padanan.serve import language_tool_request as request

    try:
        asked = request.read(data)
    except request.RequestError as error:
        _check_message(str(error))
        return None
    text = asked.text
    for at in range(len(text.plain)):
        start, end = text.offsets.span(at, at + 1)
        assert 0 <= start <= end <= len(text.original), "offsets"
    return asked


def _pair(data: bytes) -> object:
    from padanan.jobs.articles import Source
    from padanan.jobs.units import read_pair

    ours, _, theirs = data.partition(b"\n%%\n")
    found = read_pair(Source("a.id", ours), Source("a.en", theirs))
    for unit in found.units:
        check_unit(unit)
    return found


# Glossaries


def imported(form: formats.Format, name: str) -> Callable[[bytes], object]:
    """Return what imports a file, and writes what can be written into a PO file."""

    def use(data: bytes) -> None:
        from padanan.exchange.importing import Target as Into
        from padanan.exchange.importing import changes, check_writable, result

        found = formats.loads(form, data, name)
        for sentence in formats.unread(form, data, name):
            _check_message(sentence)
        check_writable(found, name)
        into = Into("own", bases.glossary().concepts)
        made = changes(found, into, lossless=form.lossless)
        check_po(result(into, made))

    return use


def check_po(concepts: Iterable[object]) -> None:
    """Check that concepts, where they can be written, are read as the same."""
    from padanan.glossary import po

    listed = tuple(concepts)
    text = po.dumps(listed, domain="own")  # type: ignore[arg-type]
    again = po.loads(text, path="own.po", domain="own")
    assert set(again.concepts) == set(listed), "PO"


def _glossary(data: bytes) -> object:
    """Read a glossary file, and write it in canonical form, twice the same."""
    from padanan.checks.glossary.files import read_file
    from padanan.checks.glossary.syntax import canonical_form
    from padanan.glossary.library import GlossaryFile, parse

    file = read_file("own.po", "own", data)
    for problem in file.reading.problems:
        _check_message(problem.message)
    written = canonical_form(file)
    if written is not None:
        again = read_file("own.po", "own", written)
        assert canonical_form(again) == written, "canonical"
        assert set(again.reading.concepts) == set(file.reading.concepts), "concepts"
    return parse(GlossaryFile("own.po", data))


def _own(data: bytes) -> object:
    """Lay a list over a glossary, compile the two and read a text with them."""
    from padanan import Annotator
    from padanan.glossary.library import GlossaryFile, joined

    base = GlossaryFile("base.po", bases.exported("po"))
    laid = joined(((base,), (GlossaryFile("own.po", data),)), shipped=True)
    return Annotator(laid).annotate("Gencatan senjata (GS), kata duta negara itu.")


# Settings, lists, caches


def _in_file(name: str, data: bytes) -> Path:
    path = _folder() / name
    path.write_bytes(data)
    return path


_FOLDERS: dict[int, Path] = {}
"""Folders for files, by the process that made them: no fork removes another's."""


def _folder() -> Path:
    process = os.getpid()
    if process not in _FOLDERS:
        # In memory where there is such a place: a hundred thousand files are written.
        shared = Path("/dev/shm")  # noqa: S108 - a folder of our own is made in it
        made = tempfile.mkdtemp(
            prefix="padanan-fuzz-", dir=shared if shared.is_dir() else None
        )
        _FOLDERS[process] = Path(made)
    return _FOLDERS[process]


def clean_up() -> None:
    """Remove what this process has written, and end what it has started."""
    import shutil

    from tests.fuzz import pdf_child

    pdf_child.end()

    if folder := _FOLDERS.pop(os.getpid(), None):
        shutil.rmtree(folder, ignore_errors=True)


def _settings(data: bytes) -> object:
    from padanan.cli import main, settings

    found = settings.load(_in_file("padanan.toml", data))
    context = _context()
    for name in ("annotate", "check", "export"):
        command = main.get_command(context, name)
        assert command is not None
        dict(settings.defaults(found, command))
    return found


@cache
def _context() -> click.Context:
    import click

    from padanan.cli import main

    return click.Context(main)


def _candidates(data: bytes) -> object:
    from padanan.corpus.proposals import exclusions, rejected, with_exclusions
    from padanan.files.text import decode

    text = with_exclusions("nota\n", rejected(decode(data, "a.csv"), "a.csv"))
    return exclusions(text)


def _waivers(data: bytes) -> object:
    from padanan.jobs.articles import Source
    from padanan.jobs.checks import open_waivers

    return open_waivers(Source("a.waivers", data))


def _sources(data: bytes) -> object:
    from padanan.glossary import library

    path = _in_file("SOURCES.md", data)
    return library.sources(path), library.source_titles(path)


def _compiled(data: bytes) -> object:
    from padanan.matching import compiled

    try:
        return compiled.loads(data)
    except ValueError:
        # What is promised of bytes that are none of ours.
        return None


def _cached(data: bytes) -> object:
    from padanan.glossary import cache as store

    _in_file("a.cache", data)
    _in_file("index.json", data)
    mark = "x"
    store.recall(mark, _folder())
    return store.fetch("a", lambda: b"made", _folder())


def _part(data: bytes) -> object:
    from padanan.corpus import parts

    found = parts._load(_in_file("part", data))  # noqa: SLF001 - nothing else reads one
    if found is not None:
        assert isinstance(found.documents, int)
        told = (*found.problems, *(text for pair in found.unread for text in pair))
        assert all(isinstance(text, str) for text in told), "problems"
        assert b"".join(parts.lines_of([_folder() / "part"])) is not None
    return found


# Corpora


def corpus(name: str) -> Callable[[bytes], object]:
    """Return what reads the documents of a corpus in a file of that name."""

    def use(data: bytes) -> None:
        from padanan.corpus.sources import items
        from padanan.corpus.work import Chunk, work

        path = str(_in_file(name, data))
        found = tuple(items((path,)))
        for item in found:
            assert "\n" not in item.problem, "a problem of two lines"
        done = work(_task(), Chunk(0, found))
        told = sum(1 for item in found if item.passed)
        assert done.documents + len(done.problems) + told == len(found), "one is lost"
        for line in done.lines.splitlines():
            json.loads(line)

    return use


@cache
def _task() -> Task:
    from padanan import Annotator
    from padanan.jobs.corpus_run import CorpusOptions, task_of

    return task_of(Annotator(bases.glossary()), CorpusOptions(("a",)))


def _texts(data: bytes) -> object:
    from padanan.jobs.articles import Source
    from padanan.jobs.corpora import open_whole

    return open_whole([Source("a.jsonl", data)])


def _first_bytes(data: bytes) -> object:
    from padanan.files.first_bytes import kind_of

    found = kind_of(data)
    if found == "html":
        with suppress(PadananError):
            articles.read(data, "-.html")
    return found


ARTICLE_BASES: dict[str, tuple[tuple[Callable[[], bytes], ...], Sequence[Mutation]]] = {
    "text": ((fixed(bases.TEXT),), m.TEXT),
    "markdown": ((fixed(bases.MARKDOWN),), m.TEXT),
    "html": ((fixed(bases.HTML),), m.HTML),
    "docx": ((bases.document,), m.PACKAGE),
    "odt": ((bases.open_document,), m.PACKAGE),
    "subtitles": ((fixed(bases.SRT), fixed(bases.VTT)), m.TEXT),
    "epub": ((bases.book,), m.PACKAGE),
    "pdf": ((bases.printed, _of(texts_only.made, "pdf")), m.BYTES),
    "rtf": ((fixed(bases.RTF),), m.TEXT),
}
UNIT_BASES: dict[str, tuple[tuple[Callable[[], bytes], ...], Sequence[Mutation]]] = {
    ".po": ((fixed(bases.PO),), m.TEXT),
    ".xlf": ((fixed(bases.XLIFF_1), fixed(bases.XLIFF_2)), m.XML),
    ".tmx": ((fixed(bases.TMX),), m.XML),
    ".csv": ((bases.csv, bases.tsv), m.ROWS),
    ".docx": ((bases.word_table,), m.PACKAGE),
    ".xlsx": ((bases.sheet,), m.PACKAGE),
}
_MUTATIONS: dict[str, Sequence[Mutation]] = {
    "po": m.TEXT, "csv": m.ROWS, "tsv": m.ROWS, "json": m.JSON, "omegat": m.ROWS,
    "xlsx": m.PACKAGE,
    "tbx-2008": m.XML, "tbx-2019-dca": m.XML, "tbx-2019-dct": m.XML, "tmx": m.XML,
    "xliff": m.XML, "xliff2": m.XML, "docx": m.PACKAGE,
}  # fmt: skip


def _article_targets() -> Iterable[Target]:
    for reader in articles.READERS:
        made, mutations = ARTICLE_BASES[reader.name]
        # The product starts a process for each PDF file, which is slow.
        use = printed if reader.name == "pdf" else article(f"a{reader.endings[0]}")
        yield Target(f"article-{reader.name}", made, mutations, use)


def _translated_targets() -> Iterable[Target]:
    for reader in articles.READERS:
        if articles.keeps_format(reader.name):
            made, mutations = ARTICLE_BASES[reader.name]
            use = translated(f"a{reader.endings[0]}")
            yield Target(f"translated-{reader.name}", made, mutations, use)


def _unit_targets() -> Iterable[Target]:
    endings = dict.fromkeys(kind.endings[0] for kind in file_kinds.FILE_KINDS)
    for ending in endings:
        made, mutations = UNIT_BASES[ending]
        yield Target(f"units{ending}", made, mutations, units(f"a{ending}"))


def _worksheet_targets() -> Iterable[Target]:
    for kind in file_kinds.WORKSHEET_KINDS:
        made = (_of(bases.worksheet, kind.name),)
        use = worksheet(f"a{kind.ending}")
        yield Target(f"worksheet-{kind.name}", made, _MUTATIONS[kind.name], use)


def _import_targets() -> Iterable[Target]:
    for form in formats.FORMATS:
        if form.reads:
            made: list[Callable[[], bytes]] = [_of(bases.exported, form.name)]
            if form.name == "xlsx":
                made.append(bases.concept_sheet)
            if form.name == "tmx":
                made.append(fixed(bases.TMX))
            use = imported(form, f"a{form.endings[0]}")
            yield Target(f"import-{form.name}", tuple(made), _MUTATIONS[form.name], use)


def _other_targets() -> Iterable[Target]:
    exported = _of(bases.exported, "po")
    yield Target("glossary", (exported, fixed(bases.OWN)), m.TEXT, _glossary)
    yield Target("own-list", (fixed(bases.OWN), exported), m.TEXT, _own)
    yield Target("settings", (fixed(bases.TOML),), m.TEXT, _settings)
    yield Target("skeleton", (bases.skeleton,), m.JSON, _skeleton, bases.with_article)
    yield Target("earlier", (fixed(bases.EARLIER),), m.JSON, _earlier)
    yield Target("report", (fixed(bases.REPORT),), m.JSON, _report)
    asked = tuple(map(fixed, bases.ASKED))
    yield Target("language-tool", asked, m.JSON, _asked)
    english = "The US minister arrived.\n\nA ceasefire was agreed on 12 May."
    pair = f"{bases.TEXT}\n%%\n{english}"
    yield Target("two-texts", (fixed(pair),), m.TEXT, _pair)
    yield Target("candidates", (fixed(bases.CANDIDATES),), m.ROWS, _candidates)
    waivers = fixed("# x\n12 ignore T201 was cut\n* ignore T101 [nota] house style\n")
    yield Target("waivers", (waivers,), m.TEXT, _waivers)
    sources = fixed("# Sources\n\n- `VCDR`: Vienna Convention, 1961\n- `UN`: x\n")
    yield Target("sources", (sources,), m.TEXT, _sources)
    yield Target("compiled", (bases.compiled,), m.BYTES, _compiled)
    index = fixed('{"x": ["a", ""], "y": ["b", "1 2"]}')
    yield Target("cache", (index, bases.compiled), m.JSON, _cached, _checked)
    yield Target("part", (bases.part,), m.BYTES, _part)
    yield Target("json-texts", (_of(bases.archive, "jsonl"),), m.TEXT, _texts)
    first = tuple(
        fixed(text) for text in (bases.HTML, bases.TMX, bases.PO, bases.XLIFF_1)
    )
    yield Target("first-bytes", first, m.HTML, _first_bytes)


def _checked(data: bytes) -> bytes:
    """Return bytes with the checksum that makes them believable, half of the time."""
    from padanan.glossary.cache import checksum

    return data if data[:1] == b"{" else data + checksum(data)


def _corpus_targets() -> Iterable[Target]:
    for kind, mutations in (
        ("jsonl", m.TEXT), ("zip", m.PACKAGE), ("tar", m.TAR), ("gnu.tar", m.TAR),
        ("gz", m.COMPRESSED), ("bz2", m.COMPRESSED), ("xz", m.COMPRESSED),
    ):  # fmt: skip
        name = f"a.jsonl.{kind}" if mutations is m.COMPRESSED else f"a.{kind}"
        yield Target(
            f"corpus-{kind}", (_of(bases.archive, kind),), mutations, corpus(name)
        )


@cache
def targets() -> dict[str, Target]:
    """Return every target by its name."""
    groups = (_article_targets, _translated_targets, _unit_targets,
              _worksheet_targets, _import_targets,
              _other_targets, _corpus_targets)  # fmt: skip
    return {target.name: target for group in groups for target in group()}
