"""TBX-Basic, what its dialects have in common: a concept as an entry.

Data categories, their picklists and the levels at which they may stand are those of
TBX-Basic in ISO 30042:2008 and ISO 30042:2019. The dialects differ in the names of
elements and in how a data category is written, which ``Dialect`` says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from padanan.exchange.pairs import offered
from padanan.files.xml import Element
from padanan.model import (
    SOURCE_LANGUAGE,
    TARGET_LANGUAGE,
    Concept,
    PartOfSpeech,
    Status,
    Term,
    TermType,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

TITLE = "Padanan: Indonesian–English diplomatic glossary"

STATUSES = {
    Status.PREFERRED: "preferredTerm-admn-sts",
    Status.ADMITTED: "admittedTerm-admn-sts",
    Status.DEPRECATED: "deprecatedTerm-admn-sts",
}
LOOK_UP = "supersededTerm-admn-sts"
"""Status of a look-up form: an old spelling, or one that never was right."""

TYPES = {
    TermType.FULL: "fullForm",
    TermType.ABBREVIATION: "abbreviation",
    TermType.VARIANT: "variant",
    TermType.LOOK_UP: "variant",
}
PHRASE = "phrase"
"""Type of a preferred term that is a phrase: the parts of speech have no such one."""

OTHER = "other"

# Before what a note to a term says, so that it is read back as what it was.
ONLY_IF = "Only if: "
AVOID = "Not to be used: "


class Dialect(NamedTuple):
    """How a dialect names things.

    Attributes:
        entry: the element of a concept.
        language: the element of its terms in one language.
        term: the element of one term.
        modules: data category → the prefix of the namespace in which it is an
            element of its own (DCT); empty where it is the ``type`` of a general
            element (DCA).
        parts: parts of speech as this dialect's picklist has them.
        for_suggestions: programs offer every term and show all that is said of it:
            leave out what is not to be offered, and what goes without saying.
    """

    entry: str
    language: str
    term: str
    modules: Mapping[str, str]
    parts: Mapping[PartOfSpeech, str]
    for_suggestions: bool = False


def entry(concept: Concept, dialect: Dialect) -> Element:
    """Return the entry of a concept.

    Args:
        concept: what is written.
        dialect: how it is written.

    >>> from padanan.exchange.tbx_2008 import DIALECT
    >>> visa = Concept("visa", "consular", (Term("visa"),), (Term("visa"),))
    >>> entry(visa, DIALECT).attributes
    (('id', 'visa'),)
    """
    content = (
        *_about_concept(concept, dialect),
        _language(concept, SOURCE_LANGUAGE, concept.terms, dialect),
        _language(concept, TARGET_LANGUAGE, concept.equivalents, dialect),
    )
    return Element(dialect.entry, (("id", concept.id),), content)


def _about_concept(concept: Concept, dialect: Dialect) -> Iterator[Element]:
    # The definition comes first: Weblate shows the first description it meets.
    if concept.definition:
        yield _category(dialect, "descrip", "definition", concept.definition)
    if concept.domain:
        yield _category(dialect, "descrip", "subjectField", concept.domain)
    for source in concept.sources:
        yield _category(dialect, "admin", "source", source)
    for note in concept.notes:
        yield Element("note", (), note)


def _language(
    concept: Concept, language: str, terms: tuple[Term, ...], dialect: Dialect
) -> Element:
    kept = offered(terms) if dialect.for_suggestions else terms
    written = tuple(
        _term(concept, term, dialect, language, first=index == 0)
        for index, term in enumerate(kept)
    )
    return Element(dialect.language, (("xml:lang", language),), written)


def _term(
    concept: Concept, term: Term, dialect: Dialect, language: str, *, first: bool
) -> Element:
    content = [Element("term", (), term.text)]
    pos = concept.pos if first and language == SOURCE_LANGUAGE else None
    for kind, value in _term_notes(term, pos, dialect):
        content.append(_category(dialect, "termNote", kind, value))
    if first:
        for example in concept.examples:
            source = language == SOURCE_LANGUAGE
            sentence = example.source if source else example.target
            content.append(_category(dialect, "descrip", "context", sentence))
    if term.condition is not None:
        content.append(Element("note", (), ONLY_IF + term.condition))
    if term.reason is not None:
        content.append(Element("note", (), AVOID + term.reason))
    return Element(dialect.term, (), tuple(content))


def _term_notes(
    term: Term, pos: PartOfSpeech | None, dialect: Dialect
) -> Iterator[tuple[str, str]]:
    look_up = term.type is TermType.LOOK_UP
    yield "administrativeStatus", LOOK_UP if look_up else STATUSES[term.status]
    kind = PHRASE if pos is PartOfSpeech.PHRASE else TYPES[term.type]
    if not (dialect.for_suggestions and kind == TYPES[TermType.FULL]):
        yield "termType", kind
    if pos is not None:
        yield "partOfSpeech", dialect.parts.get(pos, OTHER)
    if term.region is not None:
        yield "geographicalUsage", term.region


def _category(dialect: Dialect, element: str, kind: str, value: str) -> Element:
    if dialect.modules:
        return Element(f"{dialect.modules[kind]}:{kind}", (), value)
    return Element(element, (("type", kind),), value)
