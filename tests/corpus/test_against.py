"""How often translators write what the glossary says."""

from __future__ import annotations

import padanan
from padanan.corpus.against import Tally, against
from tests.shared import shared_path

RECOGNISER = padanan.Annotator().engine

FLOOR = 0.83


def test_every_occurrence_is_counted() -> None:
    """An occurrence is found where any equivalent of its concept is there."""
    agreement = against(
        RECOGNISER,
        [
            ("Gencatan senjata berlaku.", "The cease-fires hold."),
            ("Gencatan senjata, gencatan senjata!", "Silence!"),
            ("Kedutaan Besar tutup.", "The embassy is closed."),
        ],
    )
    assert agreement.tallies == (
        Tally("gencatan-senjata", "gencatan senjata", 3, 1),
        Tally("kedutaan-besar", "kedutaan besar", 1, 1),
    )
    assert agreement.share == 0.5


def test_nothing_recognised() -> None:
    """Without a term there is no share."""
    assert against(RECOGNISER, [("xyz", "abc")]).share == 0.0


def test_professional_translations_agree() -> None:
    """On aligned news the English has an equivalent as often as the floor says."""
    folder = shared_path() / "corpus"
    texts = [
        (folder / f"news-dev.{language}").read_text("utf-8").splitlines()
        for language in ("id", "en")
    ]
    assert against(RECOGNISER, zip(*texts, strict=True)).share >= FLOOR
