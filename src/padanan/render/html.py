"""As HTML: one self-contained page that needs no network and no script to be read."""

from __future__ import annotations

import re
from functools import partial
from pathlib import PurePath
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from padanan.files.templates import environment
from padanan.render.cards import cards
from padanan.render.classes import CLASSES, class_of
from padanan.render.layout import cut_blocks
from padanan.render.sections import sections, titled
from padanan.render.words import LANGUAGES, count, domain_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from jinja2 import Environment

    from padanan.articles.annotated import AnnotatedArticle
    from padanan.matching.annotation import Annotation

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


def render(annotated: AnnotatedArticle, options: PageOptions = DEFAULT) -> str:
    """Return an annotated article as one HTML page.

    Raises:
        KeyError: there is no interface in that language.
    """
    listed = cards(annotated.annotations, options.titles)
    found = tuple(sections(annotated, listed))
    return templates(options).get_template("page.html").render(
        name=_name(annotated),
        title=title_of(annotated),
        titled=titled(found),
        sections=found,
        cards=tuple(listed.values()),
        words=word_count(annotated),
        total=len(annotated.annotations),
        kinds=kinds_of(annotated.annotations),
        domains=tuple(dict.fromkeys(card.concept.domain for card in listed.values())),
    )  # fmt: skip


def title_of(annotated: AnnotatedArticle) -> str:
    """Return the title of an article: else its first heading, else its file's name."""
    found = tuple(cut_blocks(annotated))
    number = titled(found)
    pieces = () if number is None else found[number].pieces
    text = "".join(piece.text for piece in pieces)
    return " ".join(text.split()) or _name(annotated)


def word_count(annotated: AnnotatedArticle) -> int:
    """Return how many words an article has."""
    return len(_WORD.findall(annotated.article.text))


def kinds_of(annotations: Iterable[Annotation]) -> dict[str, int]:
    """Count annotations by class, in the order of the legend."""
    found = dict.fromkeys(CLASSES, 0)
    for annotation in annotations:
        found[class_of(annotation.concept.domain)] += 1
    return {kind: times for kind, times in found.items() if times}


def writable(text: str) -> str:
    r"""Return a text with pictures for the characters that HTML cannot have.

    >>> writable("a\x00b\ufffe")
    'a␀b\ufffd'
    """
    return text.translate(_UNWRITABLE)


def _name(annotated: AnnotatedArticle) -> str:
    path = annotated.article.path
    return PurePath(path).stem or path


def templates(options: PageOptions) -> Environment:
    """Return the templates of pages with what all of them need.

    Raises:
        KeyError: there is no interface in that language.
    """
    found = environment("padanan.render", _finalize)
    found.globals.update(
        ui=options.ui,
        words_of=LANGUAGES[options.ui],
        classes=tuple(CLASSES),
        count=partial(count, language=options.ui),
        domain_name=partial(domain_name, language=options.ui),
        class_of=class_of,
        asset=_asset,
        hash=_hash,
    )
    return found


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
