"""Changes to files: bytes, lines, cells, elements of XML, values of JSON, members.

A mutation takes a source of chance and bytes, and returns other bytes. It never fails,
whatever the bytes are: mutations are applied one after another.
"""

# ruff: noqa: E501 -- tables of what is put in

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import re
import struct
import tarfile
import zipfile
import zlib
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from random import Random

    Mutation: TypeAlias = Callable[[Random, bytes], bytes]
    _Codec: TypeAlias = Callable[[bytes], bytes]

LARGEST = 200_000
"""Maximum number of bytes of an input; what grows beyond is cut."""

TOKENS = (
    b"\0", b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\xff\xfe", b"\n", b"\r", b"\r\n",
    b"\t", b" ", b"\x0b", b"\x1b[2J", b"&#0;", b"&#xD800;", b"&#1114112;", b"&amp;", b"&e;", b"&",
    b"<", b">", b"<x>", b"</", b"/>", b"]]>", b"<![CDATA[", b"<!--", b"-->", b"<?", b"<!DOCTYPE x>",
    b'"', b"'", b"\\", b"\\n", b"\\u", b"\\ud800", b"|", b"||", b"{", b"}", b"[", b"]", b"[^1]", b"(",
    b"9" * 30, b"-1", b"0", b"1e999", b"NaN", b"null", b"true", b"%s", b"%", b"=1+1", b"@", b",", b";",
    b":", b"#", b"#,", b"#.", b"#~", b"msgid", b"msgctxt", b'msgid_plural ""\n', b"fuzzy", b"```",
    b"~~~", b"---\n", b"* ", b"> ", b"    ", b"_x000D_", b"_xD800_", b"=\n", b"+", b"\xc2\xa0",
    "İ\u0301\u200b".encode(), "\u202e".encode(), "\U0010ffff".encode(), "\ufffe".encode(),
    "\u2028".encode(), "ﬁ".encode(), "Ａ".encode(), "\u0085".encode(), b"gencatan senjata", b"Menlu",
    b"xml:lang=\"en\"", b"id", b"en-US", b"1048577", b"4294967295", b"1" * 5_000, b"a" * 3_000,
)  # fmt: skip
"""What readers look for, or should not stumble over."""

ENCODINGS = ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "utf-8-sig", "utf-7",
             "cp037", "shift_jis")  # fmt: skip


def mutated(chance: Random, data: bytes, mutations: Sequence[Mutation]) -> bytes:
    """Return bytes after one to four mutations; most have only one or two."""
    for _ in range(chance.choice((1, 1, 1, 2, 2, 3, 4))):
        data = chance.choice(mutations)(chance, data)[:LARGEST]
    return data


def _place(chance: Random, data: Sequence[Any]) -> int:
    return chance.randrange(len(data) + 1)


def _span(chance: Random, data: Sequence[Any]) -> tuple[int, int]:
    """Return a span that is mostly short."""
    at = _place(chance, data)
    return at, min(len(data), at + int(2 ** chance.uniform(0, 9)))


def flip(chance: Random, data: bytes) -> bytes:
    """Flip a few bits."""
    changed = bytearray(data)
    for _ in range(chance.randint(1, 4) if changed else 0):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def cut(chance: Random, data: bytes) -> bytes:
    """Take something out."""
    at, end = _span(chance, data)
    return data[:at] + data[end:]


def end(chance: Random, data: bytes) -> bytes:
    """Break off, or begin late."""
    at = _place(chance, data)
    return data[:at] if chance.random() < 0.8 else data[at:]


def double(chance: Random, data: bytes) -> bytes:
    """Say something twice, or many times."""
    at, end = _span(chance, data)
    times = chance.choice((2, 2, 2, 3, 50))
    return data[:at] + data[at:end] * times + data[end:]


def swap(chance: Random, data: bytes) -> bytes:
    """Let two neighbouring pieces change places."""
    first, middle = _span(chance, data)
    last = min(len(data), middle + chance.randint(1, 40))
    return data[:first] + data[middle:last] + data[first:middle] + data[last:]


def insert(chance: Random, data: bytes) -> bytes:
    """Put a token in."""
    at = _place(chance, data)
    return data[:at] + chance.choice(TOKENS) + data[at:]


def overwrite(chance: Random, data: bytes) -> bytes:
    """Put a token over what is there."""
    token, at = chance.choice(TOKENS), _place(chance, data)
    return data[:at] + token + data[at + min(len(token), 40) :]


