"""The runs in a block of Markdown: emphasis, code, links, images, notes.

Source: CommonMark 0.31, 6 and the appendix "A parsing strategy"; strikethrough as in
GitHub Flavored Markdown 0.29, 6.5. Each character is looked at a fixed number of times,
so that a hostile text takes no longer than any other of its length.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from padanan.articles.article import Run, in_order

if TYPE_CHECKING:
    from collections.abc import Mapping

    from padanan.articles.article import RunKind

_SIGN = re.compile(
    r"(?P<escape>\\(?=[!-/:-@\[-`{-~]))"
    r"|(?P<ticks>`+)"
    r"|(?P<note>\[\^(?P<label>[^\]\[\s]+)\])"
    r"|(?P<open>!?\[)"
    r"|(?P<close>\])"
    r"|<(?P<address>[A-Za-z][A-Za-z\d+.-]{1,31}:[^\s<>]*)>"
    r"|(?P<tag><[A-Za-z/!][^<>]*>)"
    r"|(?P<stars>\*+|_+|(?<!~)~~?(?!~))"
)
_TITLE = r"\"(?:\\.|[^\"\\])*+\"|'(?:\\.|[^'\\])*+'|\((?:\\.|[^()\\])*+\)"
_LINE_TITLE = _TITLE.replace(r"\\])", r"\\\n])")
TARGET = re.compile(
    r"\([ \t\n]*+(?:<(?P<angle>[^<>\n]*+)>"
    r"|(?P<bare>[^\s()<]*+(?:\([^\s()]*+\)[^\s()]*+)*+))"
    rf"(?:\s++(?P<title>{_TITLE}))?+\s*+\)"
)
_LABEL = re.compile(r"\[(?P<label>[^\[\]]*+)\]")
DEFINITION = re.compile(
    r"^ {0,3}\[(?P<label>(?!\^)[^\[\]\n]++)\]:[ \t]*+<?(?P<target>[^\s<>]++)>?"
    rf"(?:[ \t]++(?P<title>{_LINE_TITLE}))?+[ \t\r]*+$",
    re.MULTILINE,
)
_STRIKE = 2


def link_targets(text: str) -> dict[str, str]:
    r"""Return the targets that a Markdown text gives to labels; the first one counts.

    >>> link_targets("[PBB][un]\n\n[UN]: https://un.example")
    {'un': 'https://un.example'}
    """
    found: dict[str, str] = {}
    for match in DEFINITION.finditer(text):
        found.setdefault(_folded(match["label"]), match["target"])
    return found


def is_definition(line: str) -> bool:
    """Whether a line gives a target to a label, and says nothing else.

    >>> is_definition("[PBB]: https://un.example"), is_definition("[Jenewa]: PBB tiba.")
    (True, False)
    """
    return bool(DEFINITION.fullmatch(line))


def inline_runs(text: str, targets: Mapping[str, str]) -> tuple[Run, ...]:
    """Return the runs of a block, at offsets of its text.

    Args:
        text: of the block.
        targets: of reference links, by their labels.

    >>> [(run.kind, run[:2]) for run in inline_runs("*nota* `x`", {})]
    [('markup', (0, 1)), ('italic', (1, 5)), ('markup', (5, 6)), \
('markup', (7, 8)), ('code', (8, 9)), ('markup', (9, 10))]
    """
    reader = _Inline(text, targets)
    return in_order(reader.runs)


class _Stars:
    """A delimiter run: asterisks, underscores or tildes that may format a text."""

    __slots__ = ("closes", "end", "opens", "size", "start", "text")

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text, self.start, self.end = text[start], start, end
        self.size = end - start  # as it stood, whatever was used of it
        before, after = text[start - 1 : start], text[end : end + 1]
        left, right = _flanks(before, after), _flanks(after, before)
        self.opens = left and (self.text != "_" or not right or _is_sign(before))
        self.closes = right and (self.text != "_" or not left or _is_sign(after))

    def fits(self, closer: _Stars) -> bool:
        """Whether this run can open what the other one closes."""
        if self.text != closer.text:
            return False
        if self.text == "~":
            return self.size == closer.size
        if not (self.closes or closer.opens) or (self.size + closer.size) % 3:
            return True
        return self.size % 3 == 0  # and so the other one's


class _Bracket(NamedTuple):
    """An opening bracket, and how many delimiter runs stood before it."""

    start: int
    end: int
    stars: int
    is_image: bool


class _Inline:
    """The runs of a block while it is being read."""

    def __init__(self, text: str, targets: Mapping[str, str]) -> None:
        self.runs: list[Run] = []
        self._text = text
        self._targets = targets
        self._brackets: list[_Bracket] = []
        self._linked = 0  # brackets before this number have a link in them
        self._stars: list[_Stars] = []
        self._ticks: dict[int, list[int]] = {}
        for ticks in re.finditer("`+", text):
            self._ticks.setdefault(len(ticks[0]), []).append(ticks.start())
        at = 0
        while match := _SIGN.search(text, at):
            at = self._read(match)
        self._emphasise(0)

    def _read(self, match: re.Match[str]) -> int:
        """Read what begins with a sign; return where to go on."""
        start, end = match.span()
        if match["escape"]:
            self._add("markup", start, end)
            return end + 1
        if match["ticks"]:
            return self._code(start, end)
        if match["note"]:
            self._add("note", start, end, match["label"])
        elif match["open"]:
            is_image = match["open"] == "!["
            self._brackets.append(_Bracket(start, end, len(self._stars), is_image))
        elif match["close"]:
            return self._close(start, end)
        else:
            self._mark(match, start, end)
        return end

    def _mark(self, match: re.Match[str], start: int, end: int) -> None:
        if match["address"]:
            self._add("markup", start, start + 1)
            self._add("link", start + 1, end - 1, match["address"])
            self._add("markup", end - 1, end)
        elif match["tag"]:
            self._add("markup", start, end)
        else:
            self._stars.append(_Stars(self._text, start, end))

    def _add(self, kind: RunKind, start: int, end: int, target: str = "") -> None:
        if start < end:
            self.runs.append(Run(start, end, kind, target))

    def _code(self, start: int, end: int) -> int:
        # Behind a backslash fewer ticks are left than stand there.
        places = self._ticks.get(end - start, [])
        following = bisect_left(places, end)
        if following == len(places):
            return end
        close = places[following]
        self._add("markup", start, end)
        self._add("code", end, close)
        self._add("markup", close, close + end - start)
        return close + end - start

    def _close(self, start: int, end: int) -> int:
        """Read a closing bracket, which ends a link or an image, or nothing."""
        if not self._brackets:
            return end
        bracket = self._brackets.pop()
        # A link has no links in it (CommonMark 6.3).
        has_link = len(self._brackets) < self._linked
        self._linked = min(self._linked, len(self._brackets))
        found = self._target(bracket, start, end)
        if found is None or (has_link and not bracket.is_image):
            return end
        target, stop = found
        self._emphasise(bracket.stars)
        self._add("markup", bracket.start, bracket.end)
        kind: RunKind = "image" if bracket.is_image else "link"
        self._add(kind, bracket.end, start, target)
        self._add("markup", start, stop)
        if not bracket.is_image:
            self._linked = len(self._brackets)
        return stop

    def _target(
        self, bracket: _Bracket, start: int, end: int
    ) -> tuple[str, int] | None:
        """Return where a link leads and where its text ends, ``None`` for no link."""
        if match := TARGET.match(self._text, end):
            return match["angle"] or match["bare"] or "", match.end()
        named = _LABEL.match(self._text, end)
        label = named["label"] if named else ""
        stop = named.end() if named else end
        name = _folded(label or self._text[bracket.end : start])
        return (self._targets[name], stop) if name in self._targets else None

    def _emphasise(self, first: int) -> None:
        """Match the delimiter runs from a number on with each other, and drop them."""
        opened: list[_Stars] = []
        bottoms: dict[tuple[str, bool, int], int] = {}
        for stars in self._stars[first:]:
            while stars.closes and stars.start < stars.end:
                key = stars.text, stars.opens, stars.size % 3
                at = _opener(opened, stars, bottoms.get(key, 0))
                if at is None:
                    bottoms[key] = len(opened)
                    break
                del opened[at + 1 :]
                self._pair(opened[at], stars)
                if opened[at].start == opened[at].end:
                    opened.pop()
            if stars.opens and stars.start < stars.end:
                opened.append(stars)
        del self._stars[first:]

    def _pair(self, opener: _Stars, closer: _Stars) -> None:
        size = min(opener.end - opener.start, closer.end - closer.start, _STRIKE)
        kind: RunKind = "bold" if size == _STRIKE else "italic"
        self._add("markup", opener.end - size, opener.end)
        self._add("strike" if opener.text == "~" else kind, opener.end, closer.start)
        self._add("markup", closer.start, closer.start + size)
        opener.end -= size
        closer.start += size


def _opener(opened: list[_Stars], closer: _Stars, bottom: int) -> int | None:
    for at in range(len(opened) - 1, bottom - 1, -1):
        if opened[at].fits(closer):
            return at
    return None


def _flanks(outside: str, inside: str) -> bool:
    """Whether a delimiter run stands at the edge of what it would format."""
    if not inside or inside.isspace():
        return False
    return not _is_sign(inside) or not outside or outside.isspace() or _is_sign(outside)


def _is_sign(character: str) -> bool:
    return bool(character) and not character.isalnum() and not character.isspace()


def _folded(label: str) -> str:
    return " ".join(label.split()).casefold()
