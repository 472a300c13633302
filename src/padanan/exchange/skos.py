"""SKOS as Turtle: the glossary as linked data, domains as collections.

W3C Recommendations *SKOS Simple Knowledge Organization System Reference* (2009) and
*RDF 1.1 Turtle* (2014). The address of a concept is the base with its id.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from padanan.errors import ExchangeError
from padanan.exchange.formats import TITLE, Dump, ordered
from padanan.exchange.pairs import offered
from padanan.model import Status, domain_rank

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from padanan.exchange.formats import FormatOptions
    from padanan.model import Concept, Glossary, Term

_PREFIXES = (
    "@prefix dct: <http://purl.org/dc/terms/> .",
    "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .",
)

# What an absolute IRI begins with, and what no IRI in Turtle may contain (IRIREF).
_BASE = re.compile(r"""[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>"{}|^`\\]*""")

_ESCAPES = str.maketrans(
    {
        "\\": "\\\\",
        '"': '\\"',
        "\n": "\\n",
        "\r": "\\r",
        **{code: f"\\u{code:04X}" for code in (*range(10), 11, 12, *range(14, 32))},
    }
)
_SURROGATE = re.compile("[\ud800-\udfff]")


def dumps(glossary: Glossary, options: FormatOptions) -> Dump:
    """Return the glossary as a concept scheme in Turtle.

    Raises:
        ExchangeError: the base is not an absolute IRI.

    >>> from padanan.exchange.formats import FormatOptions
    >>> from padanan.model import Concept, Glossary, Term
    >>> visa = Concept("visa", "consular", (Term("visa"),), (Term("visa"),))
    >>> "<urn:padanan:visa> a skos:Concept ;" in dumps(
    ...     Glossary((visa,)), FormatOptions()).files[0][1].decode()
    True
    """
    base = options.base_uri
    if not _BASE.fullmatch(base):
        message = f"“{base}” cannot begin an address — give one such as urn:example:"
        raise ExchangeError(message)
    blocks = (
        "\n".join(_PREFIXES),
        _block(f"{base}scheme/glossary", (("a", "skos:ConceptScheme"), *_title())),
        *(
            _block(f"{base}{concept.id}", _concept(concept, base, glossary))
            for concept in ordered(glossary)
        ),
        *_collections(glossary, base),
    )
    text = "\n\n".join(blocks) + "\n"
    dropped = tuple(
        "half of a character — Turtle cannot hold it, so U+FFFD replaces it"
        for _ in _SURROGATE.finditer(text)
    )
    return Dump((("", _SURROGATE.sub("\ufffd", text).encode()),), dropped)


def _title() -> Iterator[tuple[str, str]]:
    yield "dct:title", _literal(TITLE, "en")


def _concept(
    concept: Concept, base: str, glossary: Glossary
) -> Iterator[tuple[str, str]]:
    source_language, language = glossary.source_language, glossary.target_language
    yield "a", "skos:Concept"
    yield "skos:inScheme", f"<{base}scheme/glossary>"
    yield from _labels(concept.terms, source_language)
    yield from _labels(concept.equivalents, language)
    if concept.definition:
        yield "skos:definition", _literal(concept.definition, language)
    for note in (*concept.notes, *_restrictions(concept)):
        yield "skos:note", _literal(note, language)
    for example in concept.examples:
        yield "skos:example", _literal(example.source, source_language)
        yield "skos:example", _literal(example.target, language)
    for source in concept.sources:
        yield "dct:source", _literal(source)


def _labels(terms: tuple[Term, ...], language: str) -> Iterator[tuple[str, str]]:
    """Yield labels, none of them of two kinds: SKOS keeps the kinds apart (S13)."""
    kept = dict.fromkeys(term.text for term in offered(terms))
    preferred, *others = kept
    yield "skos:prefLabel", _literal(preferred, language)
    for text in others:
        yield "skos:altLabel", _literal(text, language)
    for text in dict.fromkeys(term.text for term in terms if term.text not in kept):
        yield "skos:hiddenLabel", _literal(text, language)


def _restrictions(concept: Concept) -> Iterator[str]:
    """Yield, in words, the conditions to which English terms are restricted."""
    for term in concept.equivalents:
        parts = [f"for {term.region}"] if term.region else []
        parts += [f"if {term.condition}"] if term.condition else []
        if parts:
            yield f"{term.text}: only {' or '.join(parts)}."
        elif term.status is Status.DEPRECATED and term.reason:
            yield f"{term.text}: not to be used: {term.reason}"


def _collections(glossary: Glossary, base: str) -> Iterator[str]:
    members: dict[str, list[str]] = {}
    for concept in ordered(glossary):
        members.setdefault(concept.domain, []).append(f"<{base}{concept.id}>")
    for domain in sorted(filter(None, members), key=domain_rank):
        facts = (
            ("a", "skos:Collection"),
            ("skos:prefLabel", _literal(domain.replace("-", " "), "en")),
            ("skos:member", " ,\n        ".join(members[domain])),
        )
        yield _block(f"{base}domain/{_slug(domain)}", facts)


def _slug(domain: str) -> str:
    from urllib.parse import quote

    return quote(domain, safe="", errors="replace")


def _block(subject: str, facts: Iterable[tuple[str, str]]) -> str:
    lines = " ;\n".join(f"    {predicate} {thing}" for predicate, thing in facts)
    return f"<{subject}>{lines.removeprefix('   ')} ."


def _literal(text: str, language: str | None = None) -> str:
    tag = f"@{language}" if language else ""
    return f'"{text.translate(_ESCAPES)}"{tag}'
