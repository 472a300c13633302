"""What the name of a file means: compressed, an archive, JSON lines, an article."""

from __future__ import annotations

from pathlib import Path

from padanan.articles.readers import READERS, is_document

COMPRESSED = {".gz": "gzip", ".bz2": "bz2", ".xz": "lzma"}
"""Endings of compressed files, with the module that opens them."""
SHORT = {".tgz": ".tar.gz", ".tbz2": ".tar.bz2", ".txz": ".tar.xz"}
LINES = (".jsonl", ".ndjson")
"""Endings of JSON lines: each line is a document."""
ARCHIVES = (".zip", ".tar")
"""Endings of files that hold other files."""

ENDINGS = (*LINES, *ARCHIVES, *COMPRESSED, *SHORT)
"""Endings of files that are corpora by themselves."""


def is_corpus(path: str) -> bool:
    """Whether a name stands for many documents, or for a compressed one.

    >>> is_corpus("berita.jsonl.gz"), is_corpus("berita.txt.xz"), is_corpus("a.txt")
    (True, True, False)
    """
    return ending(path) in (*COMPRESSED, *LINES, *ARCHIVES)


def ending(name: str) -> str:
    """Return the last ending of a name, in lower case.

    >>> ending("berita.TGZ")
    '.gz'
    """
    last = Path(name).suffix.lower()
    return Path(SHORT[last]).suffix if last in SHORT else last


def plain_name(name: str) -> str:
    """Return a name without the ending of its compression.

    >>> plain_name("a/berita.jsonl.gz"), plain_name("berita.TGZ")
    ('a/berita.jsonl', 'berita.tar')
    """
    path = Path(name)
    last = path.suffix.lower()
    if last in SHORT:
        return str(path.with_suffix(".tar"))
    return str(path.with_suffix("")) if last in COMPRESSED else name


def is_known(name: str) -> bool:
    """Whether a file is a document or holds some, by its ending.

    >>> is_known("a.md.bz2"), is_known("a.zip"), is_known("a.mp3")
    (True, True, False)
    """
    last = Path(plain_name(name)).suffix.lower()
    known = {ending for reader in READERS for ending in reader.endings}
    return last in known or last in LINES or last in ARCHIVES


def is_member(name: str) -> bool:
    """Whether a member of an archive is read; archives in archives are not.

    >>> is_member("berita/a.txt"), is_member("__MACOSX/._a.txt"), is_member("b.zip")
    (True, False, False)
    """
    return not _is_hidden(name) and is_known(name) and not _is_archive(name)


def is_missed(name: str) -> bool:
    """Whether a member of an archive is not read although it may hold articles.

    >>> is_missed("berita/a.doc"), is_missed("b.zip"), is_missed("foto.jpg")
    (True, True, False)
    """
    return not _is_hidden(name) and (is_document(name) or _is_archive(name))


def _is_hidden(name: str) -> bool:
    return Path(name).name.startswith(".") or name.startswith("__MACOSX/")


def _is_archive(name: str) -> bool:
    return Path(plain_name(name)).suffix.lower() in ARCHIVES
