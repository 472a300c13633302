"""One's own list as pages change it: better English, hidden terms, removal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from padanan import jobs
from padanan.errors import GlossaryError
from padanan.jobs import Addition, GlossaryOptions, Hiding
from tests.glossaries import DATA

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "Gencatan senjata berlaku. Gencatan senjata kota menyusul."
TERM = "gencatan senjata"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A list that is not there yet."""
    return tmp_path / "new" / "own.po"


def marked(own: Path) -> list[str]:
    """Return the first English of each mark in the text."""
    options = GlossaryOptions((str(own), str(DATA / "mini.po")), shipped=False)
    return [one.equivalents[0] for one in jobs.annotator(options).annotate(TEXT)]


def hiding(own: Path, **more: object) -> Hiding:
    """Return what hides the term."""
    options = GlossaryOptions((str(own), str(DATA / "mini.po")), shipped=False)
    paths = options if own.exists() else options._replace(paths=options.paths[1:])
    concept = jobs.annotator(paths).engine.concept("gencatan-senjata")
    return Hiding(concept)._replace(**more)  # type: ignore[arg-type]


def test_better_english_comes_first(own: Path) -> None:
    """The last English that was said to be better is offered first."""
    for english in ("truce", "halt to fighting"):
        assert jobs.add(own, Addition(TERM, english, first=True)).changed
        assert marked(own) == [english, english]
    (entry,) = jobs.entries(own)
    assert [term.text for term in entry.equivalents] == ["halt to fighting", "truce"]
    assert not jobs.add(own, Addition(TERM, "halt to fighting", first=True)).changed


def test_a_proposal_changes_nothing_yet(own: Path) -> None:
    """What is only proposed is in the list, and offered once it is reviewed."""
    jobs.add(own, Addition(TERM, "halt", fuzzy=True, first=True))
    assert marked(own) == ["ceasefire", "ceasefire"]
    jobs.add(own, Addition(TERM, "truce", first=True))
    assert marked(own) == ["truce", "truce"]
    (entry,) = jobs.entries(own)
    assert ([e.text for e in entry.equivalents], entry.fuzzy) == (["truce"], False)
    assert entry.comment == "proposed: halt"
    jobs.add(own, Addition("nota", "note", fuzzy=True))
    jobs.add(own, Addition("nota", "note", first=True))
    assert not any(entry.fuzzy for entry in jobs.entries(own))


def test_one_sense_alone(own: Path) -> None:
    """English for one sense of a term is an entry of that sense."""
    added = jobs.add(own, Addition("misi", "envoys", sense="perwakilan"))
    other = jobs.add(own, Addition("misi", "task", sense="tugas"))
    assert [added.concept.id, other.concept.id] == ["misi.perwakilan", "misi.tugas"]


def test_hidden_everywhere(own: Path) -> None:
    """A term that is nowhere meant is marked nowhere, until the entry goes."""
    jobs.hide(own, hiding(own))
    assert marked(own) == []
    jobs.remove(own, "gencatan-senjata")
    assert marked(own) == ["ceasefire", "ceasefire"]
    with pytest.raises(GlossaryError, match=r"no entry “gencatan-senjata”"):
        jobs.remove(own, "gencatan-senjata")


def test_hidden_beside_a_word(own: Path) -> None:
    """A term is marked but where the condition holds, with all that it had."""
    jobs.add(own, Addition(TERM, "truce", first=True))
    jobs.hide(own, hiding(own, unless="followed by kota"))
    assert marked(own) == ["truce"]
    jobs.hide(own, hiding(own, unless="followed by berlaku"))
    assert marked(own) == []
    (entry,) = jobs.entries(own)
    assert entry.unless == ("followed by kota", "followed by berlaku")
    assert "penghentian tembak-menembak" in [term.text for term in entry.terms]


def test_a_proposal_hides_nothing(own: Path) -> None:
    """What is only proposed to be hidden is still marked, and overwrites nothing."""
    jobs.hide(own, hiding(own, fuzzy=True))
    assert marked(own) == ["ceasefire", "ceasefire"]
    jobs.hide(own, hiding(own))
    with pytest.raises(GlossaryError, match="is reviewed, this is not"):
        jobs.hide(own, hiding(own, unless="followed by kota", fuzzy=True))


def test_no_condition(own: Path) -> None:
    """What is no condition is refused, and nothing is written."""
    with pytest.raises(GlossaryError):
        jobs.hide(own, hiding(own, unless="beside kota"))
    assert not own.exists()


def test_no_list(tmp_path: Path) -> None:
    """A file that is no PO is neither read nor written."""
    path = tmp_path / "own.txt"
    with pytest.raises(GlossaryError, match=r"ends in \.po"):
        jobs.remove(path, "nota")
    assert jobs.entries(tmp_path / "none.po") == ()
