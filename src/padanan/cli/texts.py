"""Texts that commands compare: articles, or plain text whatever it is called."""

from __future__ import annotations

from pathlib import Path


def read_text(name: str, encoding: str | None = None) -> str:
    """Return the text of a file, what is no prose in it blotted out.

    A file that was named need not end as articles do: corpora are called
    ``news.id`` and ``news.en``.

    Raises:
        DocumentError: it cannot be read as what its name says.
        OSError: it cannot be read at all.
    """
    from padanan.articles import plain
    from padanan.articles.readers import READERS, read

    data = Path(name).read_bytes()
    if name.lower().endswith(tuple(e for reader in READERS for e in reader.endings)):
        return read(data, name, encoding).readable
    return plain.read(data, name, encoding).readable
