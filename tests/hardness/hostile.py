"""THE table of hostile inputs: what they are, and what happens."""

from __future__ import annotations

import gzip
import io
import json
import os
import re
import struct
import tarfile
import zipfile
import zlib
from functools import cache, partial
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from tests import texts_only
from tests.hardness.files import MAIN, SENTENCE, TERM, place, repacked, rewritten, valid

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Make: TypeAlias = Callable[[Path], tuple[str, ...]]
    """Puts files into a folder and returns the command that meets them."""

READ, TOLD, REFUSED = 0, 1, 2
"""It is read; it is told and the rest goes on; it is refused: exit statuses."""

STATUS = {READ: "read", TOLD: "told", REFUSED: "refused"}

XML = ("a.tbx", "a.tmx", "units.tmx", "sheet.xlf", "a.docx", "a.xlsx", "sheet.docx",
       "sheet.xlsx")  # fmt: skip
PACKAGES = ("a.docx", "a.epub", "a.xlsx", "sheet.docx", "sheet.xlsx", "units.xlsx")
TEXT = ("a.txt", "a.md", "a.po", "a.csv", "a.tsv", "a.json", "a.html", "units.po",
        "units.csv", "sheet.po")  # fmt: skip
TABLES = ("a.csv", "a.tsv", "units.csv")
SECRET = "RAHASIA-7261"  # noqa: S105 - no password
"""Stands in a file that no reader has any business with."""


class Row(NamedTuple):
    """A kind of attack or accident.

    Attributes:
        name: what it is.
        status: the exit status.
        outcome: what happens, for people.
        cases: by the name of the file that carries it.
    """

    name: str
    status: int
    outcome: str
    cases: dict[str, Make]


def each(names: tuple[str, ...], make: Callable[[str], bytes]) -> dict[str, Make]:
    """Return a case for each kind of file; its bytes are made when it is run."""
    return {name: partial(_placed, name, make) for name in names}


def _placed(name: str, make: Callable[[str], bytes], folder: Path) -> tuple[str, ...]:
    (folder / "secret.txt").write_text(SECRET, "utf-8")
    return place(folder, name, make(name))


def with_doctype(name: str, subset: str, *, used: bool = True) -> bytes:
    """Return a valid file with a document type declaration, and its entity used."""

    def change(data: bytes) -> bytes:
        body = re.sub(rb"\A\s*<\?xml.*?\?>|<!DOCTYPE[^>]*>", b"", data, flags=re.DOTALL)
        if used:
            body = body.replace(TERM.encode(), b"&e;")
        root = re.search(rb"<([\w:.-]+)", body)
        assert root
        head = b'<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE %s %s>'
        return head % (root[1], subset.encode()) + body

    return rewritten(name, change)


def bomb(name: str) -> bytes:
    """Return a file whose entities would grow to gigabytes."""
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 11))
    return with_doctype(name, f'[<!ENTITY e0 "ha">{entities}<!ENTITY e "&e10;">]')


def blow_up(name: str) -> bytes:
    """Return a file that would repeat one large entity many times."""
    made = with_doctype(name, f'[<!ENTITY e "{"a" * 100_000}">]')
    if name.endswith(("docx", "xlsx")):
        return made
    return made.replace(b"&e;", b"&e;" * 30_000)


def outside(name: str) -> bytes:
    """Return a file that asks for a local file."""
    return with_doctype(name, '[<!ENTITY e SYSTEM "secret.txt">]')


def parameter(name: str) -> bytes:
    """Return a file that asks for more declarations from a local file."""
    return with_doctype(name, '[<!ENTITY % p SYSTEM "secret.txt"> %p;]')


def deep_xml(name: str) -> bytes:
    """Return a file with elements a hundred thousand levels deep."""
    inner = b"<x>" * 100_000 + TERM.encode() + b"</x>" * 100_000
    return rewritten(name, lambda data: data.replace(TERM.encode(), inner))


