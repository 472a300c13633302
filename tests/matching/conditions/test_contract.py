"""Every kind of test is whole: form, meaning, gate, wording, lint, documentation."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from padanan.matching.conditions.kinds import TESTS, Before, Near, Test, WithDomain
from tests.matching.conditions.contract import lacks, readers, rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from padanan.matching.conditions.kinds import Names

TABLE = rows()


@pytest.mark.parametrize("kind", TESTS, ids=lambda kind: kind.__name__)
def test_a_kind_lacks_nothing(kind: type[Test]) -> None:
    """Each kind reads its forms, holds and fails as documented, and is worded.

    That its gate is never closed where it holds is a law in ``test_gates``.
    """
    assert not [*lacks(kind, TABLE)]


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row.condition)
def test_a_row_is_of_one_kind(row: tuple[str, ...]) -> None:
    """The example of a row is read by one kind alone."""
    assert len(readers(row[0], TESTS)) == 1


def test_kinds_are_worded_differently() -> None:
    """No two kinds are worded alike, nor written alike."""
    forms = [form for kind in TESTS for form in kind.forms]
    assert len({kind.wording for kind in TESTS}) == len(TESTS)
    assert len(set(forms)) == len(forms)


def test_a_kind_must_say_where_it_holds() -> None:
    """A class without ``matched_words`` makes no tests."""

    class Silent(Test):
        """A kind that does not say where it holds."""

        forms = ("silent WORDS",)
        wording = "silent {}"

    with pytest.raises(TypeError, match="abstract"):
        Silent.read("silent x")


class Undocumented(Near):
    """A kind with a form that no row shows."""

    forms = ("led by WORDS",)


class Speechless(Before):
    """A kind that does not say its words."""

    wording = "somewhere"


class Careless(WithDomain):
    """A kind that hides what it asks for, and whose names lint does not check."""

    needs_neighbours = False

    def problems(self, names: Names) -> Iterator[str]:
        """Yield nothing."""
        yield from ()


@pytest.mark.parametrize(
    ("kind", "complaint"),
    [
        (Undocumented, "has no row"),
        (Speechless, "does not say its words"),
        (Careless, "asks for other terms"),
        (Careless, "reports no unknown name"),
    ],
)
def test_what_is_missing_is_named(kind: type[Test], complaint: str) -> None:
    """The contract names what a class lacks."""
    assert any(complaint in one for one in lacks(kind, TABLE))
