"""The text of an HTML page, with its places in the source.

White space is collapsed as in a browser; blocks are separated by an empty line.
"""

from __future__ import annotations

import re
from collections import Counter
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

from padanan.articles.article import Block, Run, in_order
from padanan.articles.html.languages import LanguageReader
from padanan.articles.html.tables import TableReader
from padanan.articles.html.tokens import RAW, attribute, names, tokens

if TYPE_CHECKING:
    from padanan.articles.article import Role, RunKind
    from padanan.articles.html.tokens import Token

HIDDEN = RAW | names(
    "applet audio canvas datalist frameset math object rp rt rtc select svg template "
    "video"
)
"""Elements whose content is not part of the article, such as choices of a form."""

MASKED = names("code kbd pre samp tt var")
"""Elements that are read, but whose text has no terms."""

BLOCKS = names(
    "address article aside blockquote body caption center dd details dialog dir "
    "div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head "
    "header hgroup hr html legend li main menu nav ol p pre search section "
    "summary table tbody td tfoot th thead tr ul"
)
"""Elements that begin a new line; no term continues across their tags."""

VOID = names("area base br col embed hr img input link meta param source track wbr")
"""Elements without an end tag (HTML, 13.1.2)."""

HEAD = names("base head html link meta noscript script style template title")
"""Elements of the head."""

MAX_FORMATS = 16
"""Maximum number of formats around a text; further ones are ignored."""

CONTROLS = ("a", "button", "label", "option")
"""Elements that are separate words even with nothing between them."""

LISTS = ("dir", "menu", "ol", "ul")

_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_ROLES: dict[str, Role] = {
    **dict.fromkeys(_HEADINGS, "heading"),
    "h1": "title",
    "li": "item",
    "blockquote": "quote",
    "pre": "code",
    "caption": "caption",
    "figcaption": "caption",
}
_RUNS: dict[str, RunKind] = {
    "a": "link",
    **dict.fromkeys(("b", "strong"), "bold"),
    **dict.fromkeys(("cite", "dfn", "em", "i"), "italic"),
    **dict.fromkeys(("ins", "u"), "underline"),
    **dict.fromkeys(("del", "s", "strike"), "strike"),
    **dict.fromkeys(("code", "kbd", "samp", "tt", "var"), "code"),
    "sup": "superscript",
    "sub": "subscript",
}
_SPACES = " \t\r\n\f"
_BLANK = f"\ufeff{_SPACES}"
_UNITS = re.compile(
    r"(?P<space>[ \t\n\f\r]+)"
    r"|(?P<entity>&(?:#\d+|#[xX][\da-fA-F]+|[A-Za-z][A-Za-z\d]*);?)"
)
_NOT_TRANSLATED = re.compile(
    r"\stranslate\s*=\s*[\"']?no\b|\sclass\s*=\s*(?:\"[^\"]*|'[^']*|)\bnotranslate\b",
    re.IGNORECASE,
)


class SourceSpan(NamedTuple):
    """A piece of the text of the article, and its place in the source.

    Attributes:
        start: offset in the text.
        end: offset of its end in the text.
        source: offset in the source.
        source_end: offset of its end in the source.
    """

    start: int
    end: int
    source: int
    source_end: int

    def cut(self, start: int, end: int) -> tuple[int, int]:
        """Return the place of a part in the source; a reference is never cut."""
        if self.end - self.start != self.source_end - self.source:
            return self.source, self.source_end
        first, last = max(start, self.start), min(end, self.end)
        return self.source + first - self.start, self.source + last - self.start


class _Format(NamedTuple):
    """An open element that formats text: its depth, and where its text begins."""

    depth: int
    start: int
    kind: RunKind
    target: str

    def run(self, end: int) -> Run:
        """Return the run of the element up to an offset."""
        return Run(self.start, end, self.kind, self.target)


