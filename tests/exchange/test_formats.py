"""The table of formats: what is looked up in it, and what it refuses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from padanan.errors import ExchangeError
from padanan.exchange import formats, row_formats
from padanan.exchange.formats import FormatOptions
from padanan.files import limits
from tests.glossaries import mini

if TYPE_CHECKING:
    from collections.abc import Iterable


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("a.po", "po"),
        ("a.CSV", "csv"),
        ("a.tsv", "tsv"),
        ("daftar.istilah.xlsx", "xlsx"),
        ("a.txt", "omegat"),
        ("a.utf8", "omegat"),
        ("a.tbx", "tbx-2008"),
        ("a.tmx", "tmx"),
        ("a.json", "json"),
    ],
)
def test_formats_are_recognised_by_ending(path: str, name: str) -> None:
    """The ending decides, whatever its case."""
    assert formats.recognised(path).name == name


@pytest.mark.parametrize("path", ["-", "a", "a.ttl", "a.html", "a.docx"])
def test_other_endings_need_from(path: str) -> None:
    """What no format reads is asked for."""
    with pytest.raises(ExchangeError, match="say --from with one of po, csv"):
        formats.recognised(path)


def test_unknown_names_are_told() -> None:
    """A name that is none is answered with those that are."""
    with pytest.raises(ExchangeError, match="no format “tbx” — choose one of po, csv"):
        formats.named("tbx")


def test_formats_that_are_only_written_are_not_read() -> None:
    """DeepL's file cannot be imported."""
    with pytest.raises(ExchangeError, match=r"^a\.tsv: deepl is only written"):
        formats.loads(formats.named("deepl"), b"", "a.tsv")


def test_huge_files_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file larger than any glossary is not read at all."""
    monkeypatch.setattr(limits, "GLOSSARY", 3)
    with pytest.raises(ExchangeError, match="larger than 3 bytes — split it"):
        formats.loads(formats.named("csv"), b"term", "a.csv")


def test_nothing_is_written_that_is_not_read_back(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A writer that loses a concept is found out before anything is written."""

    def forgetful(rows: Iterable[tuple[str, ...]]) -> str:
        return "term\tEnglish\n"

    forgetting = row_formats.TSV._replace(write=forgetful)
    monkeypatch.setattr(row_formats, "TSV", forgetting)
    with pytest.raises(ExchangeError, match="would lose a concept"):
        formats.dumps(formats.named("tsv"), mini(), FormatOptions())