def noise(chance: Random, data: bytes) -> bytes:
    """Put any bytes in."""
    at = _place(chance, data)
    return data[:at] + chance.randbytes(chance.randint(1, 20)) + data[at:]


BYTES: tuple[Mutation, ...] = (
    flip, cut, end, double, swap, insert, overwrite, insert, overwrite, noise,
)  # fmt: skip
"""For anything."""


def recode(chance: Random, data: bytes) -> bytes:
    """Write a text in another encoding."""
    text = data.decode("utf-8", "replace")
    return text.encode(chance.choice(ENCODINGS), "ignore")


def line_ends(chance: Random, data: bytes) -> bytes:
    """End all lines otherwise."""
    ending = chance.choice(
        (b"\r\n", b"\r", b"\n\n", b"\n\r", b"\xe2\x80\xa8", b" \\\n")
    )
    return data.replace(b"\n", ending)


def lines(chance: Random, data: bytes) -> bytes:
    """Move, repeat or drop lines."""
    return b"".join(_shuffled(chance, data.splitlines(keepends=True)))


def words(chance: Random, data: bytes) -> bytes:
    """Move, repeat or drop words."""
    return b"".join(_shuffled(chance, re.split(rb"( +)", data)))


def _shuffled(chance: Random, parts: list[Any]) -> list[Any]:
    """Move, repeat or drop parts."""
    if not parts:
        return parts
    at, other = chance.randrange(len(parts)), chance.randrange(len(parts))
    match chance.randrange(5):
        case 0:
            parts[at], parts[other] = parts[other], parts[at]
        case 1:
            parts.insert(other, parts[at])
        case 2:
            del parts[at]
        case 3:
            parts[at:at] = parts[min(at, other) : max(at, other)][:50]
        case _:
            parts[at] = parts[other]
    return parts


TEXT = (*BYTES, recode, line_ends, lines, lines, words, words)
"""For text of any kind."""

_MARKUP = re.compile(rb"(<[^<>]*>)")
_ELEMENT = re.compile(
    rb"<([\w:.-]+)(?:\s[^<>]*)?(?:/>|>(?:[^<]|<(?!/?\1[\s/>]))*</\1\s*>)"
)
_ATTRIBUTE = re.compile(rb"""\s([\w:.-]+)=("[^"<]*"|'[^'<]*')""")
_TEXT_NODE = re.compile(rb">([^<>]+)<")


def elements(chance: Random, data: bytes) -> bytes:
    """Repeat, drop, move or wrap an element that has none of its own name in it."""
    found = list(_ELEMENT.finditer(data))
    if not found:
        return data
    one, other = chance.choice(found), chance.choice(found)
    whole = one[0]
    match chance.randrange(6):
        case 0:
            return (
                data[: one.start()]
                + whole * chance.choice((2, 3, 30))
                + data[one.end() :]
            )
        case 1:
            return data[: one.start()] + data[one.end() :]
        case 2:
            return data[: other.start()] + whole + data[other.start() :]
        case 3:
            return data[: other.start()] + whole + data[other.end() :]
        case 4:
            around = other[1]
            inner = b"<" + around + b">" + whole + b"</" + around + b">"
            return data[: one.start()] + inner + data[one.end() :]
        case _:
            inner = whole.partition(b">")[2].rpartition(b"</")[0]
            return data[: one.start()] + inner + data[one.end() :]


def attributes(chance: Random, data: bytes) -> bytes:
    """Drop, repeat, empty or exchange an attribute, or give it another value."""
    found = list(_ATTRIBUTE.finditer(data))
    if not found:
        return data
    one, other = chance.choice(found), chance.choice(found)
    new = {
        0: b"",
        1: one[0] * 2,
        2: b" " + one[1] + b'=""',
        3: b" " + one[1] + b"=" + other[2],
        4: b" " + other[1] + b"=" + one[2],
        5: b" " + one[1] + b'="' + _quoted(chance.choice(TOKENS)) + b'"',
    }[chance.randrange(6)]
    return data[: one.start()] + new + data[one.end() :]


def _quoted(token: bytes) -> bytes:
    return token.replace(b"&", b"&amp;").replace(b"<", b"&lt;").replace(b'"', b"&quot;")


