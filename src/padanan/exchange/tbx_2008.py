"""TBX-Basic of ISO 30042:2008 (``martif``), which most programs still read.

OmegaT, Weblate, Okapi and the Translate Toolkit read this form alone. OmegaT and
Weblate offer every term in it, whatever its status says: what is not to be offered
is left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from padanan.exchange import tbx_reading
from padanan.exchange.formats import Dump, ordered
from padanan.exchange.tbx import TITLE, Dialect, entry
from padanan.files.xml import Element, serialise
from padanan.model import PartOfSpeech

if TYPE_CHECKING:
    from padanan.exchange.formats import Options
    from padanan.model import Glossary

LOSES = (
    "deprecated terms and look-up forms: programs that read it would offer them",
    "recognition: match, when and unless",
    "the sense, except for what the id says of it",
    "comments and the mark of what is not yet reviewed",
)

# The constraints on TBX-Basic, named as in its sample files.
_CONSTRAINTS = "TBXBasicXCSV02.xcs"

DIALECT = Dialect(
    entry="termEntry",
    language="langSet",
    term="tig",
    modules={},
    parts={
        PartOfSpeech.NOUN: "noun",
        PartOfSpeech.VERB: "verb",
        PartOfSpeech.ADJECTIVE: "adjective",
        PartOfSpeech.ADVERB: "adverb",
        PartOfSpeech.PROPER_NOUN: "properNoun",
    },
    for_suggestions=True,
)

loads = tbx_reading.loads


def dumps(glossary: Glossary, options: Options) -> Dump:
    """Return the glossary as TBX of 2008.

    >>> from padanan.exchange.formats import Options
    >>> from padanan.model import Concept, Glossary, Term
    >>> visa = Concept("visa", "consular", (Term("visa"),), (Term("visa"),))
    >>> data = dumps(Glossary((visa,)), Options()).files[0][1]
    >>> loads(data, "a.tbx")["visa"].domain
    'consular'
    """
    entries = (entry(concept, DIALECT) for concept in ordered(glossary))
    text = Element("text", (), (Element("body", (), entries),))
    attributes = (("type", "TBX"), ("xml:lang", "en"))
    document = serialise(Element("martif", attributes, (_header(), text)))
    return Dump((("", document.data),), document.dropped)


def _header() -> Element:
    title = Element("titleStmt", (), (Element("title", (), TITLE),))
    source = Element("sourceDesc", (), (Element("p", (), "Padanan"),))
    constraints = Element("p", (("type", "XCSURI"),), _CONSTRAINTS)
    return Element(
        "martifHeader",
        (),
        (
            Element("fileDesc", (), (title, source)),
            Element("encodingDesc", (), (constraints,)),
        ),
    )
