"""Pages out of templates: what each needs, and the address of each style and script."""

from __future__ import annotations

from functools import lru_cache, partial
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING, Any, NamedTuple

from padanan.glossary import library
from padanan.language import INDONESIAN
from padanan.language.countries import indonesian_name, region_name
from padanan.render import sentences
from padanan.render.html import PageOptions, templates, writable
from padanan.serve.texts import LANGUAGES, TEXTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from jinja2 import Environment
    from markupsafe import Markup

STATIC: Mapping[str, tuple[str, str, str]] = {
    "base.css": ("padanan.render", "templates", "text/css"),
    "page.css": ("padanan.render", "templates", "text/css"),
    "page.js": ("padanan.render", "templates", "text/javascript"),
    "serve.css": ("padanan.serve", "static", "text/css"),
    "serve.js": ("padanan.serve", "static", "text/javascript"),
    "theme.js": ("padanan.serve", "static", "text/javascript"),
    "icon.svg": ("padanan.serve", "static", "image/svg+xml"),
}
"""THE table of what pages load: where it lies in the package, and what it is."""


FLUSH = "<!--flush-->"
"""Stands in a template where what is made so far is to be sent."""
PART = 16_384
"""Number of characters from which a part is sent."""


class Frame(NamedTuple):
    """What is the same for all parts of a page.

    Attributes:
        ui: language of the interface.
        switch: address of the page in a language, which is to be added.
        said: name of a text that tells what was done.
    """

    ui: str = "en"
    switch: str = "?ui="
    said: str = ""


def page(template: str, frame: Frame, **more: Any) -> bytes:
    """Return a page as UTF-8."""
    return _page(template, frame, more).encode("utf-8", "replace")


def _page(template: str, frame: Frame, more: Mapping[str, Any]) -> str:
    found = environment(frame.ui).get_template(template)
    return found.render(_frame(frame), **more)


def parts(template: str, frame: Frame, **more: Any) -> Iterator[bytes]:
    """Yield a page in parts, so that its beginning is seen before its end is made.

    A part ends where the template has ``FLUSH``, or where it is large enough.
    """
    found = environment(frame.ui).get_template(template)
    waiting: list[str] = []
    size = 0
    for piece in found.generate(_frame(frame), **more):
        waiting.append(piece)
        size += len(piece)
        if size > PART or piece.rstrip().endswith(FLUSH):
            yield "".join(waiting).encode("utf-8", "replace")
            waiting, size = [], 0
    yield "".join(waiting).encode("utf-8", "replace")


def _frame(frame: Frame) -> dict[str, Any]:
    other = next(each for each in LANGUAGES if each != frame.ui)
    return {
        "switch": frame.switch,
        "other": other,
        "said": frame.said if frame.said in TEXTS[frame.ui] else "",
    }


@lru_cache(maxsize=len(LANGUAGES))
def environment(ui: str) -> Environment:
    """Return the templates of the server, over those of the reading page."""
    from jinja2 import ChoiceLoader, PackageLoader

    made = templates(PageOptions(ui, titles()))
    ours = PackageLoader("padanan.serve")
    theirs = made.loader
    assert theirs is not None  # noqa: S101 - it was given one
    made.loader = ChoiceLoader([ours, theirs])
    made.globals.update(t=TEXTS[ui], static=address, titles=titles())
    made.filters["told"] = partial(told, language=ui)
    made.filters["place"] = partial(sentences.place, language=ui)
    made.filters["region"] = indonesian_name if ui == INDONESIAN else region_name
    return made


def told(sentence: str, language: str) -> Markup:
    """Return a sentence of a reader or of the server, and the language that it is in.

    >>> told("there is no text — paste one", "id")
    Markup('<span lang="id">Belum ada teks — tempelkan dahulu</span>')
    """
    from markupsafe import Markup

    text, found = sentences.told(sentence, language)
    begun = f"{text[:1].upper()}{text[1:]}" if _is_ours(sentence) else text
    return Markup('<span lang="{}">{}</span>').format(found, writable(begun))


def _is_ours(sentence: str) -> bool:
    """Whether a sentence begins with a word of ours, not with the name of a file.

    >>> _is_ours("not a PO file — name another"), _is_ours("own.po:1: not a PO file")
    (True, False)
    """
    first = sentence.partition(" ")[0]
    return first.isalpha() and first.islower()


@lru_cache(maxsize=1)
def titles() -> Mapping[str, str]:
    """Return the titles of the sources, by their keys."""
    path = library.shipped_path() / library.SOURCES
    return dict(library.source_titles(path))


@lru_cache(maxsize=len(STATIC))
def static(name: str) -> bytes:
    """Return a style sheet, a script or a picture.

    Raises:
        KeyError: there is none of that name.
    """
    package, folder, _ = STATIC[name]
    return (files(package) / folder / name).read_bytes()


def address(name: str) -> str:
    """Return the address of a style sheet, a script or a picture.

    It is another one once the file changes, so that browsers can keep it.

    >>> address("base.css").startswith("/static/base.css?v=")
    True
    """
    return f"/static/{name}?v={sha256(static(name)).hexdigest()[:8]}"