def contents(chance: Random, data: bytes) -> bytes:
    """Give an element other text, or mark-up in it."""
    found = list(_TEXT_NODE.finditer(data))
    if not found:
        return data
    one = chance.choice(found)
    token = chance.choice(TOKENS)
    new = {
        0: _quoted(token),
        1: b"<![CDATA[" + token + b"]]>",
        2: b"<!-- x -->" + one[1],
        3: b"<?x y?>" + one[1],
        4: one[1] * 20,
        5: b"",
        6: chance.choice(found)[1],
        7: b"<x:y xmlns:x='urn:x'>" + one[1] + b"</x:y>",
    }[chance.randrange(8)]
    return data[: one.start(1)] + new + data[one.end(1) :]


def tags(chance: Random, data: bytes) -> bytes:
    """Move, repeat or drop tags and the texts between them."""
    return b"".join(_shuffled(chance, _MARKUP.split(data)))


def names(chance: Random, data: bytes) -> bytes:
    """Rename elements: another prefix, capitals, another name that occurs."""
    found = sorted(set(re.findall(rb"<([\w:.-]+)", data)))
    if not found:
        return data
    one, other = chance.choice(found), chance.choice(found)
    new = chance.choice(
        (other, b"x:" + one, one.upper(), one.rpartition(b":")[2], b"x")
    )
    return re.sub(rb"(</?)" + re.escape(one) + rb"(?=[\s/>])", rb"\g<1>" + new, data)


def declaration(chance: Random, data: bytes) -> bytes:
    """Declare another encoding or a document type, or nothing."""
    body = re.sub(rb"\A(?:\xef\xbb\xbf)?\s*<\?xml.*?\?>\s*", b"", data, flags=re.DOTALL)
    encoding = chance.choice(
        (*ENCODINGS, "ascii", "no-such", "idna", "ebcdic", "rot13")
    )
    head = chance.choice((
        b"", b"\n\n", b"<?xml version='1.1'?>", b"<?xml version='9'?>", b"<!-- a -->",
        f"<?xml version='1.0' encoding='{encoding}'?>".encode(),
        f"<?xml version='1.0' encoding='{encoding}' standalone='yes'?>".encode(),
        b"<!DOCTYPE x [<!ENTITY e 'a'>]>", b"<!DOCTYPE x SYSTEM 'urn:x'>",
    ))  # fmt: skip
    if chance.random() < 0.5:
        return head + body
    return (
        (head + body)
        .decode("utf-8", "replace")
        .encode(
            "utf-8" if encoding in {"no-such", "idna", "ebcdic", "rot13"} else encoding,
            "ignore",
        )
    )


def nest(chance: Random, data: bytes) -> bytes:
    """Put something deep into elements of its own name."""
    found = list(_ELEMENT.finditer(data))
    if not found:
        return data
    one, depth = chance.choice(found), chance.choice((3, 40, 300, 2_000))
    name = one[1]
    inner = (b"<" + name + b">") * depth + one[0] + (b"</" + name + b">") * depth
    return data[: one.start()] + inner + data[one.end() :]


# Most inputs are well-formed: what is not is refused by the parser alone.
XML = (
    flip, cut, end, insert, tags, declaration, recode, line_ends, nest, names,
    *(6 * (elements, attributes, contents)),
)  # fmt: skip

HTML = (*XML, words, lines)


def values(chance: Random, data: bytes) -> bytes:
    """Change a value somewhere in a JSON text."""
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        return data
    for _ in range(chance.choice((1, 1, 2, 4))):
        found = _changed(chance, found, chance.randint(0, 8))
    written = json.dumps(found, ensure_ascii=chance.random() < 0.5)
    return written.encode("utf-8", "surrogatepass")


ODD: tuple[Any, ...] = (
    None, True, False, 0, -1, 1, 2**31, 2**64, 10**400, 0.5, float("nan"), float("inf"), "", "x",
    "\ud800", "a\nb", "\0", " ", "a" * 3_000, [], [[]], {}, {"x": 1}, [None], ["a", 1], "fuzzy",
)  # fmt: skip


