"""What says a term where none of its equivalents stands, and how surely.

Asked only for terms that nothing plainer renders. Some ways satisfy: relatives of the
words, words between them, another noun that the glossary has for the head. Others leave
it to the reader, and are noted: a short form after the full one, a name without its
title, a pronoun for what was named before.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from padanan.checks.findings import Span
from padanan.checks.translation.occurrences import is_right
from padanan.language import ENGLISH
from padanan.language.countries import countries
from padanan.language.english import find_all
from padanan.language.families import are_related, name_the_same
from padanan.language.loosely import find_loosely
from padanan.language.nations import nations
from padanan.language.plurals import plural
from padanan.language.verbs import is_verb
from padanan.model import PartOfSpeech, Status, concept_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from padanan.checks.translation.occurrences import Occurrence, UnitTerms
    from padanan.language.nations import Nation
    from padanan.matching.engine import Engine
    from padanan.model import Concept

ALIKE = 2
"""Number of equivalents that concepts with much the same English share."""
LONGEST = 250
"""Maximum number of words of a unit in which paraphrases are looked for."""
BEFORE = 12
"""Number of units in which a full form counts for a short one behind it."""
NEAR = 3
"""Number of units in which a pronoun may stand for what was named."""
_APART = 0.35
"""Maximum difference of the places of a term and its pronoun, as shares of a unit."""

_SLACK = 10
"""Number of code points that make no distance."""

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_DETERMINERS = frozenset({
    "the", "its", "his", "her", "their", "this", "that", "these", "those", "our",
    "both", "two", "new", "former", "such",
})  # fmt: skip
_BEFORE_SHORT = frozenset({
    "a", "an", "and", "as", "by", "from", "in", "of", "said", "say", "says", "senior",
    "that", "to", "told", "top", "when", "while", "with",
})  # fmt: skip
"""What may stand before a short form that has no determiner."""
_SPEAKERS = frozenset({
    "chief", "head", "official", "officials", "source", "sources", "spokesman",
    "spokesperson", "spokeswoman", "statement",
})  # fmt: skip
_POINTING = re.compile(r"(?:[^\w.;:!?()]+\w+)?[^\w.;:!?()]+(?:itu|tersebut|ini|tadi)\b")
_OURS = re.compile(
    r"\b(?:ia|dia|beliau|mereka|kami|kita|saya|keduanya|itu|ini|hal|\w{3,}nya)\b", re.I
)
_PRONOUNS = re.compile(
    r"\b(?:he|him|his|she|hers?|it|its|they|them|theirs?|both|this|that|these|those"
    r"|one|ones|we|us|our|who|I|my|me)\b",
    re.I,
)
_FOR_TWO = re.compile(
    r"\b(?:they|them|theirs?|both|(?:the|these) (?:two|pair|states)|sides|parties"
    r"|rivals|neighbou?rs|(?:our|these) (?:countries|nations)|each other|one another"
    r")\b",
    re.I,
)
_TWO = re.compile(
    r"\b(?:both|(?:the|these) (?:two|pair|states)|parties|rivals|neighbou?rs"
    r"|(?:our|these) (?:countries|nations)|each other|one another)\b",
    re.I,
)
"""What stands for two where *mereka* accounts for each *they*."""
_THEM = re.compile(r"\b(?:they|them|theirs?)\b", re.I)
_MEREKA = re.compile(r"\b(?:mereka|keduanya)\b", re.I)
_FOR_PERSONS = re.compile(
    r"\b(?:he|him|his|she|hers?|they|them|theirs?|counterparts?)\b", re.I
)
_FOR_ONE = re.compile(r"\b(?:he|him|his|she|hers?|counterparts?)\b", re.I)
_MANY = re.compile(r"\b(?:para|semua|sejumlah|beberapa|kedua|ketiga|\d+)\s+\Z", re.I)
"""What the Indonesian has before several persons: *para menteri*."""
_FOR_THINGS = re.compile(r"\b(?:it|its|they|them|theirs?)\b", re.I)
_GROUPS = frozenset({"faction", "fighters", "force", "group", "groups", "movement"})
_OFFICE = re.compile(
    r"\b(?:jabatan|jabatannya|kedudukan|kursi|pos|posisi|menjabat|dijabat)\s+"
    r"(?:sebagai\s+)?\Z",
    re.I,
)
"""What the Indonesian has before a holder whose office is meant."""
_LONG = {"UN": "United Nations", "EU": "European Union"}
"""What begins many names, short and in full."""
_RELATIONS = re.compile(r"\bhubungan\b[^.;:!?]{0,40}\Z", re.I)
_TIES = re.compile(r"\b(?:ties|relations|relationship|bilateral|their)\b", re.I)
_MANY_PEOPLE = re.compile(r"s\b|(?<=ch|sh|se) (?:people|men|women)\b| (?:wo)?m[ae]n\b")
"""What makes the people of an adjective: *Iranians*, *British man*."""
_PLACES = re.compile(
    r"(?:\b(?:across|against|around|for|from|in|inside|into|near|of|outside|over|to|with"
    r"|within)|[\w’'-]*[A-Z][\w’'-]*,?)\s+(?:the )?\Z"
)
"""What stands before a country that is only where something is or goes."""
_AHEAD = 24
"""Number of code points in which it is looked for."""
_TITLE = re.compile(
    r"\b(?:ambassador|chancellor|chief|commander|envoy|general|governor|king|leader"
    r"|mayor|minister|premier|president|queen|secretary|senator)\b",
    re.I,
)
_PERSON = re.compile(
    r"(?:[^w]er|or|man|person|ist|[^m]ent|ant|ee|ary|envoy|chief|head)\Z", re.I
)
_NAMES = re.compile(r"[A-Z][\w'’.-]*(?: (?:al|bin|de|van|von|[A-Z][\w'’.-]*))*")


class Paraphrase(NamedTuple):
    """What seems to stand for a term.

    Attributes:
        span: in the target.
        noted: whether a reader should have a look; else it satisfies.
    """

    span: Span
    noted: bool


class Siblings:
    """English of other concepts of a document that share an equivalent with one.

    Args:
        concepts: those of the document.
    """

    def __init__(self, concepts: Iterable[Concept]) -> None:
        self._with: dict[str, list[Concept]] = {}
        for concept in {one.id: one for one in concepts}.values():
            for text in _offered(concept):
                self._with.setdefault(text, []).append(concept)

    def of(self, concept: Concept) -> tuple[str, ...]:
        """Return what its siblings have and it has not."""
        own = _offered(concept)
        found = {
            text: None
            for shared in own
            for sibling in self._with.get(shared, ())
            if sibling.pos is concept.pos
            if len({*own} & {*_offered(sibling)}) >= ALIKE
            for text in _offered(sibling)
            if text not in own
        }
        return tuple(found)


def _offered(concept: Concept) -> tuple[str, ...]:
    return tuple(
        term.text
        for term in concept.equivalents
        if term.status is not Status.DEPRECATED and term.region is None
    )


class EarlierUnits(NamedTuple):
    """What the units before one have said.

    Attributes:
        number: of the unit.
        full: numbers of the last units that had a concept with its full English.
        named: numbers of the last units whose source names a concept.
    """

    number: int
    full: Mapping[str, int]
    named: Mapping[str, int]

    def has_full(self, concept: Concept) -> bool:
        """Whether the full English of a concept stands not too far before."""
        return self.number - self.full.get(concept.id, -BEFORE) < BEFORE

    def names(self, concept: Concept, within: int) -> bool:
        """Whether the source names a concept in so many units before."""
        return self.number - self.named.get(concept.id, -within - 1) <= within


Wordings = dict[tuple[object, str], "Paraphrase | None"]


def wordings(
    engine: Engine, one: UnitTerms, some: Iterable[Occurrence], siblings: Siblings
) -> Wordings:
    """Return what says terms in words of their own, whatever stands around them.

    Args:
        engine: knows the concept of the head.
        one: the unit.
        some: terms that no equivalent renders; each is looked for once.
        siblings: near concepts of the document.
    """
    if len(one.sentence.words) > LONGEST:
        return {}
    distinct = {wording_key(occurrence): occurrence for occurrence in some}
    return {
        key: _wording(engine, one, occurrence, siblings)
        for key, occurrence in distinct.items()
    }


def wording_key(occurrence: Occurrence) -> tuple[object, str]:
    """Return what decides on the words that say a term."""
    return occurrence.key, occurrence.annotation.text


def _wording(
    engine: Engine, one: UnitTerms, occurrence: Occurrence, siblings: Siblings
) -> Paraphrase | None:
    said = next(_loose(engine, one, occurrence), None)
    if said is not None:
        return Paraphrase(said, noted=False)
    near = _sibling(one, occurrence, siblings)
    return Paraphrase(near, noted=True) if near else None


def paraphrase(
    one: UnitTerms, occurrence: Occurrence, before: EarlierUnits
) -> Paraphrase | None:
    """Return what stands for a term that was named before, ``None`` where nothing does.

    Args:
        one: the unit.
        occurrence: a term that no equivalent renders.
        before: what the units before it have said.
    """
    if len(one.sentence.words) > LONGEST:
        return None
    noted = (
        _short_form(one, occurrence, before)
        or _name_alone(one, occurrence)
        or _counterpart(one, occurrence)
        or _people(one, occurrence)
        or _pronoun(one, occurrence, before)
    )
    return Paraphrase(noted, noted=True) if noted else None


def _loose(engine: Engine, one: UnitTerms, occurrence: Occurrence) -> Iterator[Span]:
    text = one.unit.target
    yield from _same_letters(one, occurrence)
    yield from _members(one, occurrence)
    yield from _office(one, occurrence)
    for term in dict.fromkeys(_texts(engine, occurrence)):
        for start, end in find_loosely(one.sentence, term):
            if not one.right.cover(start, end):
                yield Span(start, end, text[start:end])


def _members(one: UnitTerms, occurrence: Occurrence) -> Iterator[Span]:
    """Yield the members that stand for a group: *rebels* for *rebel group*."""
    for text in own_english(occurrence):
        name, _, last = text.rpartition(" ")
        if name and last in _GROUPS:
            many = re.compile(rf"(?<![\w-]){re.escape(plural(name))}(?![\w-])")
            for found in many.finditer(one.unit.target):
                if not one.right.cover(*found.span()):
                    yield Span(*found.span(), found[0])


def _office(one: UnitTerms, occurrence: Occurrence) -> Iterator[Span]:
    """Yield the office where the Indonesian names it by its holder: *jabatan X*."""
    if _OFFICE.search(
        one.unit.source, max(0, occurrence.start - _AHEAD), occurrence.start
    ):
        titles = [text for text in own_english(occurrence) if " " not in text]
        for span, word in zip(one.sentence.spans, one.sentence.words, strict=True):
            related = any(are_related(word, title) for title in titles)
            if related and not one.right.cover(*span):
                yield Span(*span, word)


def _same_letters(one: UnitTerms, occurrence: Occurrence) -> Iterator[Span]:
    """Yield an acronym that is English but for its case and signs: *Nato*, *G-20*."""
    written = occurrence.annotation.text
    same = {_letters(t) for t in occurrence.annotation.equivalents if t.isupper()}
    at = one.unit.target.find(written)
    if _letters(written) in same and at >= 0:
        yield Span(at, at + len(written), written)


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()


def _texts(engine: Engine, occurrence: Occurrence) -> Iterator[str]:
    """Yield English to be looked for: the equivalents, then with other heads."""
    own = own_english(occurrence)
    yield from own
    for text in own:
        for short, full in _LONG.items():
            if text.startswith(f"{short} "):
                yield f"{full}{text.removeprefix(short)}"
    heads = _heads(engine, occurrence.annotation.term.text.partition(" ")[0])
    for text in own:
        before, _, last = text.rpartition(" ")
        if before and text.islower() and " of " not in text and last in heads:
            yield from (f"{before} {other}" for other in heads if other != last)


def apart(one: UnitTerms, occurrence: Occurrence, span: Span) -> float:
    """Return how far the places of a term and of what says it are from each other.

    Places are shares of both texts. A word or two more in a short sentence make no
    distance.
    """
    length = len(one.unit.target)
    theirs = (span.start + span.end) / 2 / length
    ours = (occurrence.start + occurrence.end) / 2 / len(one.unit.source)
    return abs(theirs - ours) - _SLACK / length


def own_english(occurrence: Occurrence) -> tuple[str, ...]:
    """Return the English that is right for a term, and what is accepted for it."""
    if occurrence.annotation.parts:
        return occurrence.annotation.equivalents
    concept = occurrence.concept
    return (
        *(t.text for t in concept.equivalents if is_right(t, occurrence.annotation)),
        # Relatives of a single word that is accepted say something else still.
        *(text for text in concept.accepts if " " in text),
    )


def _heads(engine: Engine, word: str) -> tuple[str, ...]:
    """Return the nouns that the glossary has for the first word of a term."""
    try:
        concept = engine.concept(concept_id(word))
    except KeyError:
        return ()
    offered = (t.text for t in concept.equivalents if t.status is not Status.DEPRECATED)
    return tuple(text for text in (*offered, *concept.accepts) if text.isalpha())


def _sibling(one: UnitTerms, occurrence: Occurrence, siblings: Siblings) -> Span | None:
    """Return what a near concept has: *pact* for an agreement, *treaty* for a pact."""
    if occurrence.annotation.parts:
        return None
    verb = occurrence.concept.pos is PartOfSpeech.VERB
    for text in siblings.of(occurrence.concept):
        for start, end in find_all(one.sentence, text, verb=verb):
            found = one.unit.target[start:end]
            # A noun is no verb: talks, but not the minister met.
            as_verb = verb and is_verb(one.unit.target, (start, end))
            same = as_verb or found.casefold() in {text, plural(text)}
            if same and not one.right.cover(start, end):
                return Span(start, end, found)
    return None


def _short_form(
    one: UnitTerms, occurrence: Occurrence, before: EarlierUnits
) -> Span | None:
    """Return the head of an equivalent with a determiner: *the ministry*."""
    if not before.has_full(occurrence.concept):
        return None
    heads = {noun for text in own_english(occurrence) if (noun := head(text))}
    words = [*_WORD.finditer(one.unit.target)]
    for at, word in enumerate(words):
        if any(name_the_same(word[0], noun) for noun in heads):
            around = words[at - 1 : at] if at else [], words[at + 1 : at + 2]
            if _stands_short(word, *around) and not one.right.cover(*word.span()):
                return Span(*word.span(), word[0])
    return None


def _stands_short(
    word: re.Match[str], before: list[re.Match[str]], behind: list[re.Match[str]]
) -> bool:
    """Whether a noun stands for a longer name: *the* ministry, ministry *officials*."""
    if any(one[0].lower() in _SPEAKERS for one in behind):
        # A UN Population Fund official is not of the Children's Fund.
        return not any(_names_another(one[0]) for one in before)
    # The General Secretariat is not short for the Secretary-General.
    named = word[0][0].isupper() and any(one[0][0].isupper() for one in behind)
    of = any(one[0].lower() == "of" for one in behind)
    determined = any(one[0].lower() in _DETERMINERS for one in before)
    return determined and not named and not of


def _names_another(word: str) -> bool:
    """Whether a word before a head says which one it is: *defence* ministry."""
    return word.lower() not in _DETERMINERS | _BEFORE_SHORT


@cache
def head(text: str) -> str:
    """Return the head of a phrase of several words, empty for a single word.

    >>> head("Ministry of Foreign Affairs"), head("foreign ministry"), head("visa")
    ('Ministry', 'ministry', '')
    """
    phrase = re.split(r" (?:of|for|on|to|in|against) ", text, maxsplit=1)[0]
    return "" if " " not in text else phrase.rpartition(" ")[2]


def _name_alone(one: UnitTerms, occurrence: Occurrence) -> Span | None:
    """Return a surname that stands for an office and a whole name: *Mubarak said*.

    The name is shortened too: who only leaves the office out keeps it whole.
    """
    if not any(map(_TITLE.search, occurrence.annotation.equivalents)):
        return None
    name = _NAMES.search(one.unit.source, occurrence.end)
    if name is None or len(one.unit.source[occurrence.end : name.start()].strip()) > 0:
        return None
    words = name[0].split()
    last = words[-1].rstrip(".,")
    if len(words) < 2 or len(last) < NEAR or nations(last, ENGLISH):
        return None
    # An organisation is no surname: the envoy of Liga Arab, an Arab League official.
    alone = rf"(?<![\w-]){re.escape(last)}(?![\w-]| [A-Z])"
    found = re.search(alone, one.unit.target)
    if found is None:
        return None
    ahead = [*_WORD.finditer(one.unit.target, 0, found.start())]
    first = ahead[-1][0] if ahead else ""
    whole = first in words or (first[:1].isupper() and len(ahead) > 1)
    return None if whole else Span(*found.span(), found[0])


def _counterpart(one: UnitTerms, occurrence: Occurrence) -> Span | None:
    """Return *counterpart* before the name of who holds the office."""
    if not any(map(_TITLE.search, occurrence.annotation.equivalents)):
        return None
    name = _NAMES.search(one.unit.source, occurrence.end)
    if name is None:
        return None
    last = re.escape(name[0].split()[-1].rstrip(".,"))
    near = rf"\bcounterparts?\b(?=[^.;:]{{1,40}}\b{last}\b)"
    found = re.search(near, one.unit.target)
    return Span(*found.span(), found[0]) if found else None


def _pronoun(
    one: UnitTerms, occurrence: Occurrence, before: EarlierUnits
) -> Span | None:
    """Return a pronoun for what was named before, where the English has more of them.

    The Indonesian must point back to it: *pembicaraan itu*, *kedua pihak*.
    """
    concept = occurrence.concept
    source, target = one.unit.source, one.unit.target
    two = occurrence.annotation.text.lower().startswith("kedua")
    back = two or _POINTING.match(source, occurrence.end)
    if not back or concept.pos is PartOfSpeech.VERB:
        return None
    if not two and not before.names(concept, NEAR):
        return None
    more = len(_PRONOUNS.findall(target)) - len(_OURS.findall(source))
    if more < 0 and not two:
        return None
    if two and len(_THEM.findall(target)) <= len(_MEREKA.findall(source)):
        kind = _TWO
    else:
        one_or_more = _FOR_PERSONS if _is_plural(one, occurrence) else _FOR_ONE
        person = one_or_more if _is_person(occurrence) else _FOR_THINGS
        kind = _FOR_TWO if two else person
    if two and _RELATIONS.search(source, 0, occurrence.start):
        kind = _TIES
    share = occurrence.start / len(source)
    near = (
        m for m in kind.finditer(target) if _is_near(m.start() / len(target), share)
    )
    found = next(near, None)
    return Span(*found.span(), found[0]) if found else None


def _is_plural(one: UnitTerms, occurrence: Occurrence) -> bool:
    """Whether the Indonesian says that there are several: *para menteri itu*."""
    doubled = "-" in occurrence.annotation.text
    return doubled or _MANY.search(one.unit.source, 0, occurrence.start) is not None


def is_pointed_back(one: UnitTerms, occurrence: Occurrence) -> bool:
    """Whether the Indonesian points back to a term named before: *perjanjian itu*."""
    return _POINTING.match(one.unit.source, occurrence.end) is not None


def _is_near(share: float, other: float) -> bool:
    """Whether places in both texts, as shares of their lengths, are like each other."""
    return abs(share - other) <= _APART


def _people(one: UnitTerms, occurrence: Occurrence) -> Span | None:
    """Return a country or its people that stand for its government or citizens.

    *The Iranians* and *Iran* for the government, *two Iranians* for citizens; but no
    adjective before another noun.
    """
    offered = occurrence.annotation.equivalents
    governs, lives = (
        "government" in offered,
        "citizen" in offered or "people" in offered,
    )
    codes = _country_behind(one, occurrence) if governs or lives else frozenset()
    ours = [n for n in nations(one.unit.source) if not codes.isdisjoint(n.codes)]
    target = one.unit.target
    for nation in nations(target, ENGLISH) if codes else ():
        end = next((m.end() for m in [_MANY_PEOPLE.match(target, nation.end)] if m), 0)
        ahead = target[max(0, nation.start - _AHEAD) : nation.start]
        whole = end and (lives or ahead.lower().endswith("the "))
        alone = governs and len(ours) == 1 and _is_name_alone(target, nation, ahead)
        if not codes.isdisjoint(nation.codes) and (whole or alone):
            last = end or nation.end
            return Span(nation.start, last, target[nation.start : last])
    return None


def _country_behind(one: UnitTerms, occurrence: Occurrence) -> frozenset[str]:
    """Return the codes of the country that stands behind a term in the source."""
    source, region = one.unit.source, occurrence.annotation.region
    behind = (
        nation.codes
        for nation in nations(source)
        if nation.named and not source[occurrence.end : nation.start].strip()
        if nation.start >= occurrence.end
    )
    return next(behind, frozenset({region} if region else ()))


def _is_name_alone(target: str, nation: Nation, ahead: str) -> bool:
    """Whether a country itself is named, and does or suffers something."""
    text = target[nation.start : nation.end]
    known = countries()
    named = any(code in known and known[code].name == text for code in nation.codes)
    owner = target[nation.end : nation.end + 1] in {"'", "’", "-"}
    return named and not owner and _PLACES.search(ahead) is None


def _is_person(occurrence: Occurrence) -> bool:
    """Whether a term names persons: its English ends like an agent or a title."""
    return any(
        is_agent(head(text) or text) for text in occurrence.annotation.equivalents
    )


def is_agent(word: str) -> bool:
    """Whether a noun ends like an agent or a title.

    >>> is_agent("negotiator"), is_agent("talks")
    (True, False)
    """
    return _PERSON.search(word) is not None
