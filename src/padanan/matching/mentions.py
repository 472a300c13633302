"""The countries that a text names."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from padanan.language.countries import Place


class Mention(NamedTuple):
    """A country named in the text."""

    start: int
    end: int
    place: Place
