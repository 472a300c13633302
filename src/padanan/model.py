"""Concept, Term, Glossary: the content model of ISO 30042 as frozen values."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from padanan.errors import GlossaryError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

SOURCE_LANGUAGE = "id"
TARGET_LANGUAGE = "en"
"""Languages of a glossary that names none."""

DOMAINS = (
    "missions",
    "consular",
    "protocol",
    "government",
    "negotiation",
    "treaties",
    "law",
    "conflict",
    "disarmament",
    "sanctions",
    "relations",
    "conferences",
    "statements",
    "united-nations",
    "asean",
    "organisations",
    "human-rights",
    "migration",
    "trade",
    "sea-and-borders",
    "crime",
    "development",
    "drafting",
    "indonesia",
)
"""The domains of the shipped glossary, in the order in which they are presented."""

_RANKS = {domain: rank for rank, domain in enumerate(DOMAINS)}


def domain_rank(domain: str) -> tuple[int, str]:
    """Return a key that sorts domains as they are presented, a user's own ones last.

    >>> sorted(("trade", "my-list", "missions"), key=domain_rank)
    ['missions', 'trade', 'my-list']
    """
    return _RANKS.get(domain, len(_RANKS)), domain


class Status(StrEnum):
    """How a term may be used (ISO 30042 *administrativeStatus*)."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    DEPRECATED = "deprecated"


class TermType(StrEnum):
    """What kind of designation a term is (ISO 30042 *termType*)."""

    FULL = "full form"
    ABBREVIATION = "abbreviation"
    VARIANT = "variant"
    LOOK_UP = "look-up form"


class Match(StrEnum):
    """How the Indonesian terms of a concept are recognised in a text."""

    SMART = "smart"
    EXACT = "exact"
    OFF = "off"


class Level(StrEnum):
    """Who wants a concept marked where it is by itself."""

    TERM = "term"
    BASIC = "basic"


class PartOfSpeech(StrEnum):
    """Part of speech of the Indonesian term."""

    NOUN = "noun"
    VERB = "verb"
    ADJECTIVE = "adjective"
    ADVERB = "adverb"
    PROPER_NOUN = "proper noun"
    PHRASE = "phrase"


class Term(NamedTuple):
    """A designation of a concept in one language.

    Attributes:
        text: the term in its canonical form (lower-case singular unless a name).
        status: preferred, admitted or deprecated.
        type: full form, abbreviation, variant or look-up form.
        region: ISO 3166 alpha-2 code (or ``EU``, ``UN``) of the only country for which
            the term holds; ``None`` if it holds everywhere.
        condition: a condition on the surroundings (see ``matching.conditions``)
            under which alone the term is right; ``None`` for everywhere.
        reason: why a deprecated term is not to be used.
    """

    text: str
    status: Status = Status.PREFERRED
    type: TermType = TermType.FULL
    region: str | None = None
    condition: str | None = None
    reason: str | None = None


class Example(NamedTuple):
    """A sentence in Indonesian with its English translation."""

    source: str
    target: str


class Joining(NamedTuple):
    """With which words after it a head forms terms, and how English orders them.

    Attributes:
        text: as written; ``glossary.joining`` reads it.
        condition: a condition on the surroundings under which alone it holds.
    """

    text: str
    condition: str | None = None


class Concept(NamedTuple):
    """One notion, with its Indonesian terms and their English equivalents.

    Attributes:
        id: slug of the preferred term (plus ``.sense``), unique in the glossary.
        domain: the subject field, a file name without ending.
        terms: Indonesian terms, the preferred one first, then in the order of the
            entry: variants, abbreviations, look-up forms, deprecated ones.
        equivalents: English terms, best first, the preferred one first of all.
        pos: part of speech of the preferred term, ``None`` where not stated.
        definition: one English sentence, empty if none is given.
        sense: tells two senses of one term apart (``msgctxt``).
        match: how the terms are recognised.
        when: conditions of which one must hold (none: always).
        unless: conditions of which none may hold.
        notes: usage notes.
        examples: sentences with their translations.
        sources: keys into ``SOURCES.md``, with ``:article`` where there is one.
        comment: free discussion, for editors only.
        fuzzy: not yet reviewed.
        modifiers: its attributive English after a head, best first: *nuclear*.
        heads: with which modifiers its terms form composed terms.
        accepts: English that a check lets pass and nothing offers.
        level: whether the bare term is marked by default.
        replaces: an entry of the user's own list takes its terms away from the concepts
            over which it would be laid.
        own: equivalents from the user's own lists, list by list, which come before all
            others; no file has them (see ``glossary.overlay``).
    """

    id: str
    domain: str
    terms: tuple[Term, ...]
    equivalents: tuple[Term, ...]
    pos: PartOfSpeech | None = None
    definition: str = ""
    sense: str | None = None
    match: Match = Match.SMART
    when: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    examples: tuple[Example, ...] = ()
    sources: tuple[str, ...] = ()
    comment: str = ""
    fuzzy: bool = False
    modifiers: tuple[Term, ...] = ()
    heads: tuple[Joining, ...] = ()
    accepts: tuple[str, ...] = ()
    level: Level = Level.TERM
    replaces: bool = False
    own: tuple[tuple[str, ...], ...] = ()

    @property
    def term(self) -> str:
        """The preferred Indonesian term."""
        return self.terms[0].text

    @property
    def equivalent(self) -> str:
        """The preferred English equivalent."""
        return self.equivalents[0].text


