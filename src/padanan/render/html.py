"""As HTML: one self-contained page that needs no network and no script to be read."""

from __future__ import annotations

import re
from functools import partial
from pathlib import PurePath
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from padanan.render.cards import cards, key
from padanan.render.classes import CLASSES, class_of
from padanan.render.layout import passages
from padanan.render.words import LANGUAGES, count, domain_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from jinja2 import Environment

    from padanan.articles.annotated import AnnotatedArticle
    from padanan.matching.annotation import Annotation
    from padanan.render.cards import Card

_WORD = re.compile(r"\w+(?:[-’']\w+)*")

# HTML has no way to write these, not even as character references (HTML, 13.5 and
# 3.2.5.2.3 "noncharacters and controls"); pictures of the same length stand for them.
_CONTROLS = {code: 0x2400 + code for code in range(0x20) if chr(code) not in "\t\n\f\r"}
_UNWRITABLE = {
    **_CONTROLS,
    0x7F: 0x2421,
    **dict.fromkeys(range(0x80, 0xA0), 0xFFFD),
    **dict.fromkeys(range(0xD800, 0xE000), 0xFFFD),
    **dict.fromkeys(range(0xFDD0, 0xFDF0), 0xFFFD),
    **dict.fromkeys(
        (plane << 16 | last for plane in range(17) for last in (0xFFFE, 0xFFFF)),
        0xFFFD,
    ),
}


class PageOptions(NamedTuple):
    """How pages are shown.

    Attributes:
        ui: language of the interface, ``en`` or ``id``.
        titles: of the sources, by the keys that the glossary has for them.
    """

    ui: str = "en"
    titles: Mapping[str, str] = MappingProxyType({})


DEFAULT = PageOptions()


class Piece(NamedTuple):
    """A stretch of a passage: plain text, or a term with what it links to."""

    text: str
    number: int | None = None
    annotation: Annotation | None = None
    card: Card | None = None


class Shown(NamedTuple):
    """A passage ready for the template; list items that follow each other in one."""

    role: str
    runs: tuple[tuple[Piece, ...], ...]


class Listed(NamedTuple):
    """An article as the index page lists it.

    Attributes:
        file: name of its page, in the folder of the index.
        title: its title.
        words: how many it has.
        terms: how many occurrences of terms.
        kinds: class → its occurrences, those that there are.
        cards: the terms.
    """

    file: str
    title: str
    words: int
    terms: int
    kinds: Mapping[str, int]
    cards: tuple[Card, ...]


class Entry(NamedTuple):
    """A term in the list of all articles, with where it stands."""

    term: str
    english: str
    kind: str
    times: int
    places: tuple[tuple[Listed, Card], ...]


def render(page: AnnotatedArticle, options: PageOptions = DEFAULT) -> str:
    """Return an annotated article as one HTML page.

    Raises:
        KeyError: there is no interface in that language.
    """
    listed = cards(page.annotations, options.titles)
    shown = tuple(_shown(page, listed))
    return _environment(options).get_template("page.html").render(
        name=_name(page),
        title=title_of(page),
        titled=next((n for n, each in enumerate(shown) if each.role == "title"), None),
        passages=shown,
        cards=tuple(listed.values()),
        words=len(_WORD.findall(page.article.text)),
        total=len(page.annotations),
        kinds=_kinds(page.annotations),
        domains=tuple(dict.fromkeys(card.concept.domain for card in listed.values())),
    )  # fmt: skip


def render_index(
    pages: Iterable[tuple[str, AnnotatedArticle]], options: PageOptions = DEFAULT
) -> str:
    """Return the page that leads to those of several articles.

    Args:
        pages: each with the name of its file in the same folder.
        options: how it is shown.

    Raises:
        KeyError: there is no interface in that language.
    """
    articles = tuple(_listed(file, page, options) for file, page in pages)
    return _environment(options).get_template("index.html").render(
        articles=articles,
        entries=_entries(articles),
        words=sum(article.words for article in articles),
        total=sum(article.terms for article in articles),
    )  # fmt: skip