class Extract(NamedTuple):
    """The text of a page, with its places in the source.

    Attributes:
        text: of the page.
        spans: the pieces of the text with their places, in order.
        blocks: of the text.
        masked: spans of code and of text that is not to be translated.
        head_end: offset in the source at which the head ends.
        language: code of the language that the page declares; empty for none.
        foreign: passages in other languages: the code, start and end of each.
    """

    text: str
    spans: tuple[SourceSpan, ...]
    blocks: tuple[Block, ...]
    masked: tuple[tuple[int, int], ...]
    head_end: int
    language: str = ""
    foreign: tuple[tuple[str, int, int], ...] = ()


def extracted(source: str) -> Extract:
    r"""Return the text of a page with its places in the source.

    >>> extracted("<p>Menlu <b>AS</b> &amp;\n Rusia<p>tiba").text
    'Menlu AS & Rusia\n\ntiba'
    """
    reader = _PageReader(source)
    head_end: int | None = None
    for token in tokens(source):
        if head_end is None and _ends_head(token, source):
            head_end = token.start + _blank(token, source)
        if token.kind == "text":
            reader.add(token)
        elif token.kind == "start":
            reader.begin(token)
        elif token.kind == "end":
            reader.finish(token.name)
    reader.part()
    reader.finish_all()
    text = "".join(reader.texts).rstrip("\n")
    return Extract(
        text,
        tuple(reader.spans),
        tuple(reader.blocks),
        # The spaces at the end of the text were removed after an element had ended.
        tuple((start, min(end, len(text))) for start, end in reader.masked),
        len(source) if head_end is None else head_end,
        reader.languages.whole,
        tuple(
            (code, start, min(end, len(text)))
            for code, start, end in reader.languages.passages
        ),
    )


def _ends_head(token: Token, source: str) -> bool:
    """Whether a token comes after the head."""
    if token.kind == "text":
        return bool(source[token.start : token.end].strip(_BLANK))
    if token.kind == "end":
        return token.name == "head"
    return token.kind == "start" and token.name not in HEAD


def _blank(token: Token, source: str) -> int:
    """Return the number of blank characters at the beginning of a text.

    A byte order mark counts, because nothing may be inserted before it.
    """
    text = source[token.start : token.end] if token.kind == "text" else ""
    return len(text) - len(text.lstrip(_BLANK))


