"""Named tuples that are defined quickly are those of ``typing``."""

from __future__ import annotations

import pickle
import typing

import pytest

from padanan.start.named import NamedTuple


class Quick(NamedTuple):
    """A pair."""

    first: int
    second: str = "b"

    @property
    def both(self) -> str:
        """The values in one text."""
        return f"{self.first}{self.second}"

    def doubled(self) -> Quick:
        """Return it with twice the number."""
        return self._replace(first=2 * self.first)

    @classmethod
    def none(cls) -> Quick:
        """Return an empty one."""
        return cls(0, "")


class Typed(typing.NamedTuple):
    """A pair."""

    first: int
    second: str = "b"


@pytest.mark.parametrize(
    "name",
    ["_fields", "_field_defaults", "__doc__", "__module__", "__match_args__",
     "__bases__", "__slots__"],
)  # fmt: skip
def test_it_is_what_typing_makes(name: str) -> None:
    """The classes have the same fields, defaults and bases."""
    assert getattr(Quick, name, None) == getattr(Typed, name, None)


def test_values() -> None:
    """Its values are tuples, with the methods of the body."""
    one = Quick(1)
    assert (one, one.both, one.doubled()) == ((1, "b"), "1b", (2, "b"))
    assert repr(one) == "Quick(first=1, second='b')"
    assert Quick.none() == (0, "")
    assert pickle.loads(pickle.dumps(one)) == one  # noqa: S301 - our own
    assert (Quick.__qualname__, list(Quick.__annotations__)) == (
        "Quick",
        ["first", "second"],
    )


def test_its_arguments_are_checked() -> None:
    """A field without a default must be given, and there are no others."""
    for wrong in ((), (1, "b", 3)):
        with pytest.raises(TypeError):
            Quick(*wrong)
