"""StarDict: a dictionary for GoldenDict, KOReader, sdcv and other readers.

Three files as in the project's document *Format for StarDict dictionary files*, version
2.4.2: ``.ifo`` says what there is, ``.idx`` where the article of each headword is in
``.dict``. Every Indonesian term is a headword, look-up forms and deprecated terms too:
their article begins with the preferred term.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, NamedTuple

from padanan.exchange.formats import TITLE, Dump, ordered
from padanan.exchange.pairs import offered
from padanan.model import Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from padanan.exchange.formats import FormatOptions
    from padanan.model import Concept, Glossary, Term

MAX_BYTES = 255
"""A headword may not be longer, in UTF-8."""

_BULLET = "•"


class _Articles(NamedTuple):
    """The text of all articles, and where that of each headword is."""

    data: bytes
    places: Mapping[str, tuple[int, int]]


def dumps(glossary: Glossary, options: FormatOptions) -> Dump:
    """Return the glossary as the three files of a dictionary.

    >>> from padanan.exchange.formats import FormatOptions
    >>> from padanan.model import Concept, Glossary, Term
    >>> visa = Concept("visa", "consular", (Term("visa"),), (Term("visa"),))
    >>> [ending for ending, _ in dumps(Glossary((visa,)), FormatOptions()).files]
    ['.ifo', '.idx', '.dict']
    """
    headwords = _headwords(glossary, reverse=options.reverse)
    kept = {word: found for word, found in headwords.items() if _fits(word)}
    dropped = tuple(
        f"headword “{word[:40]}” — over {MAX_BYTES} bytes, or with control characters"
        for word in sorted(headwords.keys() - kept.keys())
    )
    articles = _articles(kept, reverse=options.reverse)
    index = _index(articles.places)
    about = _about(len(articles.places), len(index), reverse=options.reverse)
    files = ((".ifo", about), (".idx", index), (".dict", articles.data))
    return Dump(files, dropped)


def _headwords(glossary: Glossary, *, reverse: bool) -> dict[str, tuple[Concept, ...]]:
    found: dict[str, dict[str, Concept]] = {}
    for concept in ordered(glossary):
        for term in concept.equivalents if reverse else concept.terms:
            found.setdefault(term.text, {})[concept.id] = concept
    return {word: tuple(concepts.values()) for word, concepts in found.items()}


def _fits(word: str) -> bool:
    # A headword ends with a zero byte; readers print it on one line.
    return len(_encoded(word)) <= MAX_BYTES and not any(ord(one) < 32 for one in word)


def _articles(
    headwords: Mapping[str, tuple[Concept, ...]], *, reverse: bool
) -> _Articles:
    """Return the articles; headwords of the same concepts share one."""
    data = bytearray()
    known: dict[tuple[str, ...], tuple[int, int]] = {}
    places = {}
    for word in sorted(headwords, key=_order):
        concepts = headwords[word]
        ids = tuple(concept.id for concept in concepts)
        if ids not in known:
            article = _encoded(
                "\n\n".join(
                    "\n".join(_article(one, reverse=reverse)) for one in concepts
                )
            )
            known[ids] = (len(data), len(article))
            data += article
        places[word] = known[ids]
    return _Articles(bytes(data), places)


def _order(word: str) -> tuple[bytes, bytes]:
    """Return what readers sort by: ASCII letters without case, then the bytes."""
    data = _encoded(word)
    return data.lower(), data


def _index(places: Mapping[str, tuple[int, int]]) -> bytes:
    return b"".join(
        _encoded(word) + b"\0" + struct.pack(">II", *place)
        for word, place in places.items()
    )


def _about(words: int, size: int, *, reverse: bool) -> bytes:
    direction = "English–Indonesian" if reverse else "Indonesian–English"
    lines = (
        "StarDict's dict ifo file",
        "version=2.4.2",
        f"bookname={TITLE.replace('Indonesian–English', direction)}",
        f"wordcount={words}",
        f"idxfilesize={size}",
        "sametypesequence=m",
        "",
    )
    return "\n".join(lines).encode()


def _article(concept: Concept, *, reverse: bool) -> Iterator[str]:
    heads, answers = concept.terms, concept.equivalents
    if reverse:
        heads, answers = answers, heads
    others = ", ".join(term.text for term in offered(heads)[1:])
    about = "; ".join(filter(None, (concept.pos, concept.sense)))
    yield f"{heads[0].text} ({about})" if about else heads[0].text
    if others:
        yield f"= {others}"
    for term in offered(answers):
        yield f"{_BULLET} {_restricted(term)}"
    yield from _warnings((*concept.terms, *concept.equivalents))
    if concept.definition:
        yield concept.definition
    yield from concept.notes
    for example in concept.examples:
        yield f"{example.source} = {example.target}"
    yield f"[{'; '.join(filter(None, (concept.domain, *concept.sources)))}]"


def _restricted(term: Term) -> str:
    parts = filter(None, (term.region, term.condition and f"if {term.condition}"))
    said = "; ".join(parts)
    return f"{term.text} ({said})" if said else term.text


def _warnings(terms: tuple[Term, ...]) -> Iterator[str]:
    for term in terms:
        if term.status is Status.DEPRECATED:
            yield f"not: {term.text}" + (f" — {term.reason}" if term.reason else "")


def _encoded(text: str) -> bytes:
    return text.encode(errors="replace")
