"""As Markdown: the article whole, its terms in bold with a numbered note each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from padanan.articles.annotated import english, pieces, term_uses

if TYPE_CHECKING:
    from padanan.articles.annotated import AnnotatedArticle, TermUse
    from padanan.matching.annotation import Annotation

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")
_LINE_START = re.compile(r"(?m)^(\s*)([-+=]|\d+[.)])")


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
    return _LINE_START.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", text))


def _marked(text: str, number: int, *, escape: bool) -> str:
    return f"**{_text(text, escape=escape)}**[^{number}]"


def _notes(annotated: AnnotatedArticle) -> str:
    return "".join(
        f"[^{number}]: {_note(use)}\n"
        for number, use in enumerate(term_uses(annotated.annotations), 1)
    )


def _note(use: TermUse) -> str:
    annotation = use.annotation
    listed = ", ".join(annotation.equivalents)
    why = f" ({use.because})" if use.because else ""
    definition = annotation.concept.definition
    note = f"{annotation.term.text} – {listed}{why}. {definition}"
    return _SPECIAL.sub(r"\\\1", " ".join(note.split()))
