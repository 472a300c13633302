"""No bytes make a reader fail otherwise than in one line; no text the recognition.

A short run here; `make fuzz` tries a hundred thousand inputs of each kind.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from random import Random
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from padanan.articles.readers import READERS
from padanan.errors import DocumentError
from padanan.exchange.formats import FORMATS
from padanan.translation.file_kinds import FILE_KINDS, WORKSHEET_KINDS
from tests.fuzz import __main__ as fuzz
from tests.fuzz import mutations, readers, texts
from tests.laws import examples

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SEED = 1
QUICK, SLOW = 8, 200
"""Inputs for each target in the quick run and in the slow one."""

TARGETS = fuzz.all_targets()

fuzzed = examples(20, suppress_health_check=list(HealthCheck))


@pytest.fixture(scope="module", autouse=True)
def no_files_stay() -> Iterator[None]:
    """Remove what readers of files were given."""
    yield
    readers.clean_up()


def faults(name: str, numbers: range) -> tuple[fuzz.Fault, ...]:
    """Return the promises that inputs break, without the limits of a process."""
    outcome = fuzz.run(TARGETS[name], SEED, numbers)
    assert outcome.tried == len(numbers)
    return outcome.faults


@pytest.mark.parametrize("name", TARGETS)
def test_mutated_files(name: str) -> None:
    """A valid file with something changed is read or refused in one line."""
    assert not faults(name, range(QUICK))


@pytest.mark.slow
@pytest.mark.parametrize("name", TARGETS)
def test_many_mutated_files(name: str) -> None:
    """The same, for longer."""
    assert not faults(name, range(QUICK, SLOW))


@pytest.mark.parametrize("name", TARGETS)
@fuzzed
@given(data=st.binary(max_size=300))
def test_any_bytes(name: str, data: bytes) -> None:
    """Any bytes are read or refused."""
    target = TARGETS[name]
    text = name in {"laws", "engines"}
    target.survives(data.decode("utf-8", "replace").encode() if text else data)


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
    """The laws of annotation hold for any text."""
    texts.keeps_the_laws(space.join(words).encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize("name", TARGETS)
def test_the_files_that_are_mutated_are_valid(name: str) -> None:
    """Mutations start from what is read."""
    target = TARGETS[name]
    assert [target.survives(target.wrap(make())) for make in target.bases] == [
        ""
    ] * len(target.bases)


def test_every_reader_is_fuzzed() -> None:
    """A reader that is added to a table has a target."""
    wanted = {
        *(f"article-{reader.name}" for reader in READERS),
        *(f"units{kind.endings[0]}" for kind in FILE_KINDS),
        *(f"worksheet-{kind.name}" for kind in WORKSHEET_KINDS),
        *(f"import-{form.name}" for form in FORMATS if form.reads),
    }
    assert wanted <= TARGETS.keys()


def test_mutations_never_fail() -> None:
    """Whatever the bytes are, every mutation gives bytes."""
    lists = (mutations.TEXT, mutations.HTML, mutations.ROWS, mutations.JSON,
             mutations.PACKAGE, mutations.COMPRESSED, mutations.TAR)  # fmt: skip
    for mutation in {each for listed in lists for each in listed}:
        for data in (
            b"",
            b"\0",
            b"PK\x01\x02",
            b"<a b='c'>d</a>",
            b"{}",
            b"\xff" * 600,
        ):
            assert isinstance(mutation(Random(SEED), data), bytes)  # noqa: S311


@pytest.mark.slow
def test_an_input_can_be_made_again() -> None:
    """Seed, name and number say what an input is, in every process."""
    code = (
        "import zlib; from tests.fuzz import __main__ as f\n"
        "for t in f.all_targets().values():\n"
        "    made = (t.input(f.chance_of(7, t, number)) for number in range(40))\n"
        "    print(t.name, *map(zlib.crc32, made))"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(printed) == 1


def _raise(error: BaseException) -> Callable[[bytes], object]:
    def use(_: bytes) -> None:
        raise error

    return use


def attempted(use: Callable[[bytes], object]) -> tuple[fuzz.Fault | None, str]:
    """Return what the fuzzer says of a reader."""
    target = readers.Target("x", (bytes,), mutations.TEXT, use)
    return fuzz.attempt(target, 3, b"")


def test_what_is_a_fault() -> None:
    """Another error, a failed check and an empty message are faults; ours are none."""
    assert attempted(lambda _: "read") == (None, "")
    assert attempted(_raise(DocumentError("no text", path="a"))) == (None, "a: no text")
    for error in (
        KeyError("x"),
        AssertionError("offsets"),
        RecursionError(),
        DocumentError(""),
    ):
        found, _ = attempted(_raise(error))
        assert found is not None
        assert found.number == 3


def test_an_endless_reader_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader that takes too much processor time is stopped."""

    def endless(_: bytes) -> None:
        while True:
            pass

    monkeypatch.setattr(fuzz, "SECONDS", 0.02)
    before = signal.signal(signal.SIGVTALRM, fuzz.too_slow)
    try:
        found, _ = attempted(endless)
    finally:
        signal.signal(signal.SIGVTALRM, before)
    assert found is not None
    assert found.kind.startswith("TooSlow")


@pytest.mark.slow
def test_the_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    """A run prints its seed, and a line for each target."""
    assert (
        fuzz.main(["--only", "skeleton,waivers", "--count", "20", "--seed", "5"]) == 0
    )
    printed = capsys.readouterr().out.splitlines()
    assert printed[0] == "seed 5, 20 inputs each"
    assert [line.split()[0] for line in printed[2:]] == ["skeleton", "waivers"]
