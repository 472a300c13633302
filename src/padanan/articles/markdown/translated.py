"""Markdown to be translated: emphasis, links and code are around words.

Words that are new and would be taken for markup are escaped (CommonMark 0.31, 2.4).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from string import punctuation
from typing import TYPE_CHECKING, Literal, NamedTuple

from padanan.articles.article import joined
from padanan.articles.changing import Changed
from padanan.articles.labels import labelled
from padanan.articles.leaves import Leaf, Translatable, shared
from padanan.articles.markdown.inline import inline_runs, link_targets
from padanan.articles.markdown.labels import labels_of
from padanan.articles.plain import addresses, decode
from padanan.articles.text_only import encoded
from padanan.files.text import codec_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from padanan.articles.article import Article, Block, Run
    from padanan.articles.markdown.labels import Label

_FORMATS = frozenset({"bold", "italic", "strike", "link", "image", "code"})
_BREAK = re.compile(r"(?:(?<! ) {2,}+|\\)\r?\n[ \t]*+")
_BEGINNING = re.compile(r"\A(?:#{1,6}|[-+*>]|\d{1,9}(?=[.)]))(?=[ \t.)]|\Z)")
_LABELS = frozenset({"]", "][]"})


class _Pair(NamedTuple):
    """What is around words: half-open offsets of its two marks, and what it is."""

    begin: tuple[int, int]
    end: tuple[int, int]
    kind: str


class _Sign(NamedTuple):
    """A stretch of text that is no word.

    Attributes:
        start: offset in the text.
        end: offset behind it.
        kind: of a leaf, or ``open`` and ``close`` for the marks of a pair.
        pair: its number.
    """

    start: int
    end: int
    kind: Literal["open", "close", "point", "light"]
    pair: int = -1


def translatable(article: Article) -> Translatable:
    """Return a text as leaves; joined with its marks they are the text.

    The titles of links, and what front matter says of the text, come after it.

    >>> from padanan.articles.markdown.document import read
    >>> found = translatable(read(b"Nota *baru*", "a.md"))
    >>> [(found.article.text[leaf.start:leaf.end], leaf.stack) for leaf in found.leaves]
    [('Nota ', ()), ('baru', (0,))]
    """
    found = _pairs(article).items()
    pairs = {place: (number, pair) for number, (place, pair) in enumerate(found)}
    signs = sorted(
        sign for block in article.blocks for sign in _signs(article.text, block, pairs)
    )
    whole = labelled(article.text, (label.text for label in _labels(article)))
    body = tuple(_leaves(len(article.text), signs))
    masked = joined((*article.masked, *addresses(whole.text)))
    return Translatable(
        article._replace(text=whole.text, masked=masked),
        (*body, *whole.leaves(len(body))),
    )


def rewritten(article: Article, leaves: Sequence[Leaf]) -> bytes:
    """Return a text with other words, in the encoding of the article.

    It is UTF-8 where that lacks one of the letters.
    """
    article = article._replace(text=_original(article))
    labels = _labels(article)
    whole = labelled(article.text, (label.text for label in labels))
    changes = tuple(
        (labels[number].start, labels[number].end, labels[number].written(words))
        for number, words in whole.new_words(leaves).items()
    )
    written = _Writer(article, Changed(article.text, changes))
    text = written.written(whole.body(leaves))
    return encoded(text, codec_of(article.data, article.encoding))


def _original(article: Article) -> str:
    """Return the text of an article without its labels."""
    return decode(article.data, article.path, article.encoding)


def _labels(article: Article) -> tuple[Label, ...]:
    return labels_of(article.text, article.blocks)


def _pairs(article: Article) -> dict[tuple[int, int], _Pair]:
    """Return what has a mark before and behind it, by its place in the text."""
    found: dict[tuple[int, int], _Pair] = {}
    for block in article.blocks:
        marks = [run for run in block.runs if run.kind == "markup"]
        before = {run.end: run for run in marks}
        behind = {run.start: run for run in marks}
        for run in block.runs:
            begin, end = before.get(run.start), behind.get(run.end)
            if run.kind in _FORMATS and run.start < run.end and begin and end:
                found[run[:2]] = _Pair(begin[:2], end[:2], run.kind)
    return found


def _signs(
    text: str, block: Block, pairs: Mapping[tuple[int, int], tuple[int, _Pair]]
) -> Iterator[_Sign]:
    if block.role == "code":
        return
    taken: list[tuple[int, int]] = []
    for run in block.runs:
        number, pair = pairs.get(run[:2], (-1, None))
        if pair is None or run.kind != pair.kind:
            continue
        taken += pair.begin, pair.end
        if run.kind == "link" and run.target == text[run.start : run.end]:
            yield _Sign(pair.begin[0], pair.end[1], "point")
        else:
            yield _Sign(*pair.begin, "open", number)
            yield _Sign(*pair.end, "close", number)
    yield from _alone(text, block, frozenset(taken))


def _alone(
    text: str, block: Block, taken: frozenset[tuple[int, int]]
) -> Iterator[_Sign]:
    """Yield marks that are not around words, and line breaks."""
    for run in block.runs:
        if run.kind == "note" or (run.kind == "markup" and run[:2] not in taken):
            yield _Sign(run.start, run.end, _kind(text, run))
    code = [run for run in block.runs if run.kind == "code"]
    starts = [run.start for run in code]
    for match in _BREAK.finditer(text, block.start, block.end):
        number = bisect_right(starts, match.start()) - 1
        if number < 0 or code[number].end <= match.start():
            yield _Sign(*match.span(), "point")


def _kind(text: str, run: Run) -> Literal["point", "light"]:
    """Return what a mark is: one that only escapes, or goes on with a quotation."""
    mark = text[run.start : run.end]
    return "light" if mark == "\\" or mark.strip() == ">" else "point"


def _leaves(length: int, signs: Sequence[_Sign]) -> Iterator[Leaf]:
    at = 0
    stack: list[int] = []
    for number, sign in enumerate(signs):
        if sign.start < at:
            continue
        if sign.start > at:
            yield Leaf("text", at, sign.start, number, tuple(stack))
        if sign.kind == "open":
            stack.append(sign.pair)
        elif sign.kind == "close":
            while stack and stack.pop() != sign.pair:
                pass
        else:
            yield Leaf(sign.kind, sign.start, sign.end, number, tuple(stack))
        at = sign.end
    if at < length:
        yield Leaf("text", at, length, len(signs))


class _Writer:
    """A text while it is being written."""

    def __init__(self, article: Article, changed: Changed) -> None:
        self._text = article.text
        self._changed = changed
        self._targets = link_targets(article.text)
        self._pairs = [*_pairs(article).values()]
        self._blocks = article.blocks
        self._starts = [block.start for block in article.blocks]
        self._open: list[int] = []
        self._parts: list[str] = []
        self._is_new = False  # the last part
        self._new: set[int] = set()  # pairs around new words

    def written(self, leaves: Sequence[Leaf]) -> str:
        """Return the text of leaves."""
        self._new = {
            code for leaf in leaves if leaf.text is not None for code in leaf.stack
        }
        before: Leaf | None = None
        for leaf in leaves:
            self._enter(leaf.stack)
            if leaf.text is None:
                self._parts.append(self._changed.part(leaf.start, leaf.end))
            else:
                if before and before.kind == "light" and self._parts[-1] == "\\":
                    self._parts.pop()  # new words are escaped anew
                self._parts.append(self._words(leaf))
            self._is_new = leaf.text is not None
            before = leaf
        self._enter(())
        return "".join(self._parts)

    def _enter(self, stack: tuple[int, ...]) -> None:
        kept = shared(stack, self._open)
        for code in reversed(self._open[kept:]):
            self._parts.append(self._end(code))
        for code in stack[kept:]:
            start, end = self._pairs[code].begin
            mark = self._changed.part(start, end)
            if mark == "[" and self._is_new and self._parts[-1].endswith("!"):
                self._parts[-1] = f"{self._parts[-1][:-1]}\\!"  # no image
            self._parts.append(mark)
        self._open[kept:] = stack[kept:]

    def _end(self, code: int) -> str:
        pair = self._pairs[code]
        mark = self._text[pair.end[0] : pair.end[1]]
        if code in self._new and mark in _LABELS and pair.kind in ("link", "image"):
            # The words were the label, too.
            label = self._text[pair.begin[1] : pair.end[0]]
            return f"][{' '.join(label.split())}]"
        return self._changed.part(*pair.end)

    def _words(self, leaf: Leaf) -> str:
        text = leaf.text or ""
        if any(self._pairs[code].kind == "code" for code in leaf.stack):
            return text
        escaped = _escaped(text, self._targets)
        number = bisect_right(self._starts, leaf.start) - 1
        block = self._blocks[number] if number >= 0 else None
        if block and block.role == "cell":
            escaped = re.sub(r"(?<!\\)\|", r"\\|", escaped)
        before = self._text[block.start : leaf.start] if block else ""
        if block and not leaf.stack and not before.strip("\\"):
            escaped = _BEGINNING.sub(_not_a_mark, escaped, count=1)
        return escaped


def _escaped(text: str, targets: Mapping[str, str]) -> str:
    r"""Return words with a backslash before each sign that may be markup.

    >>> _escaped("a *b* [c] 5 * 3 x_y", {}), _escaped("`x`", {})
    ('a \\*b\\* [c] 5 * 3 x_y', '\\`x\\`')
    """
    brackets = {
        run.start
        for run in inline_runs(text, targets)
        if run.kind in ("markup", "note") and text[run.start] in "[]!<"
    }
    return "".join(
        f"\\{letter}" if at in brackets or _is_sign(text, at) else letter
        for at, letter in enumerate(text)
    )


def _is_sign(text: str, at: int) -> bool:
    """Tell whether a letter may begin or end emphasis or code."""
    around = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if text[at] == "\\":
        return not around[1] or around[1] in punctuation
    if text[at] not in "*_`~":
        return False
    if text[at] == "_":
        return not all(map(str.isalnum, around))
    if text[at] == "~":
        return "~" in around
    return not all(map(str.isspace, around))


def _not_a_mark(match: re.Match[str]) -> str:
    return f"{match[0]}\\" if match[0].isdigit() else f"\\{match[0]}"
