"""The answer to a query, for people and as plain values."""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING, Any

from padanan.files.text import printable
from padanan.model import SOURCE_LANGUAGE, TARGET_LANGUAGE, Status, TermType
from padanan.render.colours import BOLD, CYAN, GREEN, RED, painted
from padanan.search.hits import How

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from padanan.model import Concept, Term
    from padanan.search.concordance import ConcordanceLine
    from padanan.search.hits import Hit

WIDTH_OF_TEXT = 88
_TERM = re.compile("⟦([^⟦⟧]*)⟧")


def as_text(
    hits: Iterable[Hit], lines: Iterable[ConcordanceLine] = (), *, colour: bool = False
) -> str:
    """Return the concepts found, then the concordance, for the terminal.

    Args:
        hits: the concepts.
        lines: of articles, with the term.
        colour: mark the term and its English by colours, too.
    """
    parts = [_shown(_entry(hit), _painted, colour=colour) for hit in hits]
    if found := tuple(lines):
        parts.append(_shown(_concordance(found), _marked, colour=colour))
    return "\n".join(parts)


def _shown(lines: Iterable[str], paint: Callable[[str], str], *, colour: bool) -> str:
    """Return lines without what would drive a terminal, but for our own colours."""
    plain = (printable(line).replace("\t", " ") for line in lines)
    return "".join(f"{paint(line) if colour else line}\n" for line in plain)


def _painted(line: str) -> str:
    """Return a line of an entry in colours: the term, what to write and what not."""
    if not line.startswith(" "):
        return painted(line, BOLD)
    colour = {"→": GREEN, "✗": RED}.get(line[2:3])
    return painted(line, colour) if colour else line


def _marked(line: str) -> str:
    """Return a line of an article with its term in colour."""
    return _TERM.sub(lambda found: painted(found[1], BOLD, CYAN), line, count=1)


def _entry(hit: Hit) -> Iterator[str]:
    concept = hit.concept
    about = ", ".join(part for part in (concept.pos, concept.domain) if part)
    yield f"{concept.term}  ({about})" + _why(hit)
    for sign, term in _listed(concept):
        yield f"  {sign} {_designation(term)}"
    yield from _wrapped("", (concept.definition,))
    yield from _wrapped("also: ", _others(concept))
    yield from _wrapped("note: ", concept.notes)
    yield from _wrapped(
        "example: ", (f"{e.source} = {e.target}" for e in concept.examples)
    )
    if concept.sources:
        yield from _wrapped("source: ", (", ".join(concept.sources),))


def _why(hit: Hit) -> str:
    if hit.how is How.COMPOSED:
        return f"  = {' + '.join(hit.parts)}"
    if hit.how is How.SIMILAR:
        return f"  ≈ {hit.term.text}, {hit.score:.0f} %"
    if hit.how is How.INFLECTED or hit.term.text != hit.concept.term:
        return f"  ← {hit.term.text}"
    return ""


def _listed(concept: Concept) -> Iterator[tuple[str, Term]]:
    for term in concept.equivalents:
        yield ("✗" if term.status is Status.DEPRECATED else "→"), term


def _designation(term: Term) -> str:
    region = f" [{term.region}]" if term.region else ""
    condition = f", if {term.condition}" if term.condition else ""
    reason = f" — {term.reason}" if term.reason else ""
    return f"{term.text}{region}{condition}{reason}"


def _others(concept: Concept) -> tuple[str, ...]:
    """Return the other Indonesian terms, those that are not to be written marked."""
    named = [
        f"{term.text} ✗" if term.status is Status.DEPRECATED else term.text
        for term in concept.terms[1:]
        if term.type is not TermType.LOOK_UP
    ]
    return (", ".join(named),) if named else ()


def _wrapped(label: str, texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        if text:
            yield textwrap.fill(
                label + text,
                WIDTH_OF_TEXT,
                initial_indent="    ",
                subsequent_indent=" " * (4 + len(label)),
                break_long_words=False,
                break_on_hyphens=False,
            )


def _concordance(lines: tuple[ConcordanceLine, ...]) -> Iterator[str]:
    from padanan.search.concordance import WIDTH

    document = None
    for line in lines:
        if line.document != document:
            document = line.document
            yield f"── {document}"
        yield f"{line.left:>{WIDTH}}⟦{line.text}⟧{line.right}".rstrip()


def as_data(
    query: str, hits: Iterable[Hit], lines: Iterable[ConcordanceLine] = ()
) -> dict[str, Any]:
    """Return the answer as plain values, the form of ``--format json``."""
    from padanan.render.json import VERSION

    return {
        "version": VERSION,
        "query": query,
        "hits": [_hit(hit) for hit in hits],
        "concordance": [{"path": line.document, **line._asdict()} for line in lines],
    }


def _hit(hit: Hit) -> dict[str, Any]:
    concept = hit.concept
    return {
        "concept": concept.id,
        "match": hit.how.value,
        **({"parts": list(hit.parts)} if hit.parts else {}),
        "score": round(hit.score, 1),
        "matched": {"text": hit.term.text, "language": hit.language},
        "term": concept.term,
        "domain": concept.domain,
        "pos": concept.pos.value if concept.pos else None,
        "definition": concept.definition or None,
        "terms": [_term(term) for term in concept.terms],
        "equivalents": [_term(term) for term in concept.equivalents],
        "notes": list(concept.notes),
        "examples": [
            {SOURCE_LANGUAGE: example.source, TARGET_LANGUAGE: example.target}
            for example in concept.examples
        ],
        "sources": list(concept.sources),
    }


def _term(term: Term) -> dict[str, Any]:
    return {
        "text": term.text,
        "status": term.status.value,
        "type": term.type.value,
        "region": term.region,
        "condition": term.condition,
        "reason": term.reason,
    }