def _changed(chance: Random, value: Any, depth: int) -> Any:
    if isinstance(value, dict) and value and depth:
        key = chance.choice(list(value))
        if chance.random() < 0.15:
            return {name: one for name, one in value.items() if name != key}
        if chance.random() < 0.1:
            return {**value, chance.choice(("x", "", "id", "\ud800")): value[key]}
        return {**value, key: _changed(chance, value[key], depth - 1)}
    if isinstance(value, list) and value and depth:
        if chance.random() < 0.2:
            return _shuffled(chance, list(value))
        at = chance.randrange(len(value))
        return [*value[:at], _changed(chance, value[at], depth - 1), *value[at + 1 :]]
    if isinstance(value, str) and chance.random() < 0.4:
        at = _place(chance, value)
        return value[:at] + chance.choice(TOKENS).decode("utf-8", "ignore") + value[at:]
    return chance.choice((*ODD, [value], [value, value], {"value": value}))


JSON = (*BYTES, values, values, values, values, recode)


def cells(chance: Random, data: bytes) -> bytes:
    """Move, repeat, drop, empty or replace cells of a table."""
    separator = b"\t" if b"\t" in data else b";" if b";" in data else b","
    rows = [row.split(separator) for row in data.split(b"\n")]
    row = chance.choice(rows)
    if chance.random() < 0.3:
        row[chance.randrange(len(row))] = chance.choice((b"", b'"', b'""', *TOKENS))
    elif chance.random() < 0.3:
        at = chance.randrange(8)
        for each in rows:
            del each[at : at + 1]
    else:
        _shuffled(chance, row)
    return b"\n".join(separator.join(row) for row in rows)


def separators(chance: Random, data: bytes) -> bytes:
    """Separate cells otherwise."""
    old, new = chance.sample((b",", b";", b"\t", b"|", b'"'), 2)
    said = b"sep=" + new + b"\n" if chance.random() < 0.3 else b""
    return said + data.replace(old, new)


ROWS = (*TEXT, cells, cells, cells, separators)


def members(chance: Random, data: bytes) -> bytes:
    """Drop, repeat, rename or exchange the members of a ZIP archive."""
    parts = _parts(data)
    if not parts:
        return data
    if chance.random() < 0.4:
        at = chance.randrange(len(parts))
        name, part = parts[at]
        parts[at] = (_renamed(chance, name), part)
    elif chance.random() < 0.5:
        at, other = chance.randrange(len(parts)), chance.randrange(len(parts))
        parts[at] = (parts[at][0], parts[other][1])
    else:
        _shuffled(chance, parts)
    return packed(parts, chance)


def _renamed(chance: Random, name: str) -> str:
    return chance.choice((
        name.upper(), name.replace("/", "\\"), "/" + name, "../" + name, name + "/", "x/" + name,
        name.rpartition("/")[2], name.replace("xml", "xm"), "", name[:-1], "é" + name, name + "\0x",
    ))  # fmt: skip


def insides(chance: Random, data: bytes) -> bytes:
    """Change the XML of a member of a ZIP archive: mostly of the largest."""
    parts = _parts(data)
    if not parts:
        return data
    at = chance.randrange(len(parts))
    if chance.random() < 0.6:
        at = max(range(len(parts)), key=lambda number: len(parts[number][1]))
    name, part = parts[at]
    parts[at] = name, mutated(chance, part, XML)
    return packed(parts, chance)


def directory(chance: Random, data: bytes) -> bytes:
    """Say something wrong of a member: its size, method, flags, checksum or place."""
    entry = (
        data.rfind(b"PK\x01\x02") if chance.random() < 0.3 else data.find(b"PK\x01\x02")
    )
    if entry < 0:
        return data
    at, size = chance.choice((
        (6, 2), (8, 2), (10, 2), (16, 4), (20, 4), (24, 4), (28, 2), (30, 2), (32, 2), (42, 4),
    ))  # fmt: skip
    most = int(256**size) - 1
    value = min(most, chance.choice((0, 1, 8, 9, 12, 14, 2**15, 2**31 - 1, 2**32 - 1)))
    begin = entry + at
    return data[:begin] + value.to_bytes(size, "little") + data[begin + size :]


def _parts(data: bytes) -> list[tuple[str, bytes]]:
    return list(_unpacked(data))


@lru_cache(maxsize=64)
def _unpacked(data: bytes) -> tuple[tuple[str, bytes], ...]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return tuple((info.filename, archive.read(info)) for info in archive.infolist()
                         if info.file_size < LARGEST)  # fmt: skip
    except (zipfile.BadZipFile, OSError, ValueError, EOFError, RuntimeError, zlib.error,
            lzma.LZMAError):  # fmt: skip
        return ()


