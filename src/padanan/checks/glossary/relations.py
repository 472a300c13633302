"""Checks of what an entry refers to: other concepts, sources, regions, conditions."""

from __future__ import annotations

from itertools import permutations
from textwrap import shorten
from typing import TYPE_CHECKING

from padanan.errors import GlossaryError
from padanan.glossary.concepts import REASON
from padanan.glossary.fields import closest
from padanan.glossary.joining import COUNTRIES, named_domains, named_terms, usual_order
from padanan.glossary.joining import parse as parse_heads
from padanan.language.countries import region_codes
from padanan.language.indonesian import forms
from padanan.matching.conditions import parse
from padanan.matching.conditions.implying import needless
from padanan.matching.conditions.kinds import Names
from padanan.model import DOMAINS, Match, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from padanan.checks.findings import Fault
    from padanan.checks.glossary.files import FileEntry, GlossaryFiles
    from padanan.glossary.fields import Field
    from padanan.glossary.joining import Rule
    from padanan.matching.conditions import Condition
    from padanan.model import Concept, Term

# Forms that a term has by spelling. Where a form of a verb is another term too (protes,
# memprotes), recognition decides.
_SPELLINGS = frozenset({"base", "joined", "apart"})

_SHORT = 60
"""Characters of a condition that is only named."""


def two_files(glossary: GlossaryFiles) -> Iterator[Fault]:
    """Yield entries whose id is that of an entry in another file."""
    files: dict[str, str] = {}
    for file in glossary.siblings:
        files |= dict.fromkeys((c.id for c in file.reading.concepts), file.path)
    for entry in glossary.entries:
        concept, path = entry.concept, entry.file.path
        other = files.setdefault(concept.id, path)
        if other != path:
            yield entry.fault(term=concept.term, id=concept.id, other=other)


def shared_form(glossary: GlossaryFiles) -> Iterator[Fault]:
    """Yield terms that also lead to another concept, without conditions to decide.

    Among the concepts of a form one may be free of conditions: it is the default. An
    entry of one's own list belongs to the concepts of ours that have its terms.
    """
    reached: dict[str, dict[str, Concept]] = {}
    ours = frozenset(glossary.base)
    for concept in filter(_is_free, (c for c in glossary.concepts if c not in ours)):
        for term in concept.terms:
            for form in _forms(concept, term):
                reached.setdefault(form, {})[concept.id] = concept
    for entry in glossary.entries:
        if _is_free(entry.concept):
            yield from _shared(entry, reached)


def unknown_source(glossary: GlossaryFiles) -> Iterator[Fault]:
    """Yield sources whose key the list of sources does not explain."""
    for entry in glossary.entries:
        for source in entry.concept.sources:
            key = source.split(":", 1)[0]
            if key not in glossary.sources:
                meant = closest(key, sorted(glossary.sources))
                suggestion = f", or did you mean “{meant}”?" if meant else ""
                yield entry.fault(key=key, suggestion=suggestion)


def unknown_region(glossary: GlossaryFiles) -> Iterator[Fault]:
    """Yield equivalents for a country whose code does not exist (ISO 3166-1)."""
    for entry in glossary.entries:
        for term in (*entry.concept.equivalents, *entry.concept.modifiers):
            if term.region is not None and term.region not in region_codes():
                yield entry.fault(term.text, region=term.region)


def bad_condition(glossary: GlossaryFiles) -> Iterator[Fault]:
    """Yield conditions that are not understood or name what there is not."""
    ids = frozenset(concept.id for concept in glossary.concepts)
    domains = frozenset(concept.domain for concept in glossary.concepts) | set(DOMAINS)
    names = Names(domains, ids)
    for entry in glossary.entries:
        for text in conditions(entry.concept):
            for problem in _condition_problems(text, names):
                yield entry.fault(text, problem=problem)


def needless_condition(glossary: GlossaryFiles) -> Iterator[Fault]:
    """Yield conditions that hold only where another one of the same field does.

    Of ``when`` and of ``unless``, one that holds is enough. Of the conditions under
    which the same English comes first, an earlier one decides its rank.
    """
    for entry in glossary.entries:
        for fields in _alternatives(entry):
            conditions = [condition for _, condition in fields]
            for number, because in needless(conditions):
                field, other = fields[number][0], fields[because][0]
                if field.condition and number < because:
                    continue
                fault = entry.file.fault(
                    field.line,
                    condition=conditions[number].text,
                    other=shorten(conditions[because].text, _SHORT, placeholder=" …"),
                    at=str(other.line),
                )
                yield fault._replace(concept=entry.concept.id)


def _alternatives(entry: FileEntry) -> Iterator[list[tuple[Field, Condition]]]:
    """Yield the fields of an entry of which one that holds is enough."""
    alike: dict[tuple[str | None, ...], list[Field]] = {}
    for field in entry.entry.fields:
        if field.key in {"when", "unless"}:
            alike.setdefault((field.key,), []).append(field)
        elif field.condition:
            alike.setdefault((field.key, field.value, field.region), []).append(field)
    for fields in alike.values():
        if len(fields) > 1:
            read = ((field, _read(field.condition or field.value)) for field in fields)
            yield [(field, condition) for field, condition in read if condition]


