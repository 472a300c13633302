"""Named tuples as those of ``typing``, whose classes are made in a tenth of the time.

``typing.NamedTuple`` compiles the annotation of each field, which is the text of one
in all our modules, and a function that makes the tuples. A short command loads seventy
such classes and uses half of them: all that took it a tenth of its time. Here the
function is compiled when the first tuple is made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import NamedTuple

    __all__ = ["NamedTuple"]
else:
    from collections import _tuplegetter  # what ``namedtuple`` has for its fields

    _MOST = 64
    _GETTERS = [_tuplegetter(at, f"Field number {at}") for at in range(_MOST)]

    class _Signature:
        """How the tuples of a class are made, for programs that ask."""

        def __get__(self, instance, owner):
            from inspect import signature  # slow to import

            if owner is _Tuple:  # it has no fields
                raise AttributeError("__signature__")
            whole = signature(_maker(_owner(owner)))
            return whole.replace(parameters=[*whole.parameters.values()][1:])

    class _Tuple(tuple):
        """What all named tuples have, as ``collections.namedtuple`` makes it."""

        __slots__ = ()
        __signature__ = _Signature()

        def __new__(cls, /, *values, **named):
            """Return the first tuple of a class, which makes the others itself."""
            owner = _owner(cls)
            owner.__new__ = _maker(owner)
            return owner.__new__(cls, *values, **named)

        @classmethod
        def _make(cls, values):
            made = tuple.__new__(cls, values)
            if len(made) != len(cls._fields):
                problem = f"Expected {len(cls._fields)} arguments, got {len(made)}"
                raise TypeError(problem)
            return made

        def _replace(self, /, **changed):
            made = self._make(map(changed.pop, self._fields, self))
            if changed:
                raise ValueError(f"Got unexpected field names: {list(changed)!r}")
            return made

        def _asdict(self):
            return dict(zip(self._fields, self, strict=True))

        def __repr__(self):
            named = zip(self._fields, self, strict=True)
            fields = ", ".join([f"{field}={value!r}" for field, value in named])
            return f"{type(self).__name__}({fields})"

        def __getnewargs__(self):
            return tuple(self)

    def _owner(cls):
        """Return the class itself, or the one above it that has the fields."""
        return next(one for one in cls.__mro__ if "_fields" in vars(one))

    def _maker(owner):
        """Return the function that makes the tuples of a class."""
        fields = "".join(f"{field}, " for field in owner._fields)
        made = eval(  # noqa: S307 - as ``namedtuple`` does
            f"lambda _cls, {fields}: _new(_cls, ({fields}))",
            {"_new": tuple.__new__, "__builtins__": {}},
        )
        made.__name__ = "__new__"
        made.__qualname__ = f"{owner.__qualname__}.__new__"
        made.__defaults__ = tuple(owner._field_defaults.values())
        return made

    class _Making(type):
        """Makes a class of its fields, instead of one that inherits."""

        def __new__(cls, name, bases, body):
            """Return a tuple with named fields, and with what else the body has."""
            if not bases:  # NamedTuple itself
                return super().__new__(cls, name, bases, body)
            fields = tuple(body["__annotations__"])
            defaults = {field: body[field] for field in fields if field in body}
            body.update({field: _GETTERS[at] for at, field in enumerate(fields)})
            body.update(
                __slots__=(),
                __match_args__=fields,
                _fields=fields,
                _field_defaults=defaults,
            )
            return type(name, (_Tuple,), body)

    class NamedTuple(metaclass=_Making):
        """The base of a named tuple whose annotations are texts, kept as they are.

        Its body has the fields, those with a value last, then methods and properties.
        """