@cache
def zip_bomb(name: str) -> bytes:
    """Return a package whose text unpacks to 540 MB."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(valid(name))) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new,
    ):
        for info in old.infolist():
            data = old.read(info)
            with new.open(info.filename, "w", force_zip64=True) as part:
                part.write(data)
                if info.filename.endswith(("document.xml", "sheet1.xml", ".xhtml")):
                    for _ in range(54):
                        part.write(b" " * 10_000_000)
    return stream.getvalue()


def lying_bomb(name: str) -> bytes:
    """Return a package whose directory says that its bomb is small."""
    data = bytearray(zip_bomb(name))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        large = max(archive.infolist(), key=lambda info: info.file_size)
    end = data.rfind(b"PK\x05\x06")
    at = data.rfind(large.filename.encode(), 0, end) - 46
    assert data[at : at + 4] == b"PK\x01\x02"
    data[at + 24 : at + 28] = (1_000).to_bytes(4, "little")
    return bytes(data)


def traversing(name: str) -> bytes:
    """Return a package with parts that would lie outside it."""
    names = ("../../evil.txt", "/tmp/evil.txt", "..\\evil.txt")  # noqa: S108 - hostile
    return repacked(valid(name), lambda _, data: data, names)


def archive(kind: str, folder: Path) -> tuple[str, ...]:
    """Make an archive whose members would lie outside the folder."""
    path = folder / f"a.{kind}"
    names = ("../../evil.txt", "/etc/evil.txt", "a/../../../evil.txt")
    if kind == "zip":
        with zipfile.ZipFile(path, "w") as packed:
            for name in names:
                packed.writestr(name, SENTENCE)
    else:
        with tarfile.open(path, "w:gz") as tar:
            for name in names:
                info = tarfile.TarInfo(name)
                info.size = len(SENTENCE)
                tar.addfile(info, io.BytesIO(SENTENCE.encode()))
            for kind_ in (tarfile.SYMTYPE, tarfile.LNKTYPE):
                link = tarfile.TarInfo(f"link-{kind_!r}.txt")
                link.type, link.linkname = kind_, "/etc/passwd"
                tar.addfile(link)
    return "annotate", path.name


def gzip_bomb(folder: Path) -> tuple[str, ...]:
    """Make an article that unpacks to a gigabyte."""
    piece = gzip.compress(bytes(10_000_000), 1)
    (folder / "a.txt.gz").write_bytes(piece * 100)
    (folder / "b.txt").write_text(SENTENCE, "utf-8")
    return "annotate", "a.txt.gz", "b.txt"


def endless_line(folder: Path) -> tuple[str, ...]:
    """Make JSON lines of which the first has no end for 300 MB."""
    piece = gzip.compress(b"x" * 10_000_000, 1)
    last = gzip.compress(b"\n" + valid("a.jsonl"))
    (folder / "a.jsonl.gz").write_bytes(piece * 30 + last)
    return "annotate", "a.jsonl.gz"


def one_line(name: str) -> bytes:
    """Return a file whose text is one line of megabytes without a space."""
    long = b"a" * 5_000_000
    return rewritten(name, lambda data: data.replace(TERM.encode(), long))


def large_text(name: str) -> bytes:
    """Return a file with megabytes of text full of terms."""
    many = (SENTENCE + " ").encode() * 25_000
    return rewritten(name, lambda data: data.replace(SENTENCE.encode(), many))


def huge(folder: Path) -> tuple[str, ...]:
    """Make an article of a terabyte, with nothing in it."""
    with (folder / "a.txt").open("wb") as stream:
        stream.truncate(2**40)
    return "annotate", "a.txt"


def device(folder: Path) -> tuple[str, ...]:
    """Make an article that is a device without end."""
    (folder / "a.txt").symlink_to("/dev/zero")
    return "annotate", "a.txt"


def circle(folder: Path) -> tuple[str, ...]:
    """Make a link that leads to itself."""
    (folder / "a.txt").symlink_to("a.txt")
    return "annotate", "a.txt"


def circle_of_folders(folder: Path) -> tuple[str, ...]:
    """Make a folder with a link to itself in it."""
    (folder / "in").mkdir()
    (folder / "in" / "a.txt").write_text(SENTENCE, "utf-8")
    (folder / "in" / "again").symlink_to("../in", target_is_directory=True)
    return "annotate", "in"


def replaced(old: bytes, new: bytes, name: str) -> bytes:
    """Return a valid file with some of its text replaced."""
    return rewritten(name, lambda data: data.replace(old, new))


def deep_json(folder: Path) -> tuple[str, ...]:
    """Make a JSON file of a hundred thousand levels."""
    return place(folder, "a.json", b'{"concepts":' + b"[" * 100_000)


def deep_line(folder: Path) -> tuple[str, ...]:
    """Make a JSON line of a hundred thousand levels, and a good one."""
    return place(folder, "a.jsonl", b"[" * 100_000 + b"\n" + valid("a.jsonl"))


def surrogate_line(folder: Path) -> tuple[str, ...]:
    """Make a JSON line with half a character in its text."""
    line = json.dumps({"text": f"\ud800 {SENTENCE}"}).encode()
    return place(folder, "a.jsonl", line)


def surrogate_name(words: str, folder: Path) -> tuple[str, ...]:
    """Make an article whose name is no UTF-8."""
    name = os.fsdecode(b"\xff.txt")
    (folder / name).write_text(SENTENCE, "utf-8")
    return tuple(word.replace("NAME", name) for word in words.split())


def escape_name(folder: Path) -> tuple[str, ...]:
    """Make an article whose name would move the cursor of a terminal."""
    name = "\x1b[2J\n.txt"
    (folder / name).write_bytes(b"\xff")
    return "annotate", name


DAMAGED = ("a.tbx", "a.tmx", "a.json", "a.docx", "a.epub", "a.xlsx", "units.tmx",
           "units.xlsx", "sheet.xlf", "sheet.docx", "sheet.xlsx")  # fmt: skip


def many_objects(folder: Path) -> tuple[str, ...]:
    """Make a PDF file of a million objects, each of them a page."""
    count = 1_000_000
    kids = b" ".join(b"%d 0 R" % (number + 3) for number in range(count))
    pages = [b"<</Type/Page/Parent 2 0 R>>"] * count
    tree = b"<</Type/Pages/Count %d/Kids[%s]>>" % (count, kids)
    data = texts_only.assembled([b"<</Type/Catalog/Pages 2 0 R>>", tree, *pages])
    return place(folder, "a.pdf", data)


def pdf_bomb(folder: Path) -> tuple[str, ...]:
    """Make a PDF file whose only page unpacks to two gigabytes of text."""
    packer = zlib.compressobj(1)
    line = b"(PBB) Tj\n" * 100_000
    packed = b"".join(packer.compress(line) for _ in range(2_200)) + packer.flush()
    page = texts_only.pdf("PAGE")
    begin = page.index(b"<< /Length 4 >>")
    end = page.index(b"endstream", begin)
    head = b"<< /Length %d /Filter /FlateDecode >> stream\n" % len(packed)
    return place(folder, "a.pdf", page[:begin] + head + packed + b"\n" + page[end:])


def pdf_in_itself(folder: Path) -> tuple[str, ...]:
    """Make a PDF file whose tree of pages has itself in it."""
    objects = [b"<</Type/Catalog/Pages 2 0 R>>",
               b"<</Type/Pages/Count 9/Kids[2 0 R 2 0 R 2 0 R]>>"]  # fmt: skip
    return place(folder, "a.pdf", texts_only.assembled(objects))


def half(name: str) -> bytes:
    """Return the first half of a valid file."""
    data = valid(name)
    return data[: len(data) // 2]


@cache
def packed_zeros(method: int) -> tuple[bytes, int]:
    """Return 600 MB of zeros packed by a method of ZIP, and their checksum."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(stream, "w", method) as archive,
        archive.open("a", "w", force_zip64=True) as part,
    ):
        for _ in range(60):
            part.write(bytes(10_000_000))
    (info,) = archive.infolist()
    start = info.header_offset + len(info.FileHeader(zip64=True))
    return stream.getvalue()[start : start + info.compress_size], info.CRC


