"""The engine with the compiled core."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from padanan.matching.compiled import dumps, loads
from padanan.matching.engine import DEFAULT, Options
from padanan.matching.recogniser import Recogniser

if TYPE_CHECKING:
    from collections.abc import Callable

    from padanan.matching.annotation import Annotation
    from padanan.matching.compiled import Compiled
    from padanan.matching.native.core import Core
    from padanan.matching.notation import Notation


FEW = 20_000
"""Number of characters that are read without the core: to load it takes about as long
as to read these."""


class NativeRecogniser(Recogniser):
    """An ``Engine`` that finds what ``Recogniser`` finds, in less time.

    The first texts are read as there: to load the core takes a while.
    Explanations always are.

    Args:
        compiled: the glossary made ready.
        few: the number of characters behind which the core is used.
    """

    def __init__(self, compiled: Compiled, few: int = FEW) -> None:
        super().__init__(compiled)
        self._few = few
        self._read = 0
        self._core: Core | None = None

    def __reduce__(
        self,
    ) -> tuple[Callable[[bytes], NativeRecogniser], tuple[bytes]]:
        """Pickle the glossary; what was learnt from texts is learnt again."""
        return partial(_restore, few=self._few), (dumps(self._compiled),)

    def annotate(
        self, text: str, options: Options = DEFAULT, /
    ) -> tuple[Annotation, ...]:
        """Return the terms of a text, ordered and disjoint."""
        core = self._core or self._core_for(text)
        if core is None:
            return super().annotate(text, options)
        return core.annotate(text, options)

    def written(self, text: str, options: Options, notation: Notation, /) -> bytes:
        """Return the terms of a text in a notation."""
        core = self._core
        if core is None:
            # It makes the core where enough is read.
            return super().written(text, options, notation)
        return core.written(text, options, notation)

    def _core_for(self, text: str) -> Core | None:
        """Return the core where enough is read to load it."""
        self._read += len(text)
        if self._read < self._few:
            return None
        from padanan.matching.native.core import Core

        # Of two threads that come here together, one makes its own in vain.
        self._core = Core(self._compiled, self._spellings, self._pairs)
        return self._core


def _restore(data: bytes, few: int) -> NativeRecogniser:
    return NativeRecogniser(loads(data), few)
