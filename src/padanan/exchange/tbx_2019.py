"""TBX-Basic of ISO 30042:2019, in either style.

DCA writes data categories as attributes, DCT as elements in the namespaces of the
modules *min* and *basic*.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from padanan.exchange.formats import Dump, ordered
from padanan.exchange.tbx import TITLE, Dialect, entry
from padanan.files.xml import Element, serialise
from padanan.model import PartOfSpeech

if TYPE_CHECKING:
    from padanan.model import Glossary

LOSES = (
    "recognition: match, when and unless",
    "the sense, except for what the id says of it",
    "that a noun is a proper noun",
    "comments and the mark of what is not yet reviewed",
)

CORE = "urn:iso:std:iso:30042:ed-2"

_MIN = "http://www.tbxinfo.net/ns/min"
_BASIC = "http://www.tbxinfo.net/ns/basic"

_PARTS = {
    PartOfSpeech.NOUN: "noun",
    PartOfSpeech.PROPER_NOUN: "noun",
    PartOfSpeech.VERB: "verb",
    PartOfSpeech.ADJECTIVE: "adjective",
    PartOfSpeech.ADVERB: "adverb",
}
_MODULES = {
    "administrativeStatus": "min",
    "partOfSpeech": "min",
    "subjectField": "min",
    "context": "basic",
    "definition": "basic",
    "geographicalUsage": "basic",
    "source": "basic",
    "termType": "basic",
}

DCA = Dialect("conceptEntry", "langSec", "termSec", modules={}, parts=_PARTS)
DCT = DCA._replace(modules=_MODULES)


def dump(glossary: Glossary, dialect: Dialect) -> Dump:
    """Return the glossary in one of the two styles, ``DCA`` or ``DCT``.

    >>> from padanan.model import Glossary
    >>> b'style="dct"' in dump(Glossary(), DCT).files[0][1]
    True
    """
    entries = (entry(concept, dialect) for concept in ordered(glossary))
    # A body must have an entry; a text need not have a body.
    body = (Element("body", (), entries),) if glossary.concepts else ()
    root = Element("tbx", _attributes(dialect), (_header(), Element("text", (), body)))
    document = serialise(root)
    return Dump((("", document.data),), document.dropped)


def _attributes(dialect: Dialect) -> tuple[tuple[str, str], ...]:
    modules = (("xmlns:min", _MIN), ("xmlns:basic", _BASIC))
    return (
        ("xmlns", CORE),
        *(modules if dialect.modules else ()),
        ("style", "dct" if dialect.modules else "dca"),
        ("type", "TBX-Basic"),
        ("xml:lang", "en"),
    )


def _header() -> Element:
    title = Element("titleStmt", (), (Element("title", (), TITLE),))
    source = Element("sourceDesc", (), (Element("p", (), "Padanan"),))
    return Element("tbxHeader", (), (Element("fileDesc", (), (title, source)),))
