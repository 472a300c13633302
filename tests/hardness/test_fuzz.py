"""No bytes make a reader fail otherwise than in one line; no text the recognition.

A short run here; `make fuzz` looks longer and elsewhere.
"""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

import padanan
from padanan.articles import readers as documents
from padanan.cli.messages import one_line
from padanan.errors import PadananError
from padanan.exchange import formats as exchange
from padanan.glossary import library
from padanan.glossary.library import GlossaryFile
from padanan.translation import file_kinds as bilingual
from tests.hardness.files import IMPORTED, MAIN, SHEETS, rewritten, valid
from tests.laws import examples

if TYPE_CHECKING:
    from collections.abc import Callable

READERS: dict[str, Callable[[bytes, str], object]] = {
    **{
        f"a{ending}": documents.read
        for reader in documents.READERS
        for ending in reader.endings
    },
    **{
        f"units{ending}": bilingual.read
        for kind in bilingual.FILE_KINDS
        for ending in kind.endings
    },
    **{
        f"{form.name}{form.endings[0]}": partial(exchange.loads, form)
        for form in exchange.FORMATS
        if form.reads
    },
    **dict.fromkeys(SHEETS, bilingual.read_worksheet),
    "glossary.po": lambda data, path: library.parse(GlossaryFile(path, data)),
}
"""Every reader there is, by a name that its files may have."""

PIECES = (b"", b"\0", b"\xff", b"\n", b"&#0;", b"<x>", b"</", b"]]>", b'"', b"\\", b"|",
          b"{", b"9" * 30, b"%s", b"=1+1", "İ\u0301\u200b".encode())  # fmt: skip

fuzzed = examples(
    20,
    suppress_health_check=list(HealthCheck),
)


@cache
def base(name: str) -> bytes:
    """Return a file of that kind as it should be."""
    known = {f"{form}.{ending}": f"a.{ending}" for ending, form in IMPORTED.items()}
    return valid("sheet.xlf" if name.endswith(("xlf", "xliff")) else
                 known.get(name, name))  # fmt: skip


def survives(name: str, data: bytes) -> None:
    """Read; what is wrong must be said in one line."""
    try:
        READERS[name](data, name)
    except PadananError as error:
        assert len(one_line(error)) < 1_000  # noqa: PT017 - an error is no must


@st.composite
def changes(draw: st.DrawFn) -> Callable[[bytes], bytes]:
    """Draw a few changes: something cut out, put in, or said twice."""
    places = st.tuples(st.floats(0, 1), st.integers(0, 40), st.sampled_from(PIECES))
    drawn = draw(st.lists(places, min_size=1, max_size=4))

    def change(data: bytes) -> bytes:
        for where, length, piece in drawn:
            at = int(where * len(data))
            data = data[:at] + piece + data[at + length * (piece != b"\n") :]
        return data

    return change


@pytest.mark.parametrize("name", READERS)
@fuzzed
@given(data=st.binary(max_size=300))
def test_any_bytes(name: str, data: bytes) -> None:
    """Any bytes are read or refused."""
    survives(name, data)


@pytest.mark.parametrize("name", READERS)
@fuzzed
@given(change=changes(), inside=st.booleans())
def test_damaged_files(
    name: str, change: Callable[[bytes], bytes], *, inside: bool
) -> None:
    """A valid file with bytes changed, in a package also inside it, is too."""
    package = name.rpartition(".")[2] in MAIN
    if package and inside:
        kind = name if name in SHEETS else f"a.{name.rpartition('.')[2]}"
        survives(name, rewritten(kind, change))
    else:
        survives(name, change(base(name)))


@fuzzed
@given(
    st.lists(
        st.text(max_size=8)
        | st.sampled_from(["gencatan senjata", "Menlu", "AS", "-", "\u00a0", "\u0301",
                           "nya", "Menteri Luar Negeri", "\n\n", "duta-duta besar"]),
        max_size=30,
    ),
    st.sampled_from(["", " "]),
)  # fmt: skip
def test_any_text(words: list[str], space: str) -> None:
    """Spans of any text lie in order, are disjoint, and say what stands there."""
    text = space.join(words)
    last = 0
    for found in annotator().annotate(text, nested=True):
        assert last <= found.start < found.end <= len(text)
        assert text[found.start : found.end] == found.text
        last = found.end


@cache
def annotator() -> padanan.Annotator:
    """Return an annotator with the shipped glossary."""
    return padanan.Annotator()
