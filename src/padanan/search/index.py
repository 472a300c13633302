"""What look-up needs of a glossary: its forms, its terms, its concepts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, TypeVar, overload

from padanan.matching import make_engine

if TYPE_CHECKING:
    from padanan.matching.compiled import Compiled
    from padanan.matching.engine import Engine
    from padanan.model import Concept


class FormOf(NamedTuple):
    """What a form is a form of.

    Attributes:
        concept: number of the concept.
        term: number of its term.
        kind: kind of the form, by its place in ``indonesian.KINDS``.
    """

    concept: int
    term: int
    kind: int


@dataclass(frozen=True, slots=True)
class Index:
    """A glossary for look-up.

    Attributes:
        forms: the folded forms of source terms (``normalise.fold_term``), sorted.
        terms: for each form the terms of which it is one, the best first.
        concepts: the concepts.
        english: for each concept a line with its target terms, in lower case and
            without accents, a bar between them; the lines are joined by line breaks.
        source_language: code of the language of the terms.
        target_language: code of the language of the equivalents.
        engine: makes what reads a query as a text, for composed terms; ``None`` where
            only listed terms are looked up.
    """

    forms: Sequence[bytes]
    terms: Sequence[tuple[FormOf, ...]]
    concepts: Sequence[Concept]
    english: str
    source_language: str
    target_language: str
    engine: Callable[[], Engine] | None = None


def index_of(compiled: Compiled) -> Index:
    """Return the index of a compiled glossary.

    It costs nothing: what is in it is read when it is asked for.

    >>> from padanan.matching.compiling import compile_glossary
    >>> from padanan.model import Concept, Glossary, Term
    >>> visa = Concept("visa", "consular", (Term("visa"),), (Term("visa"),))
    >>> index_of(compile_glossary(Glossary((visa,)))).concepts[0].id
    'visa'
    """

    def terms(number: int) -> tuple[FormOf, ...]:
        return tuple(FormOf(*row[:3]) for row in compiled.senses(number))

    return Index(
        compiled.patterns,
        _Lazy(terms, len(compiled.patterns)),
        _Lazy(compiled.concept, compiled.size),
        compiled.english,
        compiled.source_language,
        compiled.target_language,
        partial(make_engine, compiled),
    )


T = TypeVar("T")


class _Lazy(Sequence[T]):
    """A sequence whose items are made when they are asked for.

    >>> [*_Lazy(str, 3)], _Lazy(str, 3)[-1], _Lazy(str, 3)[1:]
    (['0', '1', '2'], '2', ['1', '2'])
    """

    def __init__(self, make: Callable[[int], T], size: int) -> None:
        self._make = make
        self._numbers = range(size)

    def __len__(self) -> int:
        return len(self._numbers)

    @overload
    def __getitem__(self, index: int) -> T: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[T]: ...

    def __getitem__(self, index: int | slice) -> T | Sequence[T]:
        numbers = self._numbers[index]
        if isinstance(numbers, int):
            return self._make(numbers)
        return [self._make(number) for number in numbers]
