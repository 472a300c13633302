"""What every exchange format does, whichever it is."""

from __future__ import annotations

import io
import random
import re
import zipfile
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given

from padanan.errors import PadananError
from padanan.exchange import formats
from padanan.exchange.formats import FORMATS, Format, FormatOptions
from padanan.exchange.pairs import pairs
from padanan.glossary.concepts import EQUIVALENT_KEYS, TERM_KEYS
from padanan.model import Concept, Glossary
from tests.concepts import lists_of_concepts
from tests.glossaries import DATA, GLOSSARIES, REFUSED, hostile, mini, plain
from tests.laws import examples

if TYPE_CHECKING:
    from collections.abc import Callable

READING = tuple(form for form in FORMATS if form.reads)
LOSSLESS = tuple(form for form in FORMATS if form.lossless)
LOSING = tuple(form for form in READING if not form.lossless)

Texts = set[tuple[str, str]]


def each(forms: tuple[Format, ...]) -> Callable[..., pytest.MarkDecorator]:
    """Return a mark that runs a test once for each of the formats."""
    return pytest.mark.parametrize("form", forms, ids=lambda form: form.name)


def dump(
    form: Format, glossary: Glossary, options: FormatOptions | None = None
) -> bytes:
    """Return the first file of a glossary in a format."""
    return dumped(form, glossary, options).files[0][1]


def dumped(
    form: Format, glossary: Glossary, options: FormatOptions | None = None
) -> formats.Dump:
    """Return a glossary in a format."""
    return formats.writer(form)(glossary, options or FormatOptions())


def texts(glossary: Glossary) -> Texts:
    """Return the pairs of a glossary as texts."""
    return {(pair.source, pair.target) for pair in pairs(glossary)}


def content(form: Format, data: bytes) -> object:
    """Return what of a file does not depend on the program that packed it."""
    if form.name != "xlsx":
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {
            name: archive.read(name)
            for name in archive.namelist()
            if name.startswith("xl/worksheets/")
        }


def refusal(form: Format, data: bytes) -> str | None:
    """Return the path of the error that a file gets, ``None`` where it is read."""
    try:
        formats.loads(form, data, "rusak")
    except PadananError as error:
        one_line = "\n" not in str(error) and " — " in error.problem
        return error.path if one_line else f"no clear line: {error}"
    return None


def test_names_and_endings_are_those_of_files() -> None:
    """Each name is there once, and endings are as a file has them."""
    names = [form.name for form in FORMATS]
    assert len(set(names)) == len(names)
    for form in FORMATS:
        assert form.endings
        assert all(e.startswith(".") and e == e.lower() for e in form.endings)


@each(FORMATS)
def test_says_what_it_loses(form: Format) -> None:
    """A format either loses nothing and can be read, or says what it loses."""
    assert form.lossless is not bool(form.loses)
    assert form.reads or not form.lossless
    assert all(line == line.strip() and not line.endswith(".") for line in form.loses)


@each(FORMATS)
def test_same_glossary_same_bytes(form: Format) -> None:
    """The bytes depend neither on the order of the concepts nor on the run."""
    turned = Glossary(mini().concepts[::-1])
    first, second = (dumped(form, one) for one in (mini(), turned))
    assert first == second


@each(FORMATS)
def test_golden_file(form: Format) -> None:
    """The mini glossary is written as in the golden file.

    Make it anew with ``padanan export --to NAME --include-fuzzy --no-shipped
    --glossary tests/data/mini.po --output tests/data/exchange/mini.NAME.ENDING``.
    """
    found = dumped(form, mini())
    base = DATA / "exchange" / f"mini.{form.name}"
    for ending, data in found.files:
        golden = base.with_name(base.name + (ending or form.endings[0]))
        assert content(form, data) == content(form, golden.read_bytes())


@each(tuple(form for form in FORMATS if form.reverses))
def test_reverse_is_another_file(form: Format) -> None:
    """Where rows have a direction, ``reverse`` turns it."""
    assert dump(form, mini(), FormatOptions(reverse=True)) != dump(form, mini())


@each(tuple(form for form in FORMATS if not form.reverses))
def test_reverse_changes_nothing_elsewhere(form: Format) -> None:
    """A format that serves both directions is the same file."""
    assert dump(form, mini(), FormatOptions(reverse=True)) == dump(form, mini())


