r"""RTF: the paragraphs of a document, as a word processor shows them.

Source: Microsoft, Rich Text Format (RTF) Specification 1.9.1. A group whose
destination a reader does not know and that begins with ``\*`` is passed over.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from padanan.articles.article import Cell
from padanan.articles.paragraphs import SPACES, Origin, Paragraph, article_of
from padanan.articles.raised import as_signs, is_note
from padanan.articles.rtf.tokens import tokens
from padanan.errors import DocumentError

if TYPE_CHECKING:
    from padanan.articles.article import Article, Role
    from padanan.articles.rtf.tokens import Token

KIND = "rtf"

_BEGINNING = re.compile(rb"\s*\{\s*\\u?rtf(?![A-Za-z])")

_PASSED_OVER = frozenset(
    b"aftncn aftnsep aftnsepc annotation atnauthor atndate atnicn atnid atnparent "
    b"atnref atntime atrfend atrfstart author bkmkend bkmkstart category "
    b"colorschememapping colortbl comment company creatim datafield datastore "
    b"defchp defpap do doccomm docvar ffdeftext ffentrymcr ffexitmcr ffhelptext "
    b"ffl ffname ffstattext filetbl fldinst fldtype fname fontemb fontfile footer "
    b"footerf footerl footerr ftncn ftnsep ftnsepc generator header headerf "
    b"headerl headerr hlinkbase info keywords latentstyles levelnumbers leveltext "
    b"list listlevel listname listoverride listoverridetable listpicture "
    b"liststylename listtable listtext manager mmath nextfile nonesttables "
    b"nonshppict objalias objclass objdata objname objsect objtime oldcprops "
    b"oldpprops oldsprops oldtprops oleclsid operator panose password passwordhash "
    b"pgp pgptbl picprop pict pn pnseclvl pntext private propname protusertbl "
    b"revtbl revtim rsidtbl rxe shprslt sp staticval subject tc template themedata "
    b"title txe userprops wgrffmtfilter windowcaption xe xmlattrname xmlattrvalue "
    b"xmlnstbl".split()
)
"""Destinations with text that is not of the document."""

_READ = frozenset({
    b"fldrslt", b"footnote", b"fonttbl", b"result", b"shpinst", b"shppict", b"shptxt",
    b"stylesheet", b"ud", b"upr",
})  # fmt: skip
r"""Destinations that are known where a group begins with ``\*``."""

_AROUND = frozenset({b"shp", b"shpgrp", b"shpinst", b"upr"})
"""Destinations of which only what is in a destination of its own is read.

