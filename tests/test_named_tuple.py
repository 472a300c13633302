"""Named tuples that are made quickly are those of ``typing``."""

from __future__ import annotations

import ast
import copy
import pickle
import typing
from pathlib import Path

import pytest

import padanan
from padanan import named_tuple

SOURCE = Path(padanan.__file__).parent


class Usual(typing.NamedTuple):
    """A place."""

    start: int
    end: int
    kinds: tuple[str, ...] = ()

    @property
    def length(self) -> int:
        """How long it is."""
        return self.end - self.start


class Quick(named_tuple.NamedTuple):
    """A place."""

    start: int
    end: int
    kinds: tuple[str, ...] = ()

    @property
    def length(self) -> int:
        """How long it is."""
        return self.end - self.start


@pytest.mark.parametrize(
    "name",
    [
        "__doc__", "__module__", "__slots__", "__match_args__", "_fields",
        "_field_defaults", "__mro__",
    ],
)  # fmt: skip
def test_the_class_is_that_of_typing(name: str) -> None:
    """The class has the same fields, defaults and documentation."""
    wanted, found = getattr(Usual, name), getattr(Quick, name)
    assert str(found).replace("Quick", "Usual") == str(wanted)


def test_the_values_are_those_of_typing() -> None:
    """They are tuples: equal, ordered, replaced, copied and pickled as such."""
    quick, usual = Quick(2, end=5), Usual(2, end=5)
    assert tuple(quick) == tuple(usual) == (2, 5, ())
    assert repr(quick) == repr(usual).replace("Usual", "Quick")
    assert (quick.start, quick.length, hash(quick)) == (2, 3, hash(usual))
    assert quick._replace(kinds=("a",)) == Quick(2, 5, ("a",))
    again = pickle.loads(pickle.dumps(quick))  # noqa: S301 - our own bytes
    assert type(again) is type(copy.copy(quick)) is Quick
    with pytest.raises(AttributeError):
        quick.start = 1  # type: ignore[misc]
    with pytest.raises(TypeError):
        Quick(1)  # type: ignore[call-arg]


def test_the_types_of_the_fields_are_known() -> None:
    """Annotations are kept as texts and can be asked for."""
    assert typing.get_type_hints(Quick) == typing.get_type_hints(Usual)


def test_all_modules_use_it() -> None:
    """No other module takes the slow one from ``typing``."""
    slow = [
        path
        for path in SOURCE.rglob("*.py")
        if path.name != "named_tuple.py" and _takes_it_from_typing(path)
    ]
    assert not slow


def _takes_it_from_typing(path: Path) -> bool:
    return any(
        isinstance(node, ast.ImportFrom)
        and node.module == "typing"
        and "NamedTuple" in {alias.name for alias in node.names}
        for node in ast.walk(ast.parse(path.read_bytes()))
    )