def unknown_modifier(glossary: GlossaryFiles) -> Iterator[Fault]:
    """Yield ``heads`` that name a term or a domain that there is not."""
    if not any(entry.concept.heads for entry in glossary.entries):
        return
    texts = {term.text.lower() for c in glossary.concepts for term in c.terms}
    domains = frozenset(concept.domain for concept in glossary.concepts) | set(DOMAINS)
    for entry in glossary.entries:
        for each in entry.concept.heads:
            named = [*sorted(named_terms(each.text) - texts)]
            named += sorted(named_domains(each.text) - domains)
            for name in named:
                yield entry.fault(each.text, name=name)


def taken_after_all(glossary: GlossaryFiles) -> Iterator[Fault]:
    """Yield ``heads`` that take what another of the same order refuses."""
    for entry in glossary.entries:
        for one, other in permutations(entry.concept.heads, 2):
            for name in sorted(_taken(parse_heads(one.text), parse_heads(other.text))):
                yield entry.fault(other.text, name=name)


def usual_anyway(glossary: GlossaryFiles) -> Iterator[Fault]:
    """Yield ``heads`` that give a country the order that it has without them.

    The last ones are meant: before another one, such a line is an exception to that.
    A list of one's own may have to say it against the glossary that it is laid over.
    """
    for entry in glossary.entries:
        if entry.file.path in glossary.house:
            continue
        for text in _usual(entry.concept):
            yield entry.fault(text, text=text)


def _usual(concept: Concept) -> Iterator[str]:
    """Yield the last rules of a concept that only say the usual order of countries."""
    usual = usual_order(concept.pos)
    for each in reversed(concept.heads):
        rule = parse_heads(each.text)
        if COUNTRIES in rule.wanted.kinds and rule.order != usual:
            return
        if rule.only_countries:
            yield each.text


def _taken(one: Rule, other: Rule) -> frozenset[str]:
    """Return the terms that a rule refuses and another one of its order takes."""
    alike = one.order == other.order and one.wanted.kinds & other.wanted.kinds
    return one.refused.terms - other.refused.terms if alike else frozenset()


def avoided_equivalent(glossary: GlossaryFiles) -> Iterator[Fault]:
    """Yield equivalents that the same concept says must not be written."""
    for entry in glossary.entries:
        terms = entry.concept.equivalents
        offered = {term.text for term in terms if term.status is not Status.DEPRECATED}
        for term in terms:
            if term.status is Status.DEPRECATED and term.text in offered:
                reason = REASON if term.reason else ""
                yield entry.fault(f"{term.text}{reason}", term=term.text)


def repeated_term(glossary: GlossaryFiles) -> Iterator[Fault]:
    """Yield terms that a concept has twice in one language."""
    for entry in glossary.entries:
        for terms in (entry.concept.terms, entry.concept.equivalents):
            for text in _repeated(terms):
                yield entry.fault(text, term=text)


def conditions(concept: Concept) -> tuple[str, ...]:
    """Return every condition of a concept, in the order of its entry."""
    terms = (*concept.equivalents, *concept.modifiers)
    own = [term.condition for term in terms]
    own += (each.condition for each in concept.heads)
    return (*filter(None, own), *concept.when, *concept.unless)


def _repeated(terms: Iterable[Term]) -> Iterator[str]:
    seen = set()
    for term in terms:
        # An equivalent may hold for several countries, or in several surroundings,
        # and a term may be avoided that another check finds among the equivalents.
        offered = term.status is not Status.DEPRECATED
        identity = (term.text, term.region, term.condition, offered)
        if identity in seen:
            yield term.text
        seen.add(identity)


def _is_free(concept: Concept) -> bool:
    """Whether a concept is meant wherever its terms stand."""
    return not (concept.when or concept.unless or concept.match is Match.OFF)


def _forms(concept: Concept, term: Term) -> frozenset[str]:
    if term.text.isupper():  # an abbreviation: only in capitals, in one spelling
        return frozenset({term.text})
    found = forms(term.text, concept.pos, term.type)
    return frozenset(form.text for form in found if form.kind in _SPELLINGS)


def _shared(
    entry: FileEntry, reached: dict[str, dict[str, Concept]]
) -> Iterator[Fault]:
    concept = entry.concept
    for term in concept.terms:
        others = {
            other.id: other.term
            for form in _forms(concept, term)
            for other in reached.get(form, {}).values()
            if other.id != concept.id
        }
        for other_id, other_term in sorted(others.items()):
            yield entry.fault(
                term.text, term=term.text, other=other_term, other_id=other_id
            )


def _read(text: str) -> Condition | None:
    """Return what a text states, ``None`` where another check reports it."""
    try:
        return parse(text)
    except GlossaryError:
        return None


def _condition_problems(text: str, names: Names) -> Iterator[str]:
    try:
        condition = parse(text)
    except GlossaryError as error:
        yield error.problem
    else:
        yield from condition.problems(names)