Those are the words of a box, and the Unicode variant of a text that comes twice.
"""

_HEADERS = frozenset({
    b"footer", b"footerf", b"footerl", b"footerr", b"header", b"headerf", b"headerl",
    b"headerr",
})  # fmt: skip

_CHARACTERS = {
    b"tab": "\t", b"line": "\n", b"emdash": "—", b"endash": "–", b"bullet": "•",
    b"lquote": "‘", b"rquote": "’", b"ldblquote": "“", b"rdblquote": "”",
    b"emspace": "\u2003", b"enspace": "\u2002", b"qmspace": "\u2005", b"lbr": "\n",
    b"zwj": "\u200d", b"zwnj": "\u200c", b"ltrmark": "\u200e", b"rtlmark": "\u200f",
}  # fmt: skip
_SIGNS = {
    b"~": "\u00a0", b"_": "\u2011", b"-": "\u00ad", b"{": "{", b"}": "}",
    b"\\": "\\", b"\t": "\t",
}  # fmt: skip
_ENDS = frozenset({b"par", b"sect", b"page", b"cell", b"nestcell", b"row", b"nestrow",
                   b"column", b"\n", b"\r"})  # fmt: skip

# "Font Table", \fcharset: the code pages that Python has.
_CHARSETS = {
    77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gbk", 136: "big5",
    161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256",
    186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250", 254: "cp437",
    255: "cp850",
}  # fmt: skip
_CODEPAGES = {437: "cp437", 850: "cp850", 10000: "mac_roman", 65001: "utf-8"}


DEEPEST = 10_000
"""Maximum number of groups in one another: programs write some dozens."""

MOST = 5_000_000
"""Maximum number of groups, words and lines: a book of 300 pages has a million."""


class _State(NamedTuple):
    """What holds within a group.

    Attributes:
        shown: whether its text is read: of the document, of a box, of a note.
        skips: bytes after a Unicode character that stand for it elsewhere.
        font: number of the font.
        hidden: whether its text is hidden, or was deleted.
        raised: whether its text is raised.
        into: where its text goes: ``body``, ``note``, ``fonts``, ``styles``.
        style: number of the style of the paragraph.
    """

    shown: bool = True
    skips: int = 1
    font: int = 0
    hidden: bool = False
    raised: bool = False
    into: str = "body"


def read(data: bytes, path: str, encoding: str | None = None) -> Article:
    """Return the text of a document.

    Args:
        data: of the file.
        path: as the user named it.
        encoding: of bytes above 127; ``None`` for what the document says.

    Raises:
        DocumentError: it is no RTF, or the encoding is unknown.
    """
    if not _BEGINNING.match(data[:1024]):
        raise DocumentError("no RTF, or damaged — save it as .rtf anew", path=path)
    reader = _Reader(_known(encoding, path) if encoding else None)
    for number, token in enumerate(tokens(data)):
        if reader.depth > DEEPEST:
            problem = f"more than {DEEPEST:,} groups in one another — save it anew"
            raise DocumentError(problem, path=path)
        if number > MOST:
            problem = "too much in one document — split it, or save it as .docx"
            raise DocumentError(problem, path=path)
        if not reader.take(token):
            break
    reader.end()
    unread = ("headers and footers not read",) if reader.has_headers else ()
    origin = Origin(path, KIND, data, encoding)
    return article_of(reader.paragraphs, origin, unread)


def _known(encoding: str, path: str) -> str:
    try:
        b"a".decode(encoding, "replace")
    except (LookupError, ValueError):
        problem = f"there is no encoding “{encoding}” — try cp1252"
        raise DocumentError(problem, path=path) from None
    return encoding


class _Part:
    """A text that is being read: of the document, or of a note."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.level = 0
        self.in_table = False
        self.is_item = False

    def text(self) -> str:
        # UTF-16 halves stand as two characters (\u-10179\u-8704).
        joined = "".join(self.texts).encode("utf-16-le", "surrogatepass")
        said = joined.decode("utf-16-le", "replace").replace("\u00ad", "")
        return SPACES.sub(" ", said)


