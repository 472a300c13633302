"""TBX-Basic in its three dialects: a concept as an entry.

Data categories, their picklists and the levels at which they may be are those of
TBX-Basic in ISO 30042:2008 and ISO 30042:2019. The dialects differ in the names of
elements and in how a data category is written; each is a value of ``Dialect``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from padanan.exchange.formats import TITLE, Dump, ordered
from padanan.exchange.pairs import offered
from padanan.files.xml import Element, serialise
from padanan.model import (
    Concept,
    PartOfSpeech,
    Status,
    Term,
    TermType,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from padanan.exchange.formats import FormatOptions
    from padanan.files.xml import Attributes
    from padanan.model import Glossary

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

# These begin notes to a term, so that they are read back as condition and reason.
ONLY_IF = "Only if: "
AVOID = "Not to be used: "


class Dialect(NamedTuple):
    """How a dialect names things.

    Attributes:
        root: the document element.
        attributes: of the document element.
        header: the element with the title.
        entry: the element of a concept.
        language: the element of its terms in one language.
        term: the element of one term.
        parts: parts of speech as this dialect's picklist has them.
        modules: data category → the prefix of the namespace in which it is an element
            of its own (DCT); empty if it is the ``type`` of a general element (DCA).
        constraints: the file of constraints that the header names; empty for none.
        for_suggestions: programs offer every term and show everything that is said of
            it: leave out what must not be offered, and what is the rule.
    """

    root: str
    attributes: Attributes
    header: str
    entry: str
    language: str
    term: str
    parts: Mapping[PartOfSpeech, str]
    modules: Mapping[str, str] = {}
    constraints: str = ""
    for_suggestions: bool = False

    def dumps(self, glossary: Glossary, _options: FormatOptions) -> Dump:
        """Return the glossary in the dialect.

        >>> from padanan.exchange.formats import FormatOptions
        >>> from padanan.model import Glossary
        >>> dump = TBX_2019_DCT.dumps(Glossary(), FormatOptions())
        >>> b'style="dct"' in dump.files[0][1]
        True
        """
        languages = (glossary.source_language, glossary.target_language)
        entries = (entry(concept, self, languages) for concept in ordered(glossary))
        # A body must have an entry; a text need not have a body.
        body = (Element("body", (), entries),) if glossary.concepts else ()
        content = (_header(self), Element("text", (), body))
        document = serialise(Element(self.root, self.attributes, content))
        return Dump((("", document.data),), document.dropped)


_PARTS = {
    PartOfSpeech.NOUN: "noun",
    PartOfSpeech.VERB: "verb",
    PartOfSpeech.ADJECTIVE: "adjective",
    PartOfSpeech.ADVERB: "adverb",
}
_NAMESPACE = ("xmlns", "urn:iso:std:iso:30042:ed-2")
_LANGUAGE = ("xml:lang", "en")

TBX_2008 = Dialect(
    root="martif",
    attributes=(("type", "TBX"), _LANGUAGE),
    header="martifHeader",
    entry="termEntry",
    language="langSet",
    term="tig",
    parts={**_PARTS, PartOfSpeech.PROPER_NOUN: "properNoun"},
    # The constraints on TBX-Basic, named as in its sample files.
    constraints="TBXBasicXCSV02.xcs",
    for_suggestions=True,
)
"""TBX-Basic of ISO 30042:2008 (``martif``), which most programs still read.

OmegaT, Weblate, Okapi and the Translate Toolkit read no other. OmegaT and Weblate
offer every term in it, whatever its status says: what must not be offered is left
out.
"""

TBX_2019_DCA = Dialect(
    root="tbx",
    attributes=(_NAMESPACE, ("style", "dca"), ("type", "TBX-Basic"), _LANGUAGE),
    header="tbxHeader",
    entry="conceptEntry",
    language="langSec",
    term="termSec",
    parts={**_PARTS, PartOfSpeech.PROPER_NOUN: "noun"},
)
"""TBX-Basic of ISO 30042:2019, style DCA: data categories as attributes."""

TBX_2019_DCT = TBX_2019_DCA._replace(
    attributes=(
        _NAMESPACE,
        ("xmlns:min", "http://www.tbxinfo.net/ns/min"),
        ("xmlns:basic", "http://www.tbxinfo.net/ns/basic"),
        ("style", "dct"),
        ("type", "TBX-Basic"),
        _LANGUAGE,
    ),
    modules={
        "administrativeStatus": "min",
        "partOfSpeech": "min",
        "subjectField": "min",
        "context": "basic",
        "definition": "basic",
        "geographicalUsage": "basic",
        "source": "basic",
        "termType": "basic",
    },
)
"""TBX-Basic of ISO 30042:2019, style DCT: data categories as elements.

They are elements in the namespaces of the modules *min* and *basic*.
"""


def entry(concept: Concept, dialect: Dialect, languages: tuple[str, str]) -> Element:
    """Return the entry of a concept.

    Args:
        concept: what is written.
        dialect: how it is written.
        languages: codes of the languages of its terms and of its equivalents.

    >>> visa = Concept("visa", "consular", (Term("visa"),), (Term("visa"),))
    >>> entry(visa, TBX_2008, ("id", "en")).attributes
    (('id', 'visa'),)
    """
    source, target = languages
    content = (
        *_about_concept(concept, dialect),
        _language(dialect, source, _source_terms(concept, dialect)),
        _language(dialect, target, _target_terms(concept, dialect)),
    )
    return Element(dialect.entry, (("id", concept.id),), content)


def _header(dialect: Dialect) -> Element:
    title = Element("titleStmt", (), (Element("title", (), TITLE),))
    source = Element("sourceDesc", (), (Element("p", (), "Padanan"),))
    content = [Element("fileDesc", (), (title, source))]
    if dialect.constraints:
        constraints = Element("p", (("type", "XCSURI"),), dialect.constraints)
        content.append(Element("encodingDesc", (), (constraints,)))
    return Element(dialect.header, (), content)


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


def _language(dialect: Dialect, language: str, terms: Iterable[Element]) -> Element:
    return Element(dialect.language, (("xml:lang", language),), tuple(terms))


def _source_terms(concept: Concept, dialect: Dialect) -> Iterator[Element]:
    sentences = tuple(example.source for example in concept.examples)
    for number, term in enumerate(_kept(concept.terms, dialect)):
        first = number == 0
        pos = concept.pos if first else None
        yield _term(term, dialect, sentences if first else (), pos)


def _target_terms(concept: Concept, dialect: Dialect) -> Iterator[Element]:
    sentences = tuple(example.target for example in concept.examples)
    for number, term in enumerate(_kept(concept.equivalents, dialect)):
        yield _term(term, dialect, () if number else sentences)


def _kept(terms: tuple[Term, ...], dialect: Dialect) -> tuple[Term, ...]:
    return offered(terms) if dialect.for_suggestions else terms


def _term(
    term: Term,
    dialect: Dialect,
    sentences: tuple[str, ...],
    pos: PartOfSpeech | None = None,
) -> Element:
    content = [Element("term", (), term.text)]
    for kind, value in _term_notes(term, pos, dialect):
        content.append(_category(dialect, "termNote", kind, value))
    content += (_category(dialect, "descrip", "context", each) for each in sentences)
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
