"""Candidates as a table or as a glossary to be edited, and those rejected in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from padanan.corpus.cooccurrence import PhraseIndex
from padanan.errors import ExchangeError
from padanan.files.headings import find_heading, plain
from padanan.files.rows import read_table, write_guarded_rows
from padanan.files.text import encode
from padanan.glossary import po
from padanan.model import Concept, Term, concept_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from padanan.corpus.candidates import Candidate, Location
    from padanan.corpus.cooccurrence import Guess

HEADING = ("keep", "term", "frequency", "score", "equivalents", "contexts")
REJECTED = frozenset({"no", "n", "x", "-", "tidak", "bukan"})
"""Values of the column *keep* that reject a candidate."""

UNKNOWN = "?"
CONTEXTS = 3
"""Maximum number of places of a candidate that are shown."""
_AROUND = 60
"""Code points of context on either side."""


class Proposal(NamedTuple):
    """A candidate with what a person needs to decide.

    Attributes:
        candidate: the candidate.
        equivalents: likely English, best first; empty if the corpus has none.
        contexts: the lines in which it occurs.
    """

    candidate: Candidate
    equivalents: tuple[Guess, ...]
    contexts: tuple[str, ...]


def propose(
    candidates: Iterable[Candidate], texts: Sequence[str], english: Sequence[str]
) -> Iterator[Proposal]:
    """Yield candidates with their contexts and likely English.

    Args:
        candidates: found in these texts.
        texts: the corpus.
        english: their translations, as many; empty if there are none.
    """
    index = PhraseIndex(english) if english else None
    for candidate in candidates:
        places = candidate.places
        yield Proposal(
            candidate,
            index.guesses(place.text for place in places) if index else (),
            tuple(_context(texts[p.text], p) for p in places[:CONTEXTS]),
        )


def _context(text: str, place: Location) -> str:
    around = text[max(0, place.start - _AROUND) : place.end + _AROUND]
    return " ".join(around.split())


def as_csv(proposals: Iterable[Proposal]) -> bytes:
    """Return the candidates as a table; no cell begins a formula."""
    return encode(write_guarded_rows((HEADING, *map(_row, proposals))))


def _row(proposal: Proposal) -> tuple[str, ...]:
    candidate = proposal.candidate
    return (
        "",
        candidate.term,
        str(candidate.frequency),
        f"{candidate.score:.1f}",
        "; ".join(guess.text for guess in proposal.equivalents),
        " | ".join(proposal.contexts),
    )


def as_po(proposals: Iterable[Proposal], domain: str) -> bytes:
    """Return the candidates as *fuzzy* entries, to be edited into a glossary.

    A candidate without likely English has ``?``: an entry must have an equivalent.
    """
    concepts: dict[str, Concept] = {}
    for concept in (_concept(proposal, domain) for proposal in proposals):
        concepts.setdefault(concept.id, concept)
    return po.dumps(concepts.values()).encode()


def _concept(proposal: Proposal, domain: str) -> Concept:
    candidate = proposal.candidate
    first = proposal.equivalents[0].text if proposal.equivalents else UNKNOWN
    return Concept(
        concept_id(candidate.term),
        domain,
        (Term(candidate.term),),
        (Term(first),),
        comment="\n".join((f"occurs {candidate.frequency} times", *proposal.contexts)),
        fuzzy=True,
    )


def rejected(text: str, path: str) -> tuple[str, ...]:
    r"""Return the candidates that are rejected in the column *keep* of a table.

    Args:
        text: the table, with a heading.
        path: its name, for messages.

    Raises:
        ExchangeError: it is no table, or has no column *keep* or *term*.

    >>> rejected("keep,term\nno,kota kecil\n,duta besar\n", "a.csv")
    ('kota kecil',)
    """
    heading = find_heading([*read_table(text, path)], plain, HEADING[:2])
    if heading is None:
        message = "no columns “keep” and “term” — name a table that extract wrote"
        raise ExchangeError(message, path=path)
    keep, term = map(heading.columns.index, HEADING[:2])
    rows = (row.cells for row in heading.rows if len(row.cells) > max(keep, term))
    return tuple(
        cells[term].strip()
        for cells in rows
        if cells[term].strip() and cells[keep].strip().casefold() in REJECTED
    )


def exclusions(text: str) -> tuple[str, ...]:
    r"""Return the terms of an exclusion list: one per line, ``#`` starts a comment.

    >>> exclusions("# rejected in May\nkota kecil\n")
    ('kota kecil',)
    """
    return tuple(_lines(text))


def _lines(text: str) -> Iterator[str]:
    for line in text.removeprefix("\ufeff").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line.strip()


def with_exclusions(text: str, terms: Iterable[str]) -> str:
    r"""Return an exclusion list with terms added that it lacks.

    >>> with_exclusions("kota kecil\n", ["kota kecil", "anak perempuan"])
    'kota kecil\nanak perempuan\n'
    """
    known = set(exclusions(text))
    new = [term for term in dict.fromkeys(terms) if term not in known]
    head = text if not text or text.endswith("\n") else f"{text}\n"
    return head + "".join(f"{term}\n" for term in new)
