"""Makes a glossary ready for recognition: every form of every term."""

from __future__ import annotations

import json
from array import array
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from padanan.errors import GlossaryError
from padanan.language.countries import countries, places
from padanan.language.indonesian import KINDS, VERBAL, forms
from padanan.language.normalise import fold_term
from padanan.language.plain_text import as_plain
from padanan.language.stems import plain
from padanan.matching.compiled import Case, Compiled, encode_concept
from padanan.matching.equivalents import bound_by, offers
from padanan.matching.finder import Patterns, prefixes
from padanan.matching.senses import conditions_of, is_acronym
from padanan.model import Match, TermType

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from padanan.language.indonesian import Form
    from padanan.model import Concept, Glossary, Term


class _Row(NamedTuple):
    """A sense of a pattern as it is stored: see ``Compiled.rows``."""

    concept: int
    term: int
    kind: int
    case: Case


def compile_glossary(glossary: Glossary) -> Compiled:
    """Return what recognition needs of a glossary.

    >>> from padanan.model import Concept, Glossary, Term
    >>> concept = Concept("visa", "consular", (Term("visa"),), (Term("visa"),))
    >>> b" visa" in compile_glossary(Glossary((concept,))).patterns
    True
    """
    found: dict[bytes, list[_Row]] = {}
    for number, concept in enumerate(glossary.concepts):
        for pattern, row in _rows(number, concept):
            found.setdefault(pattern, []).append(row)
    named = {fold_term(place.name): place for place in places()}
    patterns = tuple(sorted(found.keys() | named.keys()))
    first, rows = _flat(
        sorted(found.get(pattern, ()), key=lambda row: _rank(row, glossary))
        for pattern in patterns
    )
    return Compiled(
        Patterns.of(patterns),
        prefixes(patterns),
        first,
        rows,
        {n: named[pattern] for n, pattern in enumerate(patterns) if pattern in named},
        *_lines(map(_entry, glossary.concepts)),
        *_lines(map(_known, glossary.concepts)),
        dict(countries()),
        "\n".join(map(_english, glossary.concepts)).encode(),
        glossary.source_language,
        glossary.target_language,
    )


def _lines(every: Iterable[bytes]) -> tuple[bytes, array[int]]:
    lines = list(every)
    return b"".join(lines), array("I", accumulate(map(len, lines), initial=0))


def _entry(concept: Concept) -> bytes:
    # The domain is the name of a file, which may hold half characters.
    return f"{encode_concept(concept)}\n".encode("utf-8", "surrogatepass")


def _known(concept: Concept) -> bytes:
    """Return what is known of the conditions of a concept and of its English."""
    try:
        known = conditions_of(concept).known(), bound_by(offers(concept)).known()
    except GlossaryError:
        # It is told where such a term is met.
        return b""
    if known == (None, None):
        return b""
    text = json.dumps(known, ensure_ascii=False, separators=(",", ":"))
    return f"{text}\n".encode("utf-8", "surrogatepass")


def _english(concept: Concept) -> str:
    """Return the English terms of a concept as one line."""
    listed = (*concept.equivalents, *concept.modifiers)
    terms = (plain(english.text) for english in listed)
    return "|".join(" ".join(term.split()) for term in terms)


def _flat(listed: Iterator[list[_Row]]) -> tuple[array[int], array[int]]:
    first, rows = array("I", [0]), array("I")
    for some in listed:
        for row in some:
            rows.extend(row)
        first.append(len(rows))
    return first, rows


def _rows(number: int, concept: Concept) -> Iterator[tuple[bytes, _Row]]:
    # The same form counts again where it may stand with fewer capitals: *gerakan
    # nonblok* beside *Gerakan Nonblok*.
    seen: dict[bytes, list[frozenset[int]]] = {}
    for place, term in enumerate(concept.terms):
        case = _case(term, concept.match)
        capitals = _capitals(term.text, case)
        for form in _forms(concept, term):
            pattern = fold_term(form.text)
            known = seen.setdefault(pattern, [])
            if pattern.isspace() or any(one <= capitals for one in known):
                continue
            known.append(capitals)
            yield pattern, _Row(number, place, KINDS.index(form.kind), case)


def _forms(concept: Concept, term: Term) -> Iterator[Form]:
    """Yield the forms of a term, and those of its plain copy.

    Texts are read as plain copies, which part *PrepCom* into two words. Of an exact
    term only the term itself is found: its passive would hide one that is listed.
    """
    exact = concept.match is Match.EXACT
    for text in dict.fromkeys((term.text, as_plain(term.text))):
        for form in forms(text, concept.pos, term.type):
            if not exact or form.kind not in VERBAL:
                yield form


def _capitals(term: str, case: Case) -> frozenset[int]:
    """Return which letters of a term have to be capitals, by their numbers.

    >>> sorted(_capitals("Dewan Gereja-gereja", Case.CAPITALS))
    [0, 5]
    """
    if case is Case.FREE:
        return frozenset()
    letters = tuple(map(str.isupper, filter(str.isalnum, term)))
    capitals = frozenset(at for at, is_capital in enumerate(letters) if is_capital)
    if case is Case.CAPITALS:
        return capitals
    # Exact: every small letter is a demand too.
    return capitals | {~at for at in range(len(letters)) if at not in capitals}


def _rank(row: _Row, glossary: Glossary) -> tuple[bool, bool, bool, int, bool]:
    """Order the senses of a form: nouns before verbs, conditions tried first.

    Of these, what holds somewhere comes before what holds everywhere but somewhere.
    """
    concept = glossary.concepts[row.concept]
    look_up = concept.terms[row.term].type is TermType.LOOK_UP
    conditional = bool(concept.when or concept.unless)
    verbal = KINDS[row.kind] in VERBAL
    return verbal, not conditional, not concept.when, row.kind, look_up


def _case(term: Term, match: Match) -> Case:
    if match is Match.EXACT:
        return Case.EXACT
    if term.text == term.text.lower():
        return Case.FREE
    # Shortened titles (Menlu, Dubes) are written either way; acronyms are not.
    if term.type is TermType.ABBREVIATION and not any(
        map(is_acronym, term.text.split())
    ):
        return Case.FREE
    return Case.CAPITALS
