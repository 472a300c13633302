"""As Markdown: the article whole, its terms in bold with a numbered note each."""

from __future__ import annotations

import re
from itertools import count
from typing import TYPE_CHECKING, NamedTuple

from padanan.articles.annotated import english, term_uses

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from padanan.articles.annotated import AnnotatedArticle, TermUse
    from padanan.articles.article import Article
    from padanan.matching.annotation import Annotation

SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")
"""The characters that have a meaning in Markdown."""
_LINE_START = re.compile(r"(?m)^[^\S\n]*+(?:(?=[-+=])|\d++(?=[.)]))")
"""What is before a sign that would make a list or a heading of a line.

A backslash before a figure would be shown (CommonMark 0.31, 2.4).
"""
_NOTE_LABEL = re.compile(r"\[\^([^\]\[\s]+)\]")


class _Edit(NamedTuple):
    """What is in the output in the place of a stretch of the article."""

    start: int
    end: int
    text: str


def render(annotated: AnnotatedArticle) -> str:
    """Return an article as Markdown with footnotes.

    What the article itself has of Markdown is kept where it is a Markdown file,
    and escaped where it is plain text. Its own notes keep their labels; ours have
    numbers that it does not use.
    """
    article = annotated.article
    uses = term_uses(annotated.annotations)
    free = _free_labels(article)
    numbers = {_key(use.annotation): next(free) for use in uses}
    body = "".join(_edited(article, _edits(annotated, numbers)))
    notes = (f"[^{numbers[_key(use.annotation)]}]: {_note(use)}\n" for use in uses)
    return f"{body.rstrip()}\n\n{''.join(notes)}"


def _free_labels(article: Article) -> Iterator[int]:
    """Yield the numbers that are no labels of notes in the article."""
    taken: set[str] = set()
    if article.kind == "markdown":
        taken.update(_NOTE_LABEL.findall(article.text))
    return (number for number in count(1) if str(number) not in taken)


def _key(annotation: Annotation) -> tuple[str, str]:
    return annotation.concept.id, english(annotation)


def _edits(
    annotated: AnnotatedArticle, numbers: Mapping[tuple[str, str], int]
) -> Iterator[_Edit]:
    """Yield what takes the places of terms, and of the ends of links named by terms."""
    text, kind = annotated.article.text, annotated.article.kind
    found = annotated.annotations
    for each in found:
        marked = _text(text[each.start : each.end], escape=kind != "markdown")
        yield _Edit(each.start, each.end, f"**{marked}**[^{numbers[_key(each)]}]")
    if kind == "markdown":
        from padanan.articles.markdown.document import labels

        starts = {each.start for each in found}
        for label in labels(annotated.article.blocks, text):
            # The label of a link stays what it was, whatever is in its text.
            if not starts.isdisjoint(range(label.start, label.end)):
                name = text[label.start : label.end]
                yield _Edit(label.end, label.close, f"][{name}]")


def _edited(article: Article, edits: Iterable[_Edit]) -> Iterator[str]:
    escape = article.kind != "markdown"
    last = 0
    for edit in sorted(edits):
        yield _text(article.text[last : edit.start], escape=escape)
        yield edit.text
        last = edit.end
    yield _text(article.text[last:], escape=escape)


def _text(text: str, *, escape: bool) -> str:
    if not escape:
        return text
    return _LINE_START.sub(r"\g<0>\\", SPECIAL.sub(r"\\\1", text))


def _note(use: TermUse) -> str:
    annotation = use.annotation
    listed = ", ".join(annotation.equivalents)
    why = f" ({use.because})" if use.because else ""
    definition = annotation.concept.definition
    note = f"{annotation.term.text} – {listed}{why}. {definition}"
    return SPECIAL.sub(r"\\\1", " ".join(note.split()))