_STORED, _DEFLATED = 0, 8
_LOCAL = struct.Struct("<4sHHHHHIIIHH")
_CENTRAL = struct.Struct("<4sHHHHHHIIIHHHHHII")
_LAST = struct.Struct("<4sHHHHIIH")


def packed(parts: Sequence[tuple[str, bytes]], chance: Random | None = None) -> bytes:
    """Return a ZIP archive of these members; mostly none of them is compressed.

    Python's own writer takes ten times as long.

    Source: PKWARE APPNOTE, 4.3.7 (local headers), 4.3.12 (central directory).
    """
    method = _DEFLATED if chance and chance.random() < 0.1 else _STORED
    pieces: list[bytes] = []
    entries: list[bytes] = []
    at = 0
    for name, part in parts:
        shown = name.encode("utf-8", "replace")
        data = zlib.compress(part, 1)[2:-4] if method else part
        about = (
            0x800,
            method,
            0,
            33,
            zlib.crc32(part),
            len(data),
            len(part),
            len(shown),
            0,
        )
        local = _LOCAL.pack(b"PK\x03\x04", 20, *about) + shown
        entries.append(
            _CENTRAL.pack(b"PK\x01\x02", 20, 20, *about, 0, 0, 0, 0, at) + shown
        )
        pieces += local, data
        at += len(local) + len(data)
    directory = b"".join(entries)
    number = len(entries)
    last = _LAST.pack(b"PK\x05\x06", 0, 0, number, number, len(directory), at, 0)
    return b"".join((*pieces, directory, last))


PACKAGE = (flip, cut, members, directory, *(16 * (insides,)))


def zipped(data: bytes) -> bytes:
    """Return data compressed by gzip, at no time: the same data, the same bytes."""
    return gzip.compress(data, mtime=0)


def compress(chance: Random, data: bytes) -> bytes:
    """Compress, or compress twice, or add something behind."""
    made = chance.choice((zipped, bz2.compress, lzma.compress))(data)
    return made + (chance.randbytes(9) if chance.random() < 0.2 else b"")


def inflated(chance: Random, data: bytes) -> bytes:
    """Change what is compressed, and compress it again."""
    methods: tuple[tuple[_Codec, _Codec], ...] = (
        (gzip.decompress, zipped),
        (bz2.decompress, bz2.compress),
        (lzma.decompress, lzma.compress),
    )
    for unpack, pack in methods:
        try:
            inner = unpack(data)
        except (OSError, EOFError, zlib.error, lzma.LZMAError, ValueError):
            continue
        return pack(mutated(chance, inner, BYTES)[:LARGEST])
    return data


COMPRESSED = (*BYTES, inflated, inflated, inflated, compress)

_FIELDS = ((0, 100), (100, 8), (124, 12), (136, 12), (148, 8), (156, 1), (157, 100),
           (257, 8), (345, 155))  # fmt: skip


def header(chance: Random, data: bytes) -> bytes:
    """Change a field of a header of a tar archive, and mend its checksum."""
    heads = [
        at
        for at in range(0, len(data) - 511, 512)
        if data[at + 257 : at + 262] == b"ustar"
    ]
    if not heads:
        return data
    head, (at, size) = chance.choice(heads), chance.choice(_FIELDS)
    value = chance.choice((
        b"", b"7" * size, b"\x80" + b"\xff" * size, b"\xff" * size, b"-1", b"1" * size,
        bytes([chance.choice(b"0123456789KLSXgxNDVM")]), chance.choice(TOKENS),
    ))[:size].ljust(size, b"\0")  # fmt: skip
    changed = bytearray(data)
    changed[head + at : head + at + size] = value
    if chance.random() < 0.9:
        changed[head + 148 : head + 156] = b" " * 8
        total = sum(changed[head : head + 512])
        changed[head + 148 : head + 156] = b"%06o\0 " % total
    return bytes(changed)


def tarred(chance: Random, data: bytes) -> bytes:
    """Pack something into a tar archive once more."""
    stream = io.BytesIO()
    kind = chance.choice((tarfile.GNU_FORMAT, tarfile.PAX_FORMAT))
    with tarfile.open(fileobj=stream, mode="w", format=kind) as archive:
        info = tarfile.TarInfo(
            chance.choice(("a.txt", "a.tar", "a.zip", "é" * 120 + ".txt"))
        )
        info.size = len(data)
        archive.addfile(info, io.BytesIO(data))
    return stream.getvalue()


TAR = (*BYTES[:6], header, header, header, header, tarred)
