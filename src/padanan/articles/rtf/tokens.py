r"""The groups, control words and characters of RTF, in linear time.

Source: Microsoft, Rich Text Format (RTF) Specification 1.9.1, "RTF Syntax".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOKEN = re.compile(
    rb"\\(?:(?P<word>[A-Za-z]{1,32})(?P<number>-?\d{1,10})?[ ]?"
    rb"|'(?P<hex>[\dA-Fa-f]{2})|(?P<sign>[^A-Za-z]))"
    rb"|(?P<brace>[{}])|[\r\n\0]+|(?P<text>[^\\{}\r\n\0]+)",
    re.DOTALL,
)


class Token(NamedTuple):
    r"""A token.

    Attributes:
        kind: ``open``, ``close``, ``word``, ``sign`` (a control symbol), ``byte`` (of
            ``\'``) or ``text``.
        data: its bytes; of a control word and symbol without the backslash.
        number: of a control word; ``None`` for none.
    """

    kind: str
    data: bytes
    number: int | None = None


def tokens(data: bytes) -> Iterator[Token]:
    r"""Yield the tokens; bytes that ``\bin`` announces are passed over.

    >>> [token[:2] for token in tokens(rb"{\b Menlu\'e9}")]  # doctest: +ELLIPSIS
    [('open', b'{'), ('word', b'b'), ('text', b'Menlu'), ('byte', b'\xe9'), ...]
    """
    position = 0
    while match := _TOKEN.search(data, position):
        position = match.end()
        kind = match.lastgroup
        if kind in ("word", "number"):
            number = int(match["number"]) if match["number"] else None
            if match["word"] == b"bin":
                position += max(number or 0, 0)
            yield Token("word", match["word"], number)
        elif kind == "hex":
            yield Token("byte", bytes.fromhex(match["hex"].decode()))
        elif kind == "brace":
            yield Token("open" if match["brace"] == b"{" else "close", match["brace"])
        elif kind:
            yield Token(kind, match[kind])