class _PageReader:
    """The text of a page while it is being read."""

    def __init__(self, source: str) -> None:
        self.texts: list[str] = []
        self.spans: list[SourceSpan] = []
        self.blocks: list[Block] = []
        self.masked: list[tuple[int, int]] = []
        self.length = 0
        self._source = source
        self._block = 0  # where the current block begins
        self._open: list[str] = []
        self._count: Counter[str] = Counter()  # number of open elements, by name
        self._table = TableReader()
        self._runs: list[Run] = []  # those of the current block that have ended
        # Each of these ends when the element of its depth ends.
        self._hidden: list[int] = []
        self._mask: list[tuple[int, int]] = []
        self._roles: list[tuple[int, Role, int]] = []
        self._formats: list[_Format] = []
        self._ended: dict[str, int] = {}  # where the last element of a name ended
        self.languages = LanguageReader(source)

    def add(self, token: Token) -> None:
        """Add a text token with references decoded and spaces collapsed."""
        if self._hidden:
            return
        source = self._source
        # A byte order mark is not part of the text.
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

    def begin(self, token: Token) -> None:
        """Enter an element."""
        name = token.name
        if name == "br" and self.length > self._block:
            self._put("\n", token.end, token.end)
        if name in CONTROLS:
            self._part_controls(token)
        if name in BLOCKS:
            self.part()
        if name in VOID:
            self._image(token)
            return
        self._table.begin(self._source, token, self._count["table"])
        self._open.append(name)
        self.languages.begin(token, len(self._open), self.length)
        self._count[name] += 1
        self._hold(token, len(self._open))

    def finish_all(self) -> None:
        """Leave all elements that have no end tag."""
        while self._open:
            self.finish(self._open[-1])

    def _part_controls(self, token: Token) -> None:
        """Insert a space between two links or buttons with only tags between them."""
        ended = (self._ended.get(name) for name in CONTROLS)
        touches = self.length > self._block and self.length in ended
        if touches and not self._hidden and not self.texts[-1][-1].isspace():
            self._put(" ", token.start, token.start)

    def _hold(self, token: Token, depth: int) -> None:
        """Note how an element affects its text."""
        name = token.name
        if name in HIDDEN:
            self._hidden.append(depth)
        if name in MASKED or _NOT_TRANSLATED.search(
            self._source, token.start, token.end
        ):
            self._mask.append((depth, self.length))
        if name in _ROLES:
            self._roles.append((depth, _ROLES[name], self._level(name)))
        if name in _RUNS and len(self._formats) < MAX_FORMATS:
            self._format(token, depth)

    def _format(self, token: Token, depth: int) -> None:
        target = ""
        if token.name == "a":
            # HTML, 13.2.6.4.7: a link ends where the next one begins.
            self._end_link()
            target = attribute(self._source, token, "href")
        if target or token.name != "a":
            self._formats.append(_Format(depth, self.length, _RUNS[token.name], target))

    def _end_link(self) -> None:
        """End the run of an open link; formats that began in it continue after it."""
        kinds = [each.kind for each in self._formats]
        if "link" in kinds:
            inside = self._formats[kinds.index("link") :]
            self._runs += (each.run(self.length) for each in inside)
            self._formats[-len(inside) :] = (
                each._replace(start=self.length) for each in inside[1:]
            )

    def _level(self, name: str) -> int:
        if name == "li":
            return max(1, sum(self._count[each] for each in LISTS))
        return _HEADINGS.get(name, 0)

    def _image(self, token: Token) -> None:
        if token.name == "img" and not self._hidden and self.length > self._block:
            target = attribute(self._source, token, "src")
            self._runs.append(Run(self.length, self.length, "image", target))

    def finish(self, name: str) -> None:
        """Leave an element, and all open elements in it."""
        if name in BLOCKS:
            self.part()
        if not self._count[name]:
            return
        left = ""
        while left != name:
            left = self._open.pop()
            self._count[left] -= 1
        depth = len(self._open)
        self.languages.finish(depth, self._written)
        self._ended[name] = self.length
        while self._hidden and self._hidden[-1] > depth:
            self._hidden.pop()
        while self._roles and self._roles[-1][0] > depth:
            self._roles.pop()
        while self._mask and self._mask[-1][0] > depth:
            self.masked.append((self._mask.pop()[1], self._written))
        while self._formats and self._formats[-1][0] > depth:
            self._runs.append(self._formats.pop().run(self.length))
        self._table.finish(name, self._count["table"])

    def part(self) -> None:
        """End the current block; an empty line separates it from the next one."""
        # This includes preformatted text, which could otherwise be only blank lines.
        while self.length > self._block and not self.texts[-1].strip(_SPACES):
            self.length -= len(self.texts.pop())
            self.spans.pop()
        if self.length == self._block:
            return
        self.blocks.append(self._finished())
        self._runs = []
        self.texts.append("\n\n")
        self.length += 2
        self._block = self.length

    def _finished(self) -> Block:
        """Return the current block, with its runs cut to it."""
        start, end = self._block, self.length
        found = (*self._runs, *(each.run(end) for each in self._formats))
        cut = (
            run._replace(
                start=min(max(run.start, start), end), end=min(max(run.end, start), end)
            )
            for run in found
        )
        runs = (run for run in cut if run.start < run.end or run.kind == "image")
        _, role, level = self._roles[-1] if self._roles else (0, "paragraph", 0)
        cell = self._table.cell
        if cell and role == "paragraph":
            role = "cell"
        return Block(start, end, role, level, in_order(runs), cell)

    @property
    def _written(self) -> int:
        """The offset of the end of the text, without an empty line after a block."""
        parted = self.length == self._block and self.blocks
        return self.blocks[-1].end if parted else self.length

    def _put(self, text: str, start: int, end: int) -> None:
        if text:
            self.texts.append(text)
            self.spans.append(
                SourceSpan(self.length, self.length + len(text), start, end)
            )
            self.length += len(text)