def other_method(method: int, name: str) -> bytes:
    """Return a package of one part: 600 MB that it says are a thousand bytes."""
    inner = MAIN.get(name.rpartition(".")[2], "a.txt")
    if name.endswith(".epub"):
        # It is known by other parts, and only then are its chapters unpacked.
        inner = "META-INF/container.xml"
    packed, checksum = packed_zeros(method)
    flags = 2 if method == zipfile.ZIP_LZMA else 0  # LZMA: it has a mark of its end
    # Source: APPNOTE.TXT, 4.3.7, 4.3.12 and 4.3.16.
    shared = struct.pack("<HHHHHIIIHH", 63, flags, method, 0, 33, checksum,
                         len(packed), 1_000, len(inner), 0)  # fmt: skip
    member = b"PK\3\4" + shared + inner.encode() + packed
    entry = b"PK\1\2" + struct.pack("<H", 63) + shared + bytes(14) + inner.encode()
    end = struct.pack("<HHHHIIH", 0, 0, 1, 1, len(entry), len(member), 0)
    return member + entry + b"PK\5\6" + end


def tar_header(kind: bytes, folder: Path) -> tuple[str, ...]:
    """Make a tar archive with a header of a gigabyte."""
    info = tarfile.TarInfo("x")
    info.type, info.size = kind, 1_000_000_000
    piece = gzip.compress(b"x" * 10_000_000, 1)
    head = gzip.compress(info.tobuf(tarfile.GNU_FORMAT), 1)
    (folder / "a.tar.gz").write_bytes(head + piece * 100)
    (folder / "b.txt").write_text(SENTENCE, "utf-8")
    return "annotate", "a.tar.gz", "b.txt"


