"""Concepts to a PO file in its canonical form: same concepts, same bytes."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from padanan.errors import GlossaryError
from padanan.files.po_problems import refused_character
from padanan.glossary.concepts import canonical, concept, fields_of
from padanan.glossary.fields import PREFIX, Field, format_field, parse_field
from padanan.model import SOURCE_LANGUAGE, TARGET_LANGUAGE, Concept

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# gettext warns where the date or the names are missing. The date is that of the
# edition, changed by hand: a clock would give the same glossary other bytes.
HEADER = rf"""msgid ""
msgstr ""
"Project-Id-Version: padanan\n"
"PO-Revision-Date: 2026-11-21 00:00+0000\n"
"Last-Translator: Padanan contributors\n"
"Language-Team: English\n"
"Language: {TARGET_LANGUAGE}\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"X-Source-Language: {SOURCE_LANGUAGE}\n"
"""

_TEXTS = ("msgctxt", "msgid", "msgstr")


def dumps(concepts: Iterable[Concept], *, domain: str | None = None) -> str:
    """Return concepts as a PO file, sorted by term and sense.

    Args:
        concepts: in any order, each id once.
        domain: of the file; a concept of another domain has it in a field. By default
            it is the domain of all concepts, if they have the same one.

    Raises:
        GlossaryError: a concept cannot be written so that it is read back the same.

    >>> from padanan.model import Term
    >>> komunike = Concept("komunike", "statements", (Term("komunike"),),
    ...                    (Term("communiqué"),))
    >>> print(dumps([komunike])[len(HEADER) + 1:], end="")
    msgid "komunike"
    msgstr "communiqué"
    """
    ordered = sorted(concepts, key=_order)
    if domain is None:
        domains = {item.domain for item in ordered}
        domain = domains.pop() if len(domains) == 1 else ""
    for concept_id, count in Counter(item.id for item in ordered).items():
        if count > 1:
            raise GlossaryError(f"“{concept_id}” occurs twice — keep one of them")
    return "\n".join([HEADER, *(_entry(item, domain) for item in ordered)])


def _order(item: Concept) -> tuple[str, str, str]:
    return item.term.casefold(), item.sense or "", item.term


def _entry(item: Concept, domain: str) -> str:
    try:
        fields = tuple(_checked(field) for field in _fields(item, domain))
        _check(item, fields, domain)
        lines = tuple(_lines(item, fields))
        _check_ends(lines)
    except ValueError as error:
        message = f"“{item.id}” cannot be written — {error}"
        raise GlossaryError(message) from None
    return "".join(f"{line}\n" for line in lines)


def _fields(item: Concept, domain: str) -> Iterator[Field]:
    """Yield the fields of an entry in their canonical order."""
    for field in fields_of(item):
        if (field.key, field.value) != ("domain", domain):
            yield field
    if item.sense is not None:
        yield Field(0, "msgctxt", item.sense)
    yield Field(0, "msgid", item.term)
    yield Field(0, "msgstr", item.equivalent)


def _checked(field: Field) -> Field:
    parts = (field.value, field.region or "", field.condition or "")
    for part in parts:
        character = refused_character(part)
        if character:
            raise ValueError(f"{field.key} contains control character {character}")
    if field.key not in _TEXTS and parse_field(0, format_field(field)) != field:
        raise ValueError(f"{field.key} “{field.value}” would be read differently")
    if not field.value:
        raise ValueError(f"{field.key} is empty")
    return field


def _check(item: Concept, fields: tuple[Field, ...], domain: str) -> None:
    """Raise ``ValueError`` where the entry would not be read as the same concept."""
    for source in item.sources:
        if source.split() != [source] or refused_character(source):
            raise ValueError(f"source “{source}” is empty or has a space")
    for line in item.comment.split("\n"):
        if refused_character(line) or line != line.rstrip(" "):
            raise ValueError("the comment has a control character or stray spaces")
    expected = canonical(item)
    made = concept(
        fields,
        domain=domain,
        sources=item.sources,
        comment=item.comment,
        fuzzy=item.fuzzy,
    )
    for name in Concept._fields:
        if getattr(made, name, None) != getattr(expected, name):
            raise ValueError(f"{name} would be read differently")


def _check_ends(lines: tuple[str, ...]) -> None:
    for line in lines:
        if line.startswith("#") and line.endswith("\\"):
            raise ValueError("a backslash at the end of a comment joins the next line")


def _lines(item: Concept, fields: tuple[Field, ...]) -> Iterator[str]:
    if item.comment:
        yield from (f"# {line}" if line else "#" for line in item.comment.split("\n"))
    for field in fields:
        if field.key not in _TEXTS:
            yield f"{PREFIX}{format_field(field)}"
    if item.sources:
        yield f"#: {' '.join(item.sources)}"
    if item.fuzzy:
        yield "#, fuzzy"
    for field in fields:
        if field.key in _TEXTS:
            yield f'{field.key} "{_escaped(field.value)}"'


def _escaped(text: str) -> str:
    # Other characters need no escape: control characters are refused.
    return text.replace("\\", r"\\").replace('"', r"\"")
