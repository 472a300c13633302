"""The annotator: what finds the terms of a glossary in texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from padanan.matching.collecting import LONG, paused
from padanan.matching.engine import Options

if TYPE_CHECKING:
    from collections.abc import Iterable

    from padanan.glossary.library import Named
    from padanan.matching.annotation import Annotation, Explanation
    from padanan.matching.engine import Engine
    from padanan.model import Glossary


LEVELS = ("term", "all")
"""What ``level`` may be."""


class Annotator:
    """Finds the terms of a glossary in texts, with the English that is right there.

    Immutable, safe to share between threads, and picklable.

    Args:
        glossary: what to look for; the shipped glossary where none is given.
    """

    __slots__ = ("_engine",)
    _engine: Engine

    def __init__(self, glossary: Glossary | None = None) -> None:
        self._engine = engine_for(glossary)

    @classmethod
    def from_files(
        cls, *paths: Named, shipped: bool = True, cache: bool = True
    ) -> Annotator:
        """Return an annotator for glossary files, compiled once and then cached.

        Args:
            paths: PO files, folders of them, or files that were read already.
            shipped: whether the shipped glossary comes first.
            cache: whether to keep the compiled form in the user's cache folder.

        Raises:
            GlossaryError: a file is no glossary.
            OSError: a file cannot be read.
        """
        from padanan.matching import make_engine
        from padanan.matching.cached import compile_files

        compiled = compile_files(*paths, shipped=shipped, cache=cache)
        return cls.with_engine(make_engine(compiled))

    @classmethod
    def with_engine(cls, engine: Engine) -> Annotator:
        """Return an annotator that reads with a given engine."""
        self = cls.__new__(cls)
        self._engine = engine
        return self

    @property
    def engine(self) -> Engine:
        """What reads the texts: for tools that need more than the annotations."""
        return self._engine

    def annotate(
        self,
        text: str,
        *,
        nested: bool = False,
        context: bool = True,
        domains: Iterable[str] = (),
        level: str = "term",
    ) -> tuple[Annotation, ...]:
        """Return the terms of a text, ordered and disjoint.

        Args:
            text: any text; offsets are half-open and in its code points.
            nested: give the shorter terms inside each span too.
            context: let regions and what stands around choose the English.
            domains: only terms of these domains; all where empty.
            level: ``"all"`` marks words of everyday news (``level: basic``)
                too; ``"term"``, as by default, does not.

        Raises:
            ValueError: there is no such level.

        >>> [found.text for found in Annotator().annotate("duta-duta besar ASEAN")]
        ['duta-duta besar', 'ASEAN']
        """
        options = Options(nested, context, frozenset(domains), _is_all(level))
        if len(text) < LONG:  # a segment may take less time than to ask ``paused``
            return self._engine.annotate(text, options)
        with paused(len(text)):
            return self._engine.annotate(text, options)

    def explain(
        self, text: str, *, domains: Iterable[str] = (), level: str = "term"
    ) -> tuple[Explanation, ...]:
        """Return for each place of a text what matched, what decided, what lost.

        Args:
            text: any text.
            domains: only terms of these domains; all where empty.
            level: as in ``annotate``.

        Raises:
            ValueError: there is no such level.

        >>> place, *_ = Annotator().explain("tahanan polisi")
        >>> place.annotation is None
        True
        """
        options = Options(domains=frozenset(domains), basic=_is_all(level))
        return self._engine.explain(text, options)


def _is_all(level: str) -> bool:
    if level not in LEVELS:
        raise ValueError(f"no level “{level}” — known are {', '.join(LEVELS)}")
    return level == "all"


def engine_for(glossary: Glossary | None = None) -> Engine:
    """Return what reads texts with a glossary, the shipped one where none is given."""
    from padanan.matching import make_engine
    from padanan.matching.cached import compiled_form

    return make_engine(compiled_form(glossary))
