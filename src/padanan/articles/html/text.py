"""The text of an HTML page, with the places of the source that it comes from.

White space is collapsed as a browser does; blocks are parted by an empty line.
"""

from __future__ import annotations

import re
from collections import Counter
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

from padanan.articles.article import Block
from padanan.articles.html.tokens import RAW, names, tokens

if TYPE_CHECKING:
    from padanan.articles.html.tokens import Token

HIDDEN = RAW | names(
    "applet audio canvas datalist frameset math object rp select svg template video"
)
"""Elements whose content is no part of the article: forms' choices, pictures."""

MASKED = names("code kbd pre samp tt var")
"""Elements that are read, and in which nothing is a term."""

BLOCKS = names(
    "address article aside blockquote body caption center dd details dialog dir "
    "div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head "
    "header hgroup hr html legend li main menu nav ol p pre search section "
    "summary table tbody td tfoot th thead tr ul"
)
"""Elements that begin a new line: no term runs across their tags."""

VOID = names("area base br col embed hr img input link meta param source track wbr")
"""Elements without an end tag (HTML, 13.1.2)."""

HEAD = names("base head html link meta noscript script style template title")
"""Elements before the body."""

_ROLES = {
    "h1": "title",
    "li": "item",
    "blockquote": "quote",
    "pre": "code",
} | dict.fromkeys(("h2", "h3", "h4", "h5", "h6"), "heading")
_UNITS = re.compile(
    r"(?P<space>[ \t\n\f\r]+)"
    r"|(?P<entity>&(?:#\d+|#[xX][\da-fA-F]+|[A-Za-z][A-Za-z\d]*);?)"
)
_NOT_TRANSLATED = re.compile(
    r"\stranslate\s*=\s*[\"']?no\b|\sclass\s*=\s*(?:\"[^\"]*|'[^']*|)\bnotranslate\b",
    re.IGNORECASE,
)


class Run(NamedTuple):
    """Text of the article and the source that it comes from.

    Attributes:
        start: offset in the text.
        end: offset behind it.
        source: offset in the source.
        source_end: offset behind it there.
    """

    start: int
    end: int
    source: int
    source_end: int

    def cut(self, start: int, end: int) -> tuple[int, int]:
        """Return the source of a part; a character reference is one whole."""
        if self.end - self.start != self.source_end - self.source:
            return self.source, self.source_end
        first, last = max(start, self.start), min(end, self.end)
        return self.source + first - self.start, self.source + last - self.start


class Extract(NamedTuple):
    """What a page says, and where it stands in the source.

    Attributes:
        text: of the page.
        runs: where it comes from, in order.
        blocks: its parts.
        masked: spans of code and of what is not to be translated.
        head_end: offset in the source where the head ends.
    """

    text: str
    runs: tuple[Run, ...]
    blocks: tuple[Block, ...]
    masked: tuple[tuple[int, int], ...]
    head_end: int


def extracted(source: str) -> Extract:
    r"""Return the text of a page with its places.

    >>> extracted("<p>Menlu <b>AS</b> &amp;\n Rusia<p>tiba").text
    'Menlu AS & Rusia\n\ntiba'
    """
    page = _Page()
    head_end: int | None = None
    for token in tokens(source):
        if head_end is None and _ends_head(token, source):
            head_end = token.start
        if token.kind == "text":
            page.add(source, token)
        elif token.kind == "start":
            page.begin(token, source)
        elif token.kind == "end":
            page.finish(token.name)
    page.part()
    return Extract(
        "".join(page.texts).rstrip("\n"),
        tuple(page.runs),
        tuple(page.blocks),
        tuple(page.masked),
        len(source) if head_end is None else head_end,
    )


def _ends_head(token: Token, source: str) -> bool:
    """Tell whether a token stands behind what belongs to the head."""
    if token.kind == "text":
        return bool(source[token.start : token.end].strip("\ufeff \t\r\n\f"))
    if token.kind == "end":
        return token.name == "head"
    return token.kind == "start" and token.name not in HEAD


class _Page:
    """The text of a page while it is being read."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.runs: list[Run] = []
        self.blocks: list[Block] = []
        self.masked: list[tuple[int, int]] = []
        self.length = 0
        self._block = 0  # where the current block begins
        self._open: list[str] = []
        self._count: Counter[str] = Counter()  # of the open elements, by name
        # What holds until elements of these depths are left.
        self._hidden: list[int] = []
        self._mask: list[tuple[int, int]] = []
        self._roles: list[tuple[int, str]] = []

    def add(self, source: str, token: Token) -> None:
        """Add a text token, its references decoded and its spaces collapsed."""
        if self._hidden:
            return
        # A byte order mark is none of the text.
        last = token.start + (token.start == 0 and source.startswith("\ufeff"))
        for match in _UNITS.finditer(source, last, token.end):
            self._put(source[last : match.start()], last, match.start())
            if match["entity"]:
                self._put(unescape(match[0]), *match.span())
            elif self._count["pre"]:
                self._put(match[0], *match.span())
            elif self.length > self._block and self.texts[-1][-1] not in " \n":
                self._put(" ", *match.span())
            last = match.end()
        self._put(source[last : token.end], last, token.end)

    def begin(self, token: Token, source: str) -> None:
        """Enter an element."""
        name = token.name
        if name == "br" and self.length > self._block:
            self._put("\n", token.end, token.end)
        if name in BLOCKS:
            self.part()
        if name in VOID:
            return
        self._open.append(name)
        self._count[name] += 1
        depth = len(self._open)
        if name in HIDDEN:
            self._hidden.append(depth)
        if name in MASKED or _NOT_TRANSLATED.search(source, token.start, token.end):
            self._mask.append((depth, self.length))
        if name in _ROLES:
            self._roles.append((depth, _ROLES[name]))

    def finish(self, name: str) -> None:
        """Leave an element, and all in it that was not left."""
        if name in BLOCKS:
            self.part()
        if not self._count[name]:
            return
        left = ""
        while left != name:
            left = self._open.pop()
            self._count[left] -= 1
        depth = len(self._open)
        while self._hidden and self._hidden[-1] > depth:
            self._hidden.pop()
        while self._roles and self._roles[-1][0] > depth:
            self._roles.pop()
        while self._mask and self._mask[-1][0] > depth:
            self.masked.append((self._mask.pop()[1], self._written))

    def part(self) -> None:
        """End the current block; the next one stands behind an empty line."""
        while self.length > self._block and self.texts[-1] in {" ", "\n"}:
            self.length -= len(self.texts.pop())
            self.runs.pop()
        if self.length == self._block:
            return
        role = self._roles[-1][1] if self._roles else "paragraph"
        self.blocks.append(Block(self._block, self.length, role))
        self.texts.append("\n\n")
        self.length += 2
        self._block = self.length

    @property
    def _written(self) -> int:
        """Where the text ends, the empty line behind a block left out."""
        parted = self.length == self._block and self.blocks
        return self.blocks[-1].end if parted else self.length

    def _put(self, text: str, start: int, end: int) -> None:
        if text:
            self.texts.append(text)
            self.runs.append(Run(self.length, self.length + len(text), start, end))
            self.length += len(text)
