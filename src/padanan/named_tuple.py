"""Named tuples as those of ``typing``, made in two fifths of the time.

``typing.NamedTuple`` compiles the annotation of each field, which is the text of one
in all our modules. A short command loads seventy such classes: a tenth of its time.
"""

from __future__ import annotations

from collections import namedtuple
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import NamedTuple

    __all__ = ["NamedTuple"]
else:
    _KNOWN = frozenset({"__annotations__", "__module__"})

    class _Making(type):
        """Makes a class of its fields, instead of one that inherits."""

        def __new__(cls, name: str, bases: tuple[type, ...], body: dict) -> type:
            """Return a tuple with named fields, and with what else the body has."""
            if not bases:  # NamedTuple itself
                return super().__new__(cls, name, bases, body)
            fields = body["__annotations__"]
            defaults = [body[field] for field in fields if field in body]
            made = namedtuple(
                name, fields, defaults=defaults, module=body["__module__"]
            )
            made.__annotations__ = fields
            for key, value in body.items():
                if key not in fields and key not in _KNOWN:
                    setattr(made, key, value)
            return made

    class NamedTuple(metaclass=_Making):
        """The base of a named tuple whose annotations are texts, kept as they are.

        Its body has the fields, those with a value last, then methods and properties.
        """
