"""The garbage collector is as it was after a long text."""

from __future__ import annotations

import gc

import pytest

from padanan.matching.annotator import Annotator
from padanan.matching.collecting import LONG, MANY, paused


@pytest.mark.parametrize(("characters", "running"), [(LONG - 1, True), (LONG, False)])
def test_only_a_long_text_pauses(*, characters: int, running: bool) -> None:
    """The collector rests while a long text is read, and runs afterwards."""
    with paused(characters):
        assert gc.isenabled() is running
    assert gc.isenabled()


def test_it_runs_again_after_an_error() -> None:
    """An error on the way does not leave the collector off."""
    with pytest.raises(ValueError, match="no"), paused(LONG):
        raise ValueError("no")
    assert gc.isenabled()


def test_it_stays_off_where_it_was_off() -> None:
    """A program that has turned the collector off finds it off."""
    gc.disable()
    try:
        with paused(LONG):
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_many_objects_that_stay_are_old_at_once() -> None:
    """What was learnt in a pause is not looked through, and nothing is left frozen."""
    with paused(LONG):
        kept: list[list[object]] = [[] for _ in range(2 * MANY)]
    assert any(one is kept[-1] for one in gc.get_objects(generation=2))
    assert gc.get_freeze_count() == 0


def test_the_annotator_pauses_for_a_long_text() -> None:
    """What annotates a text asks for the pause."""
    running = []

    class Looks:
        """An engine that notes whether the collector runs."""

        def annotate(self, _text: str, _options: object) -> tuple[()]:
            running.append(gc.isenabled())
            return ()

    annotator = Annotator.with_engine(Looks())  # type: ignore[arg-type]
    annotator.annotate("a" * LONG)
    annotator.annotate("a")
    assert running == [False, True]
