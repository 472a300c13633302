"""For the terminal: the article with its terms marked, then the term sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from padanan.articles.annotated import english, pieces, term_uses
from padanan.files.text import printable
from padanan.render.classes import class_of

if TYPE_CHECKING:
    from padanan.articles.annotated import AnnotatedArticle, TermUse

_RESET = "\x1b[0m"
_COLOURS = {
    "offices": "36",
    "institutions": "34",
    "instruments": "35",
    "acts": "32",
    "conflict": "31",
    "relations": "33",
    "law": "95",
}


def render(annotated: AnnotatedArticle, *, colour: bool = False) -> str:
    """Return an article for the terminal.

    Args:
        annotated: the article.
        colour: mark terms by colour and underline; otherwise by ⟦brackets⟧.
    """
    return f"{_body(annotated, colour=colour)}\n\n{_sheet(annotated, colour=colour)}"


def _body(annotated: AnnotatedArticle, *, colour: bool) -> str:
    parts = []
    for text, annotation in pieces(annotated.article.text, annotated.annotations):
        shown = printable(text)
        if annotation is None:
            parts.append(shown)
        elif colour:
            parts.append(f"{_style(annotation.concept.domain)}{shown}{_RESET}")
        else:
            parts.append(f"⟦{shown}⟧")
    return "".join(parts).strip("\n")


def _style(domain: str) -> str:
    return f"\x1b[4;{_COLOURS[class_of(domain)]}m"


def _sheet(annotated: AnnotatedArticle, *, colour: bool) -> str:
    uses = term_uses(annotated.annotations)
    if not uses:
        return "No term of the glossary occurs here.\n"
    term = max(len(printable(use.annotation.term.text)) for use in uses)
    count = max(len(str(use.times)) for use in uses)
    return "".join(_line(use, term, count, colour=colour) for use in uses)


def _line(use: TermUse, width: int, count: int, *, colour: bool) -> str:
    annotation = use.annotation
    term = printable(annotation.term.text)
    padding = " " * (width - len(term))
    if colour:
        term = f"{_style(annotation.concept.domain)}{term}{_RESET}"
    why = f"  ({use.because})" if use.because else ""
    shown = printable(english(annotation) + why)
    return f"{use.times:>{count}}  {term}{padding}  {shown}\n"