def far_row(number: int, name: str) -> bytes:
    """Return a workbook with a row of that number."""
    old, new = b'r="2"', b'r="%d"' % number
    return rewritten(name, lambda data: data.replace(old, new))


def deprecated_variant(folder: Path) -> tuple[str, ...]:
    """Make a glossary with a term that no field of a PO file can name."""
    terms = [{"text": "nota"}, {"text": "n", "status": "deprecated", "type": "variant"}]
    concept = {"domain": "law", "terms": terms, "equivalents": [{"text": "note"}]}
    data = json.dumps({"version": 1, "concepts": [concept]}).encode()
    return place(folder, "a.json", data)


def named_device(words: str, folder: Path) -> tuple[str, ...]:
    """Put a device without end where a command expects a file."""
    (folder / "a.txt").write_text(SENTENCE, "utf-8")
    for word in words.split():
        if word.startswith("zero"):
            (folder / word).symlink_to("/dev/zero")
    return tuple(words.split())


def repeated(text: str, folder: Path) -> tuple[str, ...]:
    """Make an article of a hundred thousand characters of the same words."""
    (folder / "a.txt").write_text(text * (100_000 // len(text)), "utf-8")
    return "annotate", "a.txt"


def signs(command: str, text: str, folder: Path) -> tuple[str, ...]:
    """Make a file of 100,000 times the same sign; the command names it FILE."""
    name = "a.md" if "FILE.md" in command else "a.txt"
    (folder / name).write_text(f"Menlu {text * 100_000} tiba", "utf-8")
    words = command.replace("FILE.md", "FILE").split()
    return tuple(name if word == "FILE" else word for word in words)


def long_unit(source: str, target: str, folder: Path) -> tuple[str, ...]:
    """Make a translation of one sentence with thousands of terms."""
    (folder / "a.txt").write_text(source * 5_000, "utf-8")
    (folder / "b.txt").write_text(target * 5_000, "utf-8")
    return "check", "a.txt", "b.txt"


def split_terms(folder: Path) -> tuple[str, ...]:
    """Make a document of one paragraph whose terms are each in two runs."""
    runs = "".join(
        f"<w:r><w:t>{half}</w:t></w:r>" for half in ("gencat", "an senjata ")
    )

    def many(data: bytes) -> bytes:
        whole = re.search(rb"<w:r>.*?</w:r>", data, re.DOTALL)
        assert whole
        return data.replace(whole[0], runs.encode() * 20_000)

    place(folder, "a.docx", rewritten("a.docx", many))
    return "annotate", "a.docx", "--format", "same"


LINEAR = "in time that grows with its length"

ROWS = (
    Row("XML bomb", REFUSED, "nothing is expanded", each(XML, bomb)),
    Row("large entity, repeated", REFUSED, "in one line", each(XML, blow_up)),
    Row("external entity", REFUSED, "the file is not read", each(XML, outside)),
    Row(
        "external parameter entity",
        REFUSED,
        "the file is not read",
        each(XML, parameter),
    ),
    Row(
        "document type at an address",
        READ,
        "nothing is fetched",
        each(
            ("a.tmx", "units.tmx"),
            lambda name: with_doctype(
                name, 'SYSTEM "http://127.0.0.1:9/evil.dtd"', used=False
            ),
        ),
    ),
    Row("elements 100,000 levels deep", REFUSED, "in one line", each(XML, deep_xml)),
    Row(
        "JSON 100,000 levels deep",
        REFUSED,
        "at a depth that the reader can hold",
        {"a.json": deep_json},
    ),
    Row(
        "JSON line 100,000 levels deep",
        TOLD,
        "the line is told by its number, the rest is read",
        {"a.jsonl": deep_line},
    ),
    Row(
        "HTML 100,000 levels deep",
        READ,
        "as any other",
        each(("a.html",), partial(replaced, b"<p>", b"<div>" * 100_000 + b"<p>")),
    ),
    Row(
        "Markdown 100,000 levels deep",
        READ,
        "as any other",
        each(("a.md",), lambda _: (b"> " * 100_000) + SENTENCE.encode()),
    ),
    Row(
        "RTF with groups or words without end",
        REFUSED,
        "at a depth, and at a number, that no document has",
        {
            "`{`": lambda folder: place(folder, "a.rtf", rb"{\rtf1" + b"{" * 5_000_000),
            "`{}`": lambda folder: place(
                folder, "a.rtf", rb"{\rtf1" + b"{}" * 2_500_001
            ),
        },
    ),
    Row(
        "RTF whose pictures are longer than the file",
        READ,
        "what is there is read",
        {
            "a.rtf": lambda folder: place(
                folder,
                "a.rtf",
                rb"{\rtf1 " + SENTENCE.encode() + rb"{\pict\bin2000000000 x}",
            )
        },
    ),
    Row("PDF of a million pages", REFUSED, "at 5,000 pages", {"a.pdf": many_objects}),
    Row(
        "PDF whose page unpacks to two gigabytes",
        REFUSED,
        "in a process with bounds of its own",
        {"a.pdf": pdf_bomb},
    ),
    Row(
        "PDF whose pages are in themselves",
        REFUSED,
        "in one line",
        {"a.pdf": pdf_in_itself},
    ),
    Row(
        "subtitles of 100,000 cues",
        READ,
        LINEAR,
        each(("a.srt",), lambda name: valid(name) * 100_000),
    ),
    Row("zip bomb", REFUSED, "by what it says of its size", each(PACKAGES, zip_bomb)),
    Row(
        "zip bomb that lies about its size",
        REFUSED,
        "unpacked no further than it says",
        each(PACKAGES, lying_bomb),
    ),
    Row(
        "zip bomb packed by bzip2 that lies about its size",
        REFUSED,
        "not unpacked: packages have no such part",
        each(PACKAGES, partial(other_method, zipfile.ZIP_BZIP2)),
    ),
    Row(
        "zip bomb packed by LZMA that lies about its size",
        REFUSED,
        "not unpacked: packages have no such part",
        each(PACKAGES, partial(other_method, zipfile.ZIP_LZMA)),
    ),
    Row("gzip bomb", TOLD, "the rest is read", {"a.txt.gz": gzip_bomb}),
    Row(
        "tar header of a gigabyte",
        TOLD,
        "the archive is told, the rest is read",
        {
            "long name": partial(tar_header, tarfile.GNUTYPE_LONGNAME),
            "PAX records": partial(tar_header, tarfile.XHDTYPE),
            "global PAX records": partial(tar_header, tarfile.XGLTYPE),
            "sparse file": partial(tar_header, tarfile.GNUTYPE_SPARSE),
        },
    ),
    Row(
        "row 2,000,000,000 of a sheet",
        REFUSED,
        "rows end at 1,048,576",
        each(("a.xlsx",), partial(far_row, 2_000_000_000)),
    ),
    Row(
        "path traversal in an archive",
        READ,
        "nothing is unpacked to disk",
        {"a.zip": partial(archive, "zip"), "a.tar.gz": partial(archive, "tar.gz")},
    ),
    Row(
        "path traversal in a package",
        READ,
        "nothing is unpacked to disk",
        each(("a.docx", "a.xlsx"), traversing),
    ),
    Row(
        "NUL in a glossary",
        REFUSED,
        "in one line",
        each(("a.po",), partial(replaced, TERM.encode(), b"gen\0catan")),
    ),
    Row(
        "NULs in an article",
        READ,
        "a NUL is a character like others",
        each(("a.txt", "a.md", "a.html"), partial(replaced, b" ", b" \0")),
    ),
    Row(
        "invalid UTF-8",
        REFUSED,
        "`--encoding` is named where it helps",
        each(
            tuple(name for name in TEXT if name not in TABLES),
            partial(replaced, TERM.encode(), b"gen\xff\xfecatan"),
        ),
    ),
    Row(
        "table that is not UTF-8",
        READ,
        "read as Windows-1252, which a line says",
        each(TABLES, partial(replaced, TERM.encode(), b"gen\xff\xfecatan")),
    ),
    Row(
        "invalid UTF-8 in XML",
        REFUSED,
        "in one line",
        each(XML, partial(replaced, TERM.encode(), b"gen\xff\xfecatan")),
    ),
    Row(
        "invalid UTF-8 in JSON lines",
        TOLD,
        "the line is told by its number, the rest is read",
        {
            "a.jsonl": lambda folder: place(
                folder, "a.jsonl", b'{"text": "\xff"}\n' + valid("a.jsonl")
            )
        },
    ),
    Row(
        "lone surrogate in JSON lines",
        READ,
        "as any other",
        {"a.jsonl": surrogate_line},
    ),
    Row(
        "lone surrogate in a glossary",
        REFUSED,
        "in one line",
        each(("a.json",), partial(replaced, TERM.encode(), b"\\ud800")),
    ),
    Row(
        "name of a file that is no UTF-8",
        READ,
        "as any other",
        {
            words: partial(surrogate_name, words)
            for words in (
                "annotate NAME",
                "annotate NAME --jobs 1",
                "annotate NAME --explain",
                "annotate NAME --format json",
                "annotate NAME --format html",
                "annotate NAME --format markdown",
                "lookup gencatan --in NAME",
                "worksheet NAME --to po",
                "worksheet NAME --to xliff",
                "worksheet NAME --to xlsx",
                "terms NAME --format json",
                "coverage NAME --format html",
                "extract NAME",
            )
        },
    ),
    Row(
        "name of a file with control characters",
        REFUSED,
        "shown escaped, on one line",
        {"name": escape_name},
    ),
    Row(
        "line of megabytes",
        READ,
        "in time that grows with its length",
        each(("a.txt", "a.md", "a.html"), one_line),
    ),
    Row(
        "JSON line without an end",
        TOLD,
        "the line is passed over, the rest is read",
        {"a.jsonl.gz": endless_line},
    ),
    Row(
        "megabyte of terms",
        READ,
        "in time that grows with its length",
        each(("a.txt", "a.md", "a.html", "a.docx"), large_text),
    ),
    Row(
        "sentence of 100,000 characters full of offices",
        READ,
        LINEAR,
        {
            f"“{text.strip()}”": partial(repeated, text)
            for text in (
                "Menlu ",
                "Menteri Luar Negeri Marco Rubio ",
                "Menlu AS Marco Rubio ",
                "Menlu Rusia, AS, Cina, Iran dan Turki ",
                "delegasi AS dipimpin oleh Menlu ",
            )
        },
    ),
    Row(
        "100,000 of one sign",
        READ,
        LINEAR,
        {
            command: partial(signs, command, sign)
            for command, sign in (
                ("annotate FILE --format markdown", "\n"),
                ("annotate FILE", " "),
                ("worksheet FILE --to po", " "),
                ("annotate FILE.md", "`"),
                ("annotate FILE.md --format html", "[a]("),
                ("terms FILE", "12:30 "),
                ("coverage FILE", "9"),
            )
        },
    ),
    Row(
        "paragraph of 20,000 terms in two runs each",
        READ,
        LINEAR,
        {"a.docx": split_terms},
    ),
    Row(
        "translation of one sentence with 5,000 terms",
        READ,
        LINEAR,
        {"check a.txt b.txt": partial(long_unit, "gencatan senjata ", "ceasefire ")},
    ),
    Row(
        "heading of a megabyte",
        REFUSED,
        "the message is cut",
        each(
            ("a.csv", "a.tsv"),
            lambda name: valid(name).replace(b"term", b"t" * 1_000_000, 1),
        ),
    ),
    Row("article of a terabyte", REFUSED, "unread", {"a.txt": huge}),
    Row("device without end", REFUSED, "at 512 MiB", {"a.txt": device}),
    Row(
        "device without end in every command",
        REFUSED,
        "at the limit of what is read",
        {
            words: partial(named_device, words)
            for words in (
                "terms zero.txt",
                "check zero.txt a.txt",
                "check zero.tmx",
                "extract zero.txt",
                "extract a.txt --english zero.txt",
                "extract a.txt --exclude zero.txt",
                "coverage zero.txt",
                "worksheet zero.txt --to po",
                "assemble zero.xlf",
                "lookup nota --in zero.txt",
                "lint zero.po",
                "import zero.tbx --into b.po",
                "annotate a.txt --glossary zero.po",
            )
        },
    ),
    Row(
        "device without end as a corpus",
        TOLD,
        "a device is no file",
        {
            words: partial(named_device, words)
            for words in (
                "annotate zero.zip a.txt",
                "annotate zero.jsonl a.txt",
                "annotate zero.tar a.txt",
            )
        },
    ),
    Row(
        "term with a status and a type that no field has",
        REFUSED,
        "with the term and its concept",
        {"a.json": deprecated_variant},
    ),
    Row("link to itself", REFUSED, "in one line", {"a.txt": circle}),
    Row(
        "folder that links to itself",
        READ,
        "each file once",
        {"folder": circle_of_folders},
    ),
    Row("half a file", REFUSED, "in one line", each(DAMAGED, half)),
    Row(
        "empty file",
        REFUSED,
        "in one line",
        each(
            (
                "a.tbx",
                "a.tmx",
                "a.json",
                "a.docx",
                "a.epub",
                "a.pdf",
                "a.rtf",
                "a.srt",
                "a.xlsx",
                "units.tmx",
                "units.xlsx",
                "sheet.xlf",
                "sheet.docx",
                "sheet.xlsx",
            ),
            lambda _: b"",
        ),
    ),
)
