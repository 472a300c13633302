"""HTML: a printable glossary, A–Z with domains, on one page that needs no network.

On paper (A4) it has two columns; on a screen it can be searched and narrowed to a
domain, by a script in the page. Without the script it is the same list.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from padanan.exchange.formats import Dump, ordered
from padanan.exchange.pairs import offered
from padanan.files.templates import environment
from padanan.model import Status, domain_rank

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from padanan.exchange.formats import FormatOptions
    from padanan.model import Concept, Glossary, Term

OTHERS = "0–9"
"""The heading of entries that do not begin with a letter."""

_TEMPLATES = Path(__file__).parent / "templates"

# What a page cannot contain, not even as a character reference (HTML, 3.2.5 "controls"
# and "noncharacters"), and halves of characters.
_UNWRITABLE = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(chr(plane << 16 | end) for plane in range(17) for end in (0xFFFE, 0xFFFF))
    + "]"
)


class Headword(NamedTuple):
    """A concept as the page shows it: under the preferred term of one language.

    Attributes:
        concept: the concept.
        head: the term under which it is.
        others: further terms of that language that may be used.
        answers: terms of the other language, with what restricts each.
        avoid: terms not to be used in either language, with the reason.
        find: all its terms in the form in which the search compares them.
    """

    concept: Concept
    head: str
    others: tuple[str, ...]
    answers: tuple[tuple[str, str], ...]
    avoid: tuple[tuple[str, str], ...]
    find: str


class Reference(NamedTuple):
    """A further term in its place in the alphabet.

    Attributes:
        head: the term.
        concept: where the reader is sent.
        see: the term under which that is.
    """

    head: str
    concept: Concept
    see: str


class LetterSection(NamedTuple):
    """The headwords and references under one letter."""

    name: str
    items: tuple[Headword | Reference, ...]


def dumps(glossary: Glossary, options: FormatOptions) -> Dump:
    """Return the glossary as a page.

    >>> from padanan.exchange.formats import FormatOptions
    >>> from padanan.model import Concept, Glossary, Term
    >>> visa = Concept("visa", "consular", (Term("visa"),), (Term("<visa>"),))
    >>> page = dumps(Glossary((visa,)), FormatOptions()).files[0][1].decode()
    >>> "&lt;visa&gt;" in page, "<visa>" in page
    (True, False)
    """
    items = [
        item
        for concept in ordered(glossary)
        for item in _items(concept, reverse=options.reverse)
    ]
    languages = (glossary.source_language, glossary.target_language)
    source, target = reversed(languages) if options.reverse else languages
    page = (
        environment("padanan.exchange", keep_trailing_newline=True)
        .get_template("glossary.html")
        .render(
            letters=tuple(_letters(items)),
            domains=_domains(glossary),
            size=len(glossary),
            source=source,
            target=target,
            example_languages=languages,
            style=(_TEMPLATES / "glossary.css").read_text(encoding="utf-8"),
            script=(_TEMPLATES / "glossary.js").read_text(encoding="utf-8"),
        )
    )
    dropped = tuple(
        f"U+{ord(found[0]):04X} — a page cannot hold it, so U+FFFD replaces it"
        for found in _UNWRITABLE.finditer(page)
    )
    return Dump((("", _UNWRITABLE.sub("\ufffd", page).encode()),), dropped)


def _items(concept: Concept, *, reverse: bool) -> Iterator[Headword | Reference]:
    heads, answers = concept.terms, concept.equivalents
    if reverse:
        heads, answers = answers, heads
    head, *others = (term.text for term in offered(heads))
    every = (*concept.terms, *concept.equivalents)
    yield Headword(
        concept,
        head,
        tuple(dict.fromkeys(others)),
        tuple((term.text, _restriction(term)) for term in offered(answers)),
        tuple(
            (term.text, term.reason or "")
            for term in every
            if term.status is Status.DEPRECATED
        ),
        " | ".join(dict.fromkeys(_folded(term.text) for term in every)),
    )
    for other in dict.fromkeys(others):
        # A term that begins with the same word is close by anyway.
        if _alphabetical(other).split()[:1] != _alphabetical(head).split()[:1]:
            yield Reference(other, concept, head)


def _restriction(term: Term) -> str:
    parts = (term.region, f"if {term.condition}" if term.condition else None)
    return "; ".join(filter(None, parts))


def _letters(items: Iterable[Headword | Reference]) -> Iterator[LetterSection]:
    ordered_items = sorted(items, key=_order)
    for name, group in groupby(ordered_items, key=lambda item: _letter(item.head)):
        yield LetterSection(name, tuple(group))


def _order(item: Headword | Reference) -> tuple[bool, str, str, str, bool]:
    key = _alphabetical(item.head)
    begins = _letter(item.head) != OTHERS
    return begins, key, item.head, item.concept.id, isinstance(item, Reference)


def _letter(head: str) -> str:
    first = _alphabetical(head)[:1].upper()
    return first if "A" <= first <= "Z" else OTHERS


def _alphabetical(text: str) -> str:
    """Return what a term is sorted by: without case, accents and punctuation."""
    return re.sub(r"\W+", " ", _folded(text)).strip()


def _folded(text: str) -> str:
    """Return text without case and accents, as the script in the page compares it."""
    parts = unicodedata.normalize("NFD", text)
    return "".join(one for one in parts if not unicodedata.combining(one)).lower()


def _domains(glossary: Glossary) -> tuple[tuple[str, int], ...]:
    """Return the domains that occur, in the usual order, with their sizes."""
    counts = Counter(concept.domain for concept in glossary.concepts if concept.domain)
    return tuple((name, counts[name]) for name in sorted(counts, key=domain_rank))
