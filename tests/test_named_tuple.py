"""Named tuples that are made quickly are those of ``typing``."""

from __future__ import annotations

import ast
import copy
import inspect
import pickle
import pydoc
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
        "_field_defaults",
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
    assert quick._asdict() == usual._asdict()
    assert Quick._make([2, 5, ()]) == quick


@pytest.mark.parametrize("kind", [Usual, Quick])
def test_mistakes_are_those_of_typing(kind: type[Quick]) -> None:
    """Wrong numbers and names of values are refused, the first time and later."""
    for _ in range(2):
        with pytest.raises(TypeError, match="'end'"):
            kind(1)  # type: ignore[call-arg]
        with pytest.raises(TypeError, match=r"3|4"):
            kind(1, 2, (), 4)  # type: ignore[call-arg]
        with pytest.raises(TypeError, match="'last'"):
            kind(1, last=2)  # type: ignore[call-arg]
        with pytest.raises(TypeError, match="Expected 3 arguments, got 1"):
            kind._make([1])
        with pytest.raises((TypeError, ValueError), match="unexpected field names"):
            kind(1, 2)._replace(last=2)  # type: ignore[call-arg]
        with pytest.raises(AttributeError):
            kind(1, 2).start = 1  # type: ignore[misc]


def test_the_types_of_the_fields_are_known() -> None:
    """Annotations are kept as texts and can be asked for, and so can the defaults."""
    assert typing.get_type_hints(Quick) == typing.get_type_hints(Usual)
    asked = inspect.signature(Quick).parameters
    wanted = inspect.signature(Usual).parameters
    assert [*asked] == [*wanted]
    assert all(one.default == wanted[name].default for name, one in asked.items())
    assert "Quick(start, end, kinds=())" in pydoc.plain(pydoc.render_doc(Quick))


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
