"""As Markdown: the article whole, its terms in bold with a numbered note each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from padanan.articles.annotated import english, pieces, term_uses

if TYPE_CHECKING:
    from padanan.articles.annotated import AnnotatedArticle
    from padanan.matching.annotation import Annotation

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")
_LINE_START = re.compile(r"(?m)^[^\S\n]*+(?:(?=[-+=])|\d++(?=[.)]))")
"""What stands before a sign that would make a list or a heading of a line.

A backslash before a figure would be shown (CommonMark 0.31, 2.4).
"""


def render(annotated: AnnotatedArticle) -> str:
    """Return an article as Markdown with footnotes.

    What the article itself has of Markdown is kept where it is a Markdown file,
    and escaped where it is plain text.
    """
    escape = annotated.article.kind != "markdown"
    numbers = {
        _key(use.annotation): number
        for number, use in enumerate(term_uses(annotated.annotations), 1)
    }
    body = "".join(
        _marked(text, numbers[_key(annotation)], escape=escape)
        if annotation
        else _text(text, escape=escape)
        for text, annotation in pieces(annotated.article.text, annotated.annotations)
    )
    return f"{body.rstrip()}\n\n{_notes(annotated)}"


def _key(annotation: Annotation) -> tuple[str, str]:
    return annotation.concept.id, english(annotation)


def _text(text: str, *, escape: bool) -> str:
    if not escape:
        return text
    return _LINE_START.sub(r"\g<0>\\", _SPECIAL.sub(r"\\\1", text))


def _marked(text: str, number: int, *, escape: bool) -> str:
    return f"**{_text(text, escape=escape)}**[^{number}]"


def _notes(annotated: AnnotatedArticle) -> str:
    return "".join(
        f"[^{number}]: {_note(use.annotation)}\n"
        for number, use in enumerate(term_uses(annotated.annotations), 1)
    )


def _note(annotation: Annotation) -> str:
    listed = ", ".join(annotation.equivalents)
    why = f" ({annotation.region}: {annotation.because})" if annotation.region else ""
    definition = annotation.concept.definition
    note = f"{annotation.term.text} – {listed}{why}. {definition}"
    return _SPECIAL.sub(r"\\\1", " ".join(note.split()))