class _Reader:
    """Reads the tokens of a document one after another."""

    def __init__(self, encoding: str | None) -> None:
        self.paragraphs: list[Paragraph] = []
        self.has_headers = False
        self._named = encoding
        self._codepage = "cp1252"
        self._fonts: dict[int, str] = {}
        self._state = _State()
        self._stack: list[_State] = []
        self._waiting: list[Paragraph] = []
        self._parts = {"body": _Part(), "note": _Part()}
        self._skip = 0
        self._star = False
        self._bytes = bytearray()
        self._table = self._row = self._column = 0

    @property
    def depth(self) -> int:
        """How many groups are open."""
        return len(self._stack)

    def take(self, token: Token) -> bool:
        """Read a token; return whether the document goes on."""
        star, self._star = self._star, False
        if token.kind in ("text", "byte"):
            self._data(token)
            return True
        self._flush()
        if token.kind == "open":
            self._skip = 0
            self._stack.append(self._state)
        elif token.kind == "close":
            self._skip = 0
            return self._close()
        elif token.kind == "word":
            self._word(token, star=star)
        else:
            self._sign(token.data)
        return True

    def end(self) -> None:
        """End the last paragraph, even of a document that breaks off."""
        self._flush()
        self._paragraph("note")
        self._paragraph("body")

    def _close(self) -> bool:
        before = self._state
        if self._stack:
            self._state = self._stack.pop()
        if before.into == "note" != self._state.into:
            self._paragraph("note")
        return bool(self._stack)

    def _data(self, token: Token) -> None:
        data = token.data
        if self._skip:
            skipped = min(self._skip, len(data))
            self._skip -= skipped
            data = data[skipped:]
        if self._state.shown and not self._state.hidden:
            self._bytes += data

    def _flush(self) -> None:
        if self._bytes:
            said = bytes(self._bytes).decode(self._encoding(), "replace")
            self._bytes.clear()
            self._say(said)

    def _encoding(self) -> str:
        return self._named or self._fonts.get(self._state.font, self._codepage)

    def _say(self, text: str) -> None:
        state = self._state
        if not state.shown or state.hidden or state.into not in self._parts:
            return
        texts = self._parts[state.into].texts
        if state.raised and is_note(text) and texts and not texts[-1][-1:].isspace():
            text = as_signs(text, ((0, len(text)),))
        texts.append(text)

    def _sign(self, data: bytes) -> None:
        self._skip = 0
        if data == b"*":
            self._star = True
        elif data in _ENDS:
            self._break(data)
        elif data in _SIGNS:
            self._say(_SIGNS[data])

    def _word(self, token: Token, *, star: bool) -> None:
        word, number = token.data, token.number
        if word == b"u" and number is not None:
            self._say(chr(number % 0x10000))
            self._skip = self._state.skips
            return
        self._skip = 0
        if word in _CHARACTERS:
            self._say(_CHARACTERS[word])
        elif word in _ENDS:
            self._break(word)
        elif not self._destination(word, star=star):
            self._look(word, number)

    def _destination(self, word: bytes, *, star: bool) -> bool:
        """Tell whether a word began a destination, whose text goes elsewhere."""
        state = self._state
        if word in _PASSED_OVER or (star and word not in _READ):
            self.has_headers = self.has_headers or (word in _HEADERS and state.shown)
            self._state = state._replace(shown=False)
        elif word in _AROUND:
            self._state = state._replace(shown=False)
        elif word in (b"shptxt", b"ud"):
            self._state = state._replace(shown=True)
        elif word in (b"fonttbl", b"stylesheet"):
            self._state = state._replace(into=word.decode())
        elif word == b"footnote":
            self._state = state._replace(into="note")
        else:
            return word in _READ
        return True

    def _look(self, word: bytes, number: int | None) -> None:
        is_on = number != 0
        if word in (b"v", b"deleted"):
            self._state = self._state._replace(hidden=is_on)
        elif word == b"super" or (word == b"up" and is_on):
            self._state = self._state._replace(raised=is_on)
        elif word in (b"nosupersub", b"up", b"sub", b"dn"):
            self._state = self._state._replace(raised=False)
        elif word == b"plain":
            self._state = self._state._replace(raised=False, hidden=False)
        elif number is not None:
            self._number(word, number)
        else:
            self._of_paragraph(word)

    def _number(self, word: bytes, number: int) -> None:
        if word == b"uc":
            self._state = self._state._replace(skips=min(max(number, 0), 8))
        elif word == b"f":
            self._state = self._state._replace(font=number)
        elif word == b"fcharset" and self._state.into == "fonttbl":
            if number in _CHARSETS:
                self._fonts[self._state.font] = _CHARSETS[number]
        elif word == b"ansicpg":
            self._codepage = _codepage(number)
        elif word == b"outlinelevel" and self._state.into in self._parts:
            self._parts[self._state.into].level = min(max(number, 0), 8) + 1
        elif word == b"ls":
            self._of_paragraph(word)

    def _of_paragraph(self, word: bytes) -> None:
        part = self._parts.get(self._state.into)
        if part is None:
            return
        if word == b"pard":
            part.level, part.in_table, part.is_item = 0, False, False
        elif word == b"intbl":
            part.in_table = True
        elif word == b"ls":
            part.is_item = True

    def _break(self, word: bytes) -> None:
        into = self._state.into
        if not self._state.shown or into not in self._parts:
            return
        self._paragraph(into)
        if into != "body":
            return
        if word in (b"cell", b"nestcell"):
            self._column += 1
        elif word in (b"row", b"nestrow"):
            self._row, self._column = self._row + 1, 0

    def _paragraph(self, into: str) -> None:
        """End a paragraph; notes follow the one that they are in."""
        part = self._parts[into]
        text, part.texts = part.text(), []
        if into == "note":
            self._waiting += [Paragraph(text, "note")] if text.strip() else []
            return
        if not part.in_table and self._row:
            self._table, self._row, self._column = self._table + 1, 0, 0
        self.paragraphs.append(self._of_body(text, part))
        self.paragraphs += self._waiting
        self._waiting = []

    def _of_body(self, text: str, part: _Part) -> Paragraph:
        if part.in_table:
            cell = Cell(self._table, self._row, self._column)
            return Paragraph(text, "cell", 0, cell)
        role: Role = "item" if part.is_item else "paragraph"
        if part.level:
            role = "heading"
        return Paragraph(text, role, part.level or int(part.is_item))


def _codepage(number: int) -> str:
    name = _CODEPAGES.get(number, f"cp{number}")
    try:
        b"a".decode(name, "replace")
    except (LookupError, ValueError):
        return "cp1252"
    return name
