"""Worksheets of earlier versions."""

from __future__ import annotations

import base64
import json
import zlib
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from padanan.errors import ExchangeError
from padanan.translation.earlier import MARK, upgraded, without_tags
from padanan.translation.file_kinds import open_worksheet
from padanan.translation.skeleton import fingerprint
from padanan.translation.units import Unit
from padanan.translation.worksheet import assemble

if TYPE_CHECKING:
    from collections.abc import Sequence

SENTENCES = ("Damai tiba.", "Menlu AS tiba.", "Kyiv {1} diam.", "Rp 5 juta & €2.")


def word(
    separators: Sequence[object],
    order: Sequence[object],
    sources: Sequence[str],
    suggested: Sequence[str] | None = None,
) -> str:
    """Return a packed skeleton as version 1 wrote it."""
    marks = [fingerprint(source) for source in sources]
    parts = ["a.md", separators, order, marks, suggested or [""] * len(sources)]
    data = json.dumps(parts, separators=(",", ":")).encode()
    return MARK + base64.b64encode(zlib.compress(data, 9)).decode()


def unit(source: str, target: str = "", *, fuzzy: bool = False) -> Unit:
    """Return a unit as its file has it."""
    return without_tags(Unit("1", source, target, fuzzy=fuzzy))


@given(
    order=st.lists(st.integers(0, 3), min_size=1).map(
        lambda some: [sorted(set(some)).index(number) for number in some]
    ),
    gaps=st.lists(st.sampled_from((" ", "\n", "\r\n\r\n# ", " · ")), min_size=1),
)
def test_an_article_comes_back(order: list[int], gaps: list[str]) -> None:
    """The translated sentences stand between what separated the Indonesian ones."""
    separators = ["", *(gaps[n % len(gaps)] for n in range(len(order) - 1)), "\n"]
    sources = SENTENCES[: max(order) + 1]
    units = [unit(source, source.upper()) for source in reversed(sources)]
    found = upgraded(word(separators, order, sources), units, "a.po")
    done = assemble(found, units, "a.po")
    parts = (sources[number].upper() for number in order)
    expected = "".join(a + b for a, b in zip(separators, parts, strict=False)) + "\n"
    assert done.text == expected
    assert not done.missing


def test_doubt_of_a_memory_is_kept() -> None:
    """A suggestion that nobody confirmed is missing; one that was edited is not."""
    source = "Kyiv {1} diam."
    suggested = [fingerprint("Kyiv {1} is silent.")]
    doubted = unit(source, "Kyiv {1} is silent.", fuzzy=True)
    edited = unit(source, "Kyiv says nothing.", fuzzy=True)
    for one, missing in ((doubted, 1), (edited, 0)):
        found = upgraded(word(["", ""], [0], [source], suggested), [one], "a.po")
        assert len(assemble(found, [one], "a.po").missing) == missing


def test_its_file_is_read() -> None:
    """A PO file of version 1 gives its units without tags and the skeleton of today."""
    packed = word(["", " ", "\n"], [0, 1], ["Pasal {1} berlaku.", "Damai tiba."])
    data = (
        f'msgid ""\nmsgstr ""\n"X-Padanan: {packed}\\n"\n"Language: en\\n"\n'
        '"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        'msgid "Pasal {1} berlaku."\nmsgstr "Article {1} applies."\n\n'
        'msgid "Damai tiba."\nmsgstr "Peace has come."\n'
    )
    found = open_worksheet(data.encode(), "a.po")
    done = assemble(found.skeleton, found.units, "a.po")
    assert done.text == "Article {1} applies. Peace has come.\n"


@pytest.mark.parametrize(
    ("packed", "message"),
    [
        (f"{MARK}!", "damaged"),
        (f"{MARK}eJw=", "damaged"),
        (word([""], [0], ["Damai."]), "damaged"),
        (word(["", ""], [1], ["Damai."]), "damaged"),
        (word(["", 5], [0], ["Damai."]), "damaged"),
        (word(["", "\ud800"], [0], ["Damai."]), "damaged"),
        (word(["", ""], [{}], ["Damai."]), "damaged"),
        (word(["", ""], [0], ["Perang."]), "the Indonesian of unit 1 is not in it"),
    ],
)
def test_damage_is_refused(packed: str, message: str) -> None:
    """What is cut or forged, or lacks a sentence, is refused by the file's name."""
    with pytest.raises(ExchangeError, match=rf"^a\.po: .*{message}"):
        upgraded(packed, [unit("Damai.")], "a.po")
