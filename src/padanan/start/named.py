"""``typing.NamedTuple``, which takes a third of the time to define a class.

``typing`` compiles the type of every field. A short command defines sixty such classes
when it starts, and never asks for the types of their fields.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__all__ = ["NamedTuple"]

if TYPE_CHECKING:
    from typing import NamedTuple  # what type checkers know
else:
    from collections import namedtuple

    class _Defining(type):
        """Makes a named tuple of the body of a class."""

        def __new__(
            cls, name: str, bases: tuple[type, ...], body: dict[str, Any]
        ) -> type:
            if not bases:  # ``NamedTuple`` itself
                return super().__new__(cls, name, bases, body)
            fields = body["__annotations__"]
            defaults = [body[field] for field in fields if field in body]
            made = namedtuple(
                name, fields, defaults=defaults, module=body["__module__"]
            )
            for key, value in body.items():
                if key not in fields and key not in _OWN:
                    setattr(made, key, value)
            return made

    _OWN = frozenset({"__module__", "__classcell__", "__slots__", "__dict__"})

    class NamedTuple(metaclass=_Defining):
        """The base of a class whose body has fields with their types."""