@each(LOSING)
@GLOSSARIES
def test_what_is_dumped_is_loaded(
    form: Format, glossary: Callable[[], Glossary]
) -> None:
    """The pairs come back, except those that are reported as left out.

    Of lossless formats `test_lossless_formats_lose_nothing` asks for more.
    """
    given_, found = texts(glossary()), dumped(form, glossary())
    loaded = texts(formats.loads(form, found.files[0][1], "x"))
    assert loaded <= given_
    for source, target in given_ - loaded:
        assert any(source in line and target in line for line in found.dropped)


@each(FORMATS)
def test_hostile_texts_are_written_or_reported(form: Format) -> None:
    """No hostile text keeps the others from being written."""
    assert dump(form, hostile())


@each(FORMATS)
@pytest.mark.parametrize("text", REFUSED, ids=repr)
def test_texts_of_several_lines_do_no_harm(form: Format, text: str) -> None:
    """What would break a line is refused, left out and said, or comes back."""
    glossary = Glossary((plain("visa"), plain("nota", text)))
    try:
        found = dumped(form, glossary)
    except PadananError:
        return
    assert found.files[0][1]
    if form.reads and not found.dropped:
        loaded = formats.loads(form, found.files[0][1], "x")
        assert {source for source, _ in texts(loaded)} == {"visa", "nota"}


@each(LOSSLESS)
@GLOSSARIES
def test_lossless_formats_lose_nothing(
    form: Format, glossary: Callable[[], Glossary]
) -> None:
    """Every field of every concept comes back."""
    loaded = formats.loads(form, dump(form, glossary()), "x")
    assert loaded.by_id == glossary().by_id


@each(LOSSLESS)
@examples(40, suppress_health_check=[HealthCheck.too_slow])
@given(concepts=lists_of_concepts())
def test_any_concepts_come_back(form: Format, concepts: list[Concept]) -> None:
    """Whatever concepts hold, a lossless format holds all of it."""
    glossary = Glossary(tuple(concepts))
    loaded = formats.loads(
        form, formats.dumps(form, glossary, FormatOptions()).files[0][1], "x"
    )
    assert loaded.by_id == glossary.by_id


@each(READING)
@pytest.mark.parametrize("seed", range(8))
def test_damaged_files_get_one_line(form: Format, seed: int) -> None:
    """A file that was cut or overwritten is read, or refused in one line."""
    chance = random.Random(seed)  # noqa: S311 -- no secret
    data = bytearray(dump(form, mini()))
    if seed % 2:
        del data[chance.randrange(len(data)) :]
    for _ in range(4):
        place = chance.randrange(len(data) + 1)
        data[place : place + 1] = chance.randbytes(2)
    assert refusal(form, bytes(data)) in (None, "rusak")


@each(READING)
@pytest.mark.parametrize("data", [b"", b"\0\1\2\3", b"\xff\xfe\x00", b"PK\x03\x04"])
def test_what_is_no_such_file_is_refused(form: Format, data: bytes) -> None:
    """Bytes of another kind are no glossary, or an empty one."""
    assert refusal(form, data) in (None, "rusak")


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("json", b'"source_language": "ms"'),
        ("tbx-2008", b'xml:lang="ms"'),
        ("tbx-2019-dct", b'xml:lang="ms"'),
        ("tmx", b'srclang="ms"'),
        ("google", b"ms,en,pos"),
        ("aws", b"ms,en\n"),
        ("skos", b'"gencatan senjata"@ms'),
        ("html", b'lang="ms"'),
    ],
)
def test_languages_are_those_of_the_glossary(name: str, written: bytes) -> None:
    """A format that names the languages names those of the glossary."""
    malay = Glossary(mini().concepts, "ms")
    data = dump(formats.named(name), malay)
    assert written in data
    assert not re.search(rb"""(lang="|@|_language": ")id\b|^id,""", data, re.MULTILINE)


def test_keys_are_those_of_entries() -> None:
    """Tables have the kinds of terms that PO entries have."""
    from padanan.exchange.concept_rows import COLUMNS

    assert {*TERM_KEYS, *EQUIVALENT_KEYS} <= set(COLUMNS)
