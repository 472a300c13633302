"""The language of the elements of an HTML page.

Source: HTML Living Standard, 3.2.6.2: an element has the language of its ``lang``
attribute, or else that of the element around it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from padanan.articles.foreign import is_foreign
from padanan.articles.html.tokens import attribute
from padanan.files.xml import language

if TYPE_CHECKING:
    from padanan.articles.html.tokens import Token

_WHOLE = frozenset({"html", "body"})
_HAS_LANG = re.compile(r"lang\s*=", re.IGNORECASE)


class _Open(NamedTuple):
    """An open element with a ``lang``: its depth, and the language outside of it."""

    depth: int
    code: str
    before: str


class LanguageReader:
    """The passages of a page that are in another language than the page.

    Attributes:
        whole: code of the language of the page; empty if it declares none.
        passages: code, start and end of each passage that has ended, in order.
    """

    def __init__(self, source: str) -> None:
        self.whole = ""
        self.passages: list[tuple[str, int, int]] = []
        self._source = source
        self._open: list[_Open] = []
        self._code = ""  # the current language
        self._start = 0  # where the current language begins

    def begin(self, token: Token, depth: int, length: int) -> None:
        """Enter an element.

        Args:
            token: its start tag.
            depth: number of open elements, including this one.
            length: of the text read so far.
        """
        if not _HAS_LANG.search(self._source, token.start, token.end):
            return
        found = (attribute(self._source, token, name) for name in ("lang", "xml:lang"))
        code = language(next(filter(None, found), ""))
        if not code:
            return
        if token.name in _WHOLE:
            self.whole = code
        self._open.append(_Open(depth, code, self._code))
        self._turn(code, length)

    def finish(self, depth: int, length: int) -> None:
        """Leave all elements that are deeper than a depth."""
        while self._open and self._open[-1].depth > depth:
            self._turn(self._open.pop().before, length)

    def _turn(self, code: str, length: int) -> None:
        if is_foreign(self._code, self.whole) and self._start < length:
            self.passages.append((self._code, self._start, length))
        self._code, self._start = code, length
