"""The seven classes into which domains fold where a display needs few groups."""

from __future__ import annotations

CLASSES: dict[str, tuple[str, ...]] = {
    "offices": ("missions", "government"),
    "institutions": ("united-nations", "asean", "organisations", "indonesia"),
    "instruments": ("treaties", "drafting", "statements"),
    "acts": ("negotiation", "conferences", "sanctions", "trade", "development"),
    "conflict": ("conflict", "disarmament", "crime"),
    "relations": ("relations", "protocol"),
    "law": ("consular", "law", "human-rights", "migration", "sea-and-borders"),
}
"""Class → domains, in the order in which a legend names them."""

_CLASS_OF = {domain: name for name, domains in CLASSES.items() for domain in domains}


def class_of(domain: str) -> str:
    """Return the class of a domain; the user's own domains count as relations.

    >>> class_of("disarmament"), class_of("my-list")
    ('conflict', 'relations')
    """
    return _CLASS_OF.get(domain, "relations")
