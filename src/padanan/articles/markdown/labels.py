"""Words of Markdown beside its blocks: titles of links and of the whole text.

Source: CommonMark 0.31, 4.7 (reference definitions) and 6.3 (titles of links); front
matter as Jekyll and Hugo read it. HTML tags have the attributes that pages have.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

from padanan.articles.html.tokens import attribute_span, tokens
from padanan.articles.html.translated import SPOKEN
from padanan.articles.labels import has_words
from padanan.articles.markdown.blocks import FRONT
from padanan.articles.markdown.inline import DEFINITION, TARGET

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from padanan.articles.article import Block

_SHOWN = r"(?:title|subtitle|description|summary|excerpt|lead|caption)"
_FIELD = re.compile(
    rf"^{_SHOWN}[ \t]*[:=][ \t]*+"
    r"(?:\"(?P<double>(?:\\.|[^\"\\\n])*+)\"|'(?P<single>[^'\n]*+)'"
    r"|(?P<bare>[^\s\"'|>\[{&*!#%@`][^\n]*?))[ \t\r]*$",
    re.MULTILINE | re.IGNORECASE,
)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_UNSAFE = re.compile(r": |:\Z| #|\A[-?:,\[\]{}#&*!|>'\"%@`]")


class Label(NamedTuple):
    """A label in Markdown.

    Attributes:
        start: offset in the text.
        end: offset of its end.
        text: its words.
        quote: the mark at its end; empty for a value without quotation marks.
        kind: of what it is part.
    """

    start: int
    end: int
    text: str
    quote: str
    kind: str

    def written(self, words: str) -> str:
        r"""Return new words as they are written in its place.

        >>> print(Label(0, 4, "peta", '"', "link").written('a "map"'))
        a \"map\"
        """
        if self.kind == "tag":
            safe = words.replace("&", "&amp;").replace("<", "&lt;")
            return safe.replace('"', "&quot;").replace("'", "&#39;")
        if self.kind == "link":
            signs = "()" if self.quote == ")" else self.quote
            return _ENTITY.sub("&amp;", _with_backslashes(words, signs))
        if self.quote == "'":
            return words.replace("'", "’")
        if self.quote or _UNSAFE.search(words):
            quoted = _with_backslashes(words, '"')
            return quoted if self.quote else f'"{quoted}"'
        return words


def _with_backslashes(words: str, signs: str) -> str:
    return "".join(f"\\{sign}" if sign in f"\\{signs}" else sign for sign in words)


def labels_of(text: str, blocks: Sequence[Block]) -> tuple[Label, ...]:
    r"""Return the labels of a text with these blocks, in order.

    >>> from padanan.articles.markdown.blocks import blocks
    >>> text = "[PBB](https://un.example \"Situs PBB\")"
    >>> [label.text for label in labels_of(text, blocks(text))]
    ['Situs PBB']
    """
    found = (*_front(text), *_definitions(text, blocks), *_inline(text, blocks))
    with_words = {label.start: label for label in found if has_words(label.text)}
    return tuple(with_words[start] for start in sorted(with_words))


def _front(text: str) -> Iterator[Label]:
    front = FRONT.match(text)
    for field in _FIELD.finditer(text, 0, front.end()) if front else ():
        group = field.lastgroup or ""
        quote = {"double": '"', "single": "'"}.get(group, "")
        words = _ESCAPED.sub(r"\1", field[group]) if quote == '"' else field[group]
        yield Label(*field.span(group), words, quote, "front")


def _definitions(text: str, blocks: Sequence[Block]) -> Iterator[Label]:
    starts = [block.start for block in blocks]
    for match in DEFINITION.finditer(text):
        number = bisect_right(starts, match.start()) - 1
        if number < 0 or blocks[number].end <= match.start():
            yield from _title(match)


def _inline(text: str, blocks: Iterable[Block]) -> Iterator[Label]:
    for block in blocks:
        for run in block.runs if block.role != "code" else ():
            if run.kind == "markup" and text[run.start] == "]":
                match = TARGET.match(text, run.start + 1, run.end)
                yield from _title(match) if match else ()
            elif run.kind == "markup" and text[run.start] == "<":
                yield from _attributes(text[run.start : run.end], run.start)


def _title(match: re.Match[str]) -> Iterator[Label]:
    if match["title"]:
        start, end = match.span("title")
        inner = match["title"][1:-1]
        words = " ".join(unescape(_ESCAPED.sub(r"\1", inner)).split())
        yield Label(start + 1, end - 1, words, match["title"][-1], "link")


def _attributes(tag: str, offset: int) -> Iterator[Label]:
    for token in tokens(tag):
        for name in SPOKEN if token.kind == "start" else ():
            span = attribute_span(tag, token, name)
            if span and span[2]:
                words = " ".join(unescape(tag[span[0] : span[1]]).split())
                yield Label(span[0] + offset, span[1] + offset, words, span[2], "tag")