class Glossary:
    """Concepts in the order of their files, each id once; it never changes.

    Args:
        concepts: the concepts.
        source_language: code of the language of their terms.
        target_language: code of the language of their equivalents.

    >>> concept = Concept("komunike", "statements", (Term("komunike"),),
    ...                   (Term("communiqué"),))
    >>> glossary = Glossary((concept,))
    >>> glossary["komunike"].equivalent
    'communiqué'
    >>> glossary, "komunike" in glossary, [concept.term for concept in glossary]
    (<Glossary id–en: 1 concept>, True, ['komunike'])
    """

    concepts: tuple[Concept, ...]
    source_language: str
    target_language: str

    def __init__(
        self,
        concepts: tuple[Concept, ...] = (),
        source_language: str = SOURCE_LANGUAGE,
        target_language: str = TARGET_LANGUAGE,
    ) -> None:
        vars(self).update(
            concepts=concepts,
            source_language=source_language,
            target_language=target_language,
        )

    def __setattr__(self, name: str, value: object) -> None:
        """Refuse a change."""
        raise AttributeError(f"a glossary never changes: no new “{name}”")

    def _key(self) -> tuple[object, ...]:
        return self.concepts, self.source_language, self.target_language

    def __eq__(self, other: object) -> bool:
        """Whether another one has the same concepts in the same languages."""
        return isinstance(other, Glossary) and self._key() == other._key()

    def __hash__(self) -> int:
        """Return the same for equal ones."""
        return hash(self._key())

    def with_concepts(self, concepts: tuple[Concept, ...]) -> Glossary:
        """Return a glossary of other concepts in the same languages."""
        return Glossary(concepts, self.source_language, self.target_language)

    @cached_property
    def by_id(self) -> Mapping[str, Concept]:
        """The concepts by their ids."""
        return {concept.id: concept for concept in self.concepts}

    def __getitem__(self, concept_id: str) -> Concept:
        """Return the concept of that id; raise ``KeyError`` where there is none."""
        return self.by_id[concept_id]

    def __contains__(self, item: object) -> bool:
        """Whether there is a concept of that id, or that very concept."""
        if isinstance(item, Concept):
            return self.by_id.get(item.id) == item
        return item in self.by_id

    def __iter__(self) -> Iterator[Concept]:
        """Return an iterator over the concepts, in their order."""
        return iter(self.concepts)

    def __len__(self) -> int:
        """Return the number of concepts."""
        return len(self.concepts)

    def __repr__(self) -> str:
        """Return one line, whatever the size: languages and number of concepts."""
        languages = f"{self.source_language}–{self.target_language}"
        concepts = "concept" if len(self) == 1 else "concepts"
        return f"<Glossary {languages}: {len(self):,} {concepts}>"


def merge(glossaries: Iterable[Glossary]) -> Glossary:
    """Join glossaries; where two have a concept of the same id, the later one wins.

    A concept keeps the place of its first appearance. The languages are those of the
    first glossary.

    Raises:
        GlossaryError: two glossaries are of different languages.

    >>> old = Concept("nota", "statements", (Term("nota"),), (Term("memo"),))
    >>> new = Concept("nota", "statements", (Term("nota"),), (Term("note"),))
    >>> merge((Glossary((old,)), Glossary((new,))))["nota"].equivalent
    'note'
    """
    found: dict[str, Concept] = {}
    languages: dict[tuple[str, str], None] = {}
    for glossary in glossaries:
        found.update(glossary.by_id)
        languages[glossary.source_language, glossary.target_language] = None
    if len(languages) > 1:
        listed = " and ".join("–".join(pair) for pair in languages)
        message = f"glossaries of different languages ({listed}) — load them separately"
        raise GlossaryError(message)
    return Glossary(tuple(found.values()), *next(iter(languages), ()))


def concept_id(term: str, sense: str | None = None) -> str:
    """Return the id of a concept: a slug that is a valid ``xs:ID``.

    >>> concept_id("Perserikatan Bangsa-Bangsa")
    'perserikatan-bangsa-bangsa'
    >>> concept_id("misi", "perwakilan diplomatik")
    'misi.perwakilan-diplomatik'
    >>> concept_id("2+2")
    '_2-2'
    """
    slug = _slug(term)
    return f"{slug}.{_slug(sense)}" if sense else slug


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")
    # An xs:ID (NCName) must not begin with a digit, nor be empty.
    return slug if slug[:1].isalpha() else f"_{slug}"