def title_of(page: AnnotatedArticle) -> str:
    """Return the title of an article, or the name of its file without one."""
    titles = (each for each in passages(page) if each.role == "title")
    first = next(titles, None)
    text = "".join(text for text, _ in first.pieces) if first else ""
    return " ".join(text.split()) or _name(page)


def writable(text: str) -> str:
    r"""Return a text with pictures for the characters that HTML cannot have.

    >>> writable("a\x00b\ufffe")
    'a␀b\ufffd'
    """
    return text.translate(_UNWRITABLE)


def _name(page: AnnotatedArticle) -> str:
    path = page.article.path
    return PurePath(path).stem or path


def _shown(
    page: AnnotatedArticle, listed: Mapping[tuple[str, str], Card]
) -> Iterator[Shown]:
    current: list[tuple[Piece, ...]] = []
    for role, pieces in passages(page):
        made = tuple(_piece(page, listed, *piece) for piece in pieces)
        if role == "item":
            current.append(made)
            continue
        if current:
            yield Shown("item", tuple(current))
            current = []
        yield Shown(role, (made,))
    if current:
        yield Shown("item", tuple(current))


def _piece(
    page: AnnotatedArticle,
    listed: Mapping[tuple[str, str], Card],
    text: str,
    number: int | None,
) -> Piece:
    if number is None:
        return Piece(text)
    annotation = page.annotations[number]
    return Piece(text, number, annotation, listed[key(annotation)])


def _kinds(annotations: Iterable[Annotation]) -> dict[str, int]:
    """Count annotations by class, in the order of the legend."""
    found = dict.fromkeys(CLASSES, 0)
    for annotation in annotations:
        found[class_of(annotation.concept.domain)] += 1
    return {kind: times for kind, times in found.items() if times}


def _listed(file: str, page: AnnotatedArticle, options: PageOptions) -> Listed:
    return Listed(
        file,
        title_of(page),
        len(_WORD.findall(page.article.text)),
        len(page.annotations),
        _kinds(page.annotations),
        tuple(cards(page.annotations, options.titles).values()),
    )


def _entries(articles: Iterable[Listed]) -> tuple[Entry, ...]:
    """Return the terms of all articles in the order of the alphabet."""
    places: dict[tuple[str, str], list[tuple[Listed, Card]]] = {}
    for article in articles:
        for card in article.cards:
            places.setdefault(key(card.annotation), []).append((article, card))
    entries = (
        Entry(
            found[0][1].concept.term,
            found[0][1].english,
            found[0][1].kind,
            sum(card.times for _, card in found),
            tuple(found),
        )
        for found in places.values()
    )
    return tuple(sorted(entries, key=lambda e: (e.term.casefold(), e.english)))


def _environment(options: PageOptions) -> Environment:
    """Return the templates with what all of them need."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("padanan.render"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_finalize,
    )
    environment.globals.update(
        ui=options.ui,
        words_of=LANGUAGES[options.ui],
        classes=tuple(CLASSES),
        count=partial(count, language=options.ui),
        domain_name=partial(domain_name, language=options.ui),
        class_of=class_of,
        asset=_asset,
        hash=_hash,
    )
    return environment


def _finalize(value: Any) -> Any:
    from markupsafe import Markup

    if isinstance(value, str) and not isinstance(value, Markup):
        return writable(value)
    return value


def _asset(*names: str) -> str:
    """Return style sheets or scripts of ours, which stand in the page as they are."""
    from importlib.resources import files

    from markupsafe import Markup

    folder = files("padanan.render") / "templates"
    # Read from the package, never from an article: nothing in it is to be escaped.
    text = "".join((folder / name).read_text(encoding="utf-8") for name in names)
    return Markup(text)  # noqa: S704 -- see above


def _hash(text: str) -> str:
    """Return the source expression that allows exactly this script or style.

    Source: Content Security Policy Level 3, 6.7.3.
    """
    from base64 import b64encode
    from hashlib import sha256

    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
