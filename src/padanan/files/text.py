"""Bytes to text and back, and text that a terminal can be given."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

from padanan import lazy_re
from padanan.errors import ExchangeError, PadananError

if TYPE_CHECKING:
    import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),  # what Excel calls “Unicode text”
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MARK = "\ufeff"
_BEGINNING = 4096
_UTF_16 = frozenset({"utf-16", "utf16", "u16"})
_UTF_32 = frozenset({"utf-32", "utf32", "u32"})
_LINE_ENDS = lazy_re.compile(r"\r\n?")

# Control characters of ASCII (but tab and line feed) and of Latin 1, the separators of
# lines and paragraphs, characters that turn the direction of what follows (UAX #9:
# marks, embeddings, overrides and isolates), the byte order mark, halves of
# characters, noncharacters.
_UNPRINTABLE = lazy_re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e"
    "\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)


def marked_encoding(data: bytes) -> str | None:
    r"""Return the encoding that a byte order mark names, ``None`` without a mark.

    >>> marked_encoding(b"\xff\xfeP\x00"), marked_encoding(b"PBB")
    ('utf-16-le', None)
    """
    return next((name for mark, name in _MARKS if data.startswith(mark)), None)


def codec_of(data: bytes, encoding: str | None = None) -> str:
    r"""Return the codec that turns bytes into text and the text into the same bytes.

    Codecs such as ``utf-16`` and ``utf-8-sig`` take a byte order mark away, and put
    one before each piece that they encode. The codec returned does neither: the mark
    is a character of the text.

    Args:
        data: the content of a file.
        encoding: of the file; ``None`` for what its byte order mark says, or its first
            letters in UTF-16, or UTF-8.

    >>> codec_of(b"\xfe\xff\0P", "utf-16"), codec_of(b"P\0B\0B\0"), codec_of(b"PBB")
    ('utf-16-be', 'utf-16-le', 'utf-8')
    """
    if encoding is None:
        return seen_encoding(data) or "utf-8"
    name = encoding.strip().lower().replace("_", "-")
    if name in _UTF_16:
        found = seen_encoding(data)
        return found if found in {"utf-16-le", "utf-16-be"} else "utf-16-le"
    if name in _UTF_32:
        return "utf-32-be" if data.startswith(codecs.BOM_UTF32_BE) else "utf-32-le"
    return "utf-8" if name == "utf-8-sig" else encoding


def seen_encoding(data: bytes) -> str | None:
    r"""Return the encoding that a file shows: by its mark, or as UTF-16 without one.

    No text has the character zero, and one in UTF-16 mostly begins with two Latin
    letters or signs, of which every other byte is zero.

    >>> seen_encoding(b"<\0p\0"), seen_encoding(b"<p>")
    ('utf-16-le', None)
    """
    if found := marked_encoding(data):
        return found
    if 0 not in data[:4]:
        return None
    zeros = tuple(byte == 0 for byte in data[:4])
    if len(zeros) not in (2, 4) or zeros[:2] != zeros[-2:]:
        return None
    return {(False, True): "utf-16-le", (True, False): "utf-16-be"}.get(
        (zeros[0], zeros[1])
    )


def decode_exactly(
    data: bytes,
    path: str,
    encoding: str | None = None,
    *,
    error: type[PadananError] = ExchangeError,
) -> str:
    r"""Return the text of bytes; a byte order mark and line ends stay as they are.

    Args:
        data: the content of a file.
        path: its name, for messages.
        encoding: of the file; ``None`` for what ``codec_of`` finds.
        error: the class of what is raised.

    Raises:
        PadananError: the bytes are not in that encoding, with the line of the first
            that is not; or the encoding is unknown.

    >>> decode_exactly(b"\xff\xfeP\x00B\x00B\x00", "a.txt")
    '\ufeffPBB'
    >>> decode_exactly(b"communiqu\xe9", "a.txt", "cp1252")
    'communiqué'
    """
    name = codec_of(data, encoding)
    try:
        return data.decode(name)
    except UnicodeError as problem:
        start = getattr(problem, "start", 0)
        line = data.count(b"\n", 0, start) + 1
        message = f"not {name.upper()} — save the file in that encoding"
        raise error(message, path=path, line=line) from None
    except (LookupError, ValueError):  # the latter of a name with a NUL in it
        message = f"there is no encoding “{name}” — try utf-8, cp1252 or utf-16"
        raise error(message, path=path) from None


def decode(data: bytes, path: str, encoding: str | None = None) -> str:
    r"""Return the text of bytes without a byte order mark, its line ends ``\n``.

    Args:
        data: the content of a file.
        path: its name, for messages.
        encoding: of the file; ``None`` for what its byte order mark says, or UTF-8.

    Raises:
        ExchangeError: the bytes are not in that encoding, with the line of the first
            that is not; or the encoding is unknown.

    >>> decode(b"\xff\xfev\x00i\x00s\x00a\x00", "a.tsv")
    'visa'
    """
    return lines_of(decode_exactly(data, path, encoding).removeprefix(_MARK))


WINDOWS = "cp1252"
"""What spreadsheets on Windows write as plain CSV in Western Europe and Indonesia."""


def guessed_encoding(data: bytes) -> str:
    r"""Return the encoding of a table that does not name it.

    UTF-16 without a mark shows by its zeros. What is not UTF-8 anywhere is taken for
    Windows-1252, unless it has the five bytes that this leaves undefined; a file that
    is UTF-8 except for some damage stays UTF-8, so that the damage is told.

    >>> guessed_encoding(b"v\x00i\x00s\x00a\x00"), guessed_encoding(b"communiqu\xe9")
    ('utf-16-le', 'cp1252')
    """
    if marked := marked_encoding(data):
        return marked
    beginning = data[:_BEGINNING]
    if beginning.count(0) * 4 > len(beginning):
        return "utf-16-be" if beginning[:1] == b"\0" else "utf-16-le"
    if _is(data, "utf-8") or not data.decode("utf-8", "ignore").isascii():
        return "utf-8"
    return WINDOWS if _is(data, WINDOWS) else "utf-8"


def decode_table(data: bytes, path: str) -> str:
    r"""Return the text of a table whose encoding may have to be guessed.

    Raises:
        ExchangeError: the bytes are in no encoding that was tried, with the line.

    >>> decode_table(b"communiqu\xe9\r\n", "a.csv")
    'communiqué\n'
    """
    return decode(data, path, guessed_encoding(data))


def encoding_notice(data: bytes) -> tuple[str, ...]:
    """Return a sentence about an encoding that was guessed, none if nothing was.

    >>> encoding_notice(b"visa")
    ()
    """
    if marked_encoding(data) or guessed_encoding(data) != WINDOWS:
        return ()
    return ("not UTF-8, read as Windows-1252 — save it as “CSV UTF-8”",)


def _is(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def lines_of(text: str) -> str:
    r"""Return a text whose lines all end with ``\n``.

    >>> lines_of("a\r\nb\rc")
    'a\nb\nc'
    """
    return _LINE_ENDS.sub("\n", text)


def encode(text: str, *, bom: bool = False) -> bytes:
    r"""Return text as UTF-8.

    Raises:
        ExchangeError: it has half of a character, which no encoding can say.

    >>> encode("visa", bom=True)
    b'\xef\xbb\xbfvisa'
    """
    try:
        return text.encode("utf-8-sig" if bom else "utf-8")
    except UnicodeEncodeError as error:
        near = text[max(error.start - 20, 0) : error.start]
        message = f"half a character after “{near}” — remove it"
        raise ExchangeError(message) from None


def printable(text: str, *, escape: bool = False) -> str:
    r"""Return a text without the characters that would drive a terminal.

    Everything that comes from a file and is printed for people goes through this
    function: names of files, articles, terms, quotations in messages. Tabs and line
    feeds stay.

    Args:
        text: what is printed.
        escape: write such a character as an escape (``\x1b``) instead of leaving it
            out; for names and messages, where it matters that it is there.

    >>> printable("\x1b[2Jnota\r\n")
    '[2Jnota\n'
    >>> print(printable("nota\u202e.txt", escape=True))
    nota\u202e.txt
    """
    text = text.replace("\r\n", "\n")
    # Nearly every text ends here, and then the pattern is not even compiled.
    if text.replace("\n", "").isprintable():
        return text
    return _UNPRINTABLE.sub(_escaped if escape else "", text)


def _escaped(found: re.Match[str]) -> str:
    return repr(found[0])[1:-1]
