"""How often translators write what the glossary says."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import padanan
from padanan.corpus.against import Tally, against
from padanan.model import Status
from tests.shared import shared_path

if TYPE_CHECKING:
    from padanan.matching.engine import Engine

ENGINE = padanan.Annotator().engine

FLOOR = 0.83


def test_every_occurrence_is_counted() -> None:
    """An occurrence is found where any equivalent of its concept is there."""
    agreement = against(
        ENGINE,
        [
            ("Gencatan senjata goyah.", "The cease-fires hold."),
            ("Gencatan senjata, gencatan senjata!", "Silence!"),
            ("Kedutaan Besar tutup.", "The embassy is closed."),
        ],
    )
    assert agreement.tallies == (
        Tally("gencatan-senjata", "gencatan senjata", 3, 1),
        Tally("kedutaan-besar", "kedutaan besar", 1, 1),
    )
    assert agreement.share == 0.5


def test_a_composed_term_counts_as_a_whole_too() -> None:
    """A health worker is no health officer, as the head alone would have it."""
    pairs = [("Kata petugas kesehatan itu.", "A health worker said so.")]
    assert [(one.occurrences, one.found) for one in against(ENGINE, pairs).tallies] == [
        (1, 1)
    ]


def test_what_a_check_accepts_is_counted_apart() -> None:
    """It counts as missed, since nothing offers it; the number stands beside."""
    talks = SimpleNamespace(
        id="dialog",
        term="dialog",
        pos=None,
        equivalents=(SimpleNamespace(text="dialogue", status=Status.PREFERRED),),
        accepts=("talks", "conversation"),
    )
    found = (SimpleNamespace(concept=talks, parts=()),)
    engine = SimpleNamespace(annotate=lambda _text: found)
    english = ["A dialogue.", "Talks began.", "Talks: a dialogue.", "Silence."]
    agreement = against(cast("Engine", engine), [("Dialog.", one) for one in english])
    assert agreement.tallies == (Tally("dialog", "dialog", 4, 2, 1),)
    assert (agreement.found, agreement.accepted, agreement.share) == (2, 1, 0.5)


def test_nothing_recognised() -> None:
    """Without a term there is no share."""
    assert against(ENGINE, [("xyz", "abc")]).share == 0.0


def test_professional_translations_agree() -> None:
    """On aligned news the English has an equivalent as often as the floor says."""
    folder = shared_path() / "corpus"
    texts = [
        (folder / f"news-dev.{language}").read_text("utf-8").splitlines()
        for language in ("id", "en")
    ]
    assert against(ENGINE, zip(*texts, strict=True)).share >= FLOOR
