"""Padanan: an Indonesian–English diplomatic glossary that reads the context.

>>> import padanan
>>> annotator = padanan.Annotator()
>>> for found in annotator.annotate("Menlu AS menyambut baik kesepakatan itu."):
...     print(found.text, "→", found.equivalents[0])
Menlu → Secretary of State
menyambut baik → welcome
kesepakatan → agreement
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from padanan.matching.annotation import Annotation, Explanation
    from padanan.matching.compiled import Compiled
    from padanan.matching.engine import Engine
    from padanan.model import Glossary

__all__ = ["Annotator", "__version__", "load", "prepare"]
__version__ = "0.1.0"


def load(*paths: str | Path, shipped: bool = True) -> Glossary:
    """Return a glossary: the shipped one, and one's own added to it.

    Args:
        paths: PO files or folders of them; where two have a concept of the same
            id, the later one wins.
        shipped: whether the shipped glossary comes first.

    Raises:
        GlossaryError: a file is no glossary; the message names file and line.
        OSError: a file cannot be read.

    >>> load()["gencatan-senjata"].equivalent
    'ceasefire'
    """
    from padanan.glossary import library

    return library.load(*paths, shipped=shipped)


class Annotator:
    """Finds the terms of a glossary in texts, with the English that is right there.

    Immutable, safe to share between threads, and picklable.

    Args:
        glossary: what to look for; the shipped glossary where none is given.
    """

    __slots__ = ("_engine",)
    _engine: Engine

    def __init__(self, glossary: Glossary | None = None) -> None:
        if glossary is None:
            self._engine = _engine((), shipped=True, cache=True)
        else:
            from padanan.matching import make_engine
            from padanan.matching.compiling import compile_glossary

            self._engine = make_engine(compile_glossary(glossary))

    @classmethod
    def from_files(
        cls, *paths: str | Path, shipped: bool = True, cache: bool = True
    ) -> Annotator:
        """Return an annotator for glossary files, compiled once and then cached.

        Args:
            paths: PO files or folders of them.
            shipped: whether the shipped glossary comes first.
            cache: whether to keep the compiled form in the user's cache folder.

        Raises:
            GlossaryError: a file is no glossary.
            OSError: a file cannot be read.
        """
        self = cls.__new__(cls)
        self._engine = _engine(paths, shipped=shipped, cache=cache)
        return self

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
    ) -> tuple[Annotation, ...]:
        """Return the terms of a text, ordered and disjoint.

        Args:
            text: any text; offsets are half-open and in its code points.
            nested: give the shorter terms inside each span too.
            context: let regions and what stands around choose the English.
            domains: only terms of these domains; all where empty.

        >>> [found.text for found in Annotator().annotate("duta-duta besar ASEAN")]
        ['duta-duta besar', 'ASEAN']
        """
        from padanan.matching.engine import Options

        options = Options(nested, context, frozenset(domains))
        return self._engine.annotate(text, options)

    def explain(
        self, text: str, *, domains: Iterable[str] = ()
    ) -> tuple[Explanation, ...]:
        """Return for each place of a text what matched, what decided, what lost.

        >>> [place] = Annotator().explain("tahanan polisi")
        >>> place.annotation is None
        True
        """
        from padanan.matching.engine import Options

        return self._engine.explain(text, Options(domains=frozenset(domains)))


def prepare(*paths: str | Path, shipped: bool = True, cache: bool = True) -> Compiled:
    """Return the compiled glossary of some files: for tools that read no texts.

    Args:
        paths: PO files or folders of them.
        shipped: whether the shipped glossary comes first.
        cache: whether to keep the compiled form in the user's cache folder.

    Raises:
        GlossaryError: a file is no glossary.
        OSError: a file cannot be read.
    """
    from contextlib import suppress

    from padanan.glossary import cache as store
    from padanan.glossary import library
    from padanan.language import countries, tables
    from padanan.matching import compiled
    from padanan.model import merge

    found = library.find_files(paths, shipped=shipped)
    about = f"{__version__} {compiled.FORMAT} {sys.byteorder}"
    place = store.folder() if cache else None
    mark = store.signature(about, (*found, tables.path(countries.TABLE)))
    kept = store.recall(mark, place)
    with suppress(ValueError):
        if kept is not None:
            return compiled.loads(kept)

    # Read once: what is made must be of the very bytes that the key is of.
    files = tuple(map(library.read_glossary, found))
    parts = (part for file in files for part in (file.domain.encode(), file.data))
    name = store.key((about.encode(), tables.data(countries.TABLE), *parts))

    def make() -> bytes:
        from padanan.matching.compiling import compile_glossary

        glossary = merge(map(library.parse, files))
        return compiled.dumps(compile_glossary(glossary))

    data = store.fetch(name, make, place)
    store.remember(mark, name, place)
    try:
        return compiled.loads(data)
    except ValueError:
        # Whole, but not what this version wrote: somebody else's file of that name.
        return compiled.loads(make())


def _engine(paths: Iterable[str | Path], *, shipped: bool, cache: bool) -> Engine:
    from padanan.matching import make_engine

    return make_engine(prepare(*paths, shipped=shipped, cache=cache))
