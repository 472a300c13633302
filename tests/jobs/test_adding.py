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

    from padanan.model import Concept

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


SHARED = """\
msgid "protokol tambahan"
msgstr "additional protocol"

#. when: sentence has IAEA
msgctxt "iaea"
msgid "protokol tambahan"
msgstr "Additional Protocol"

#. variant: protokol tambahan
#. variant: protokol lain
#. when: sentence has lain
msgid "protokol kedua"
msgstr "second protocol"

msgid "nota"
msgstr "note"
"""
"""Three concepts that share a term."""
PLACES = "Protokol tambahan baru. Protokol tambahan IAEA. Protokol lain itu lain."


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    """A glossary of them."""
    path = tmp_path / "shared.po"
    path.write_text(SHARED, "utf-8")
    return path


def found_in(*paths: Path) -> list[str]:
    """Return the English of the places."""
    options = GlossaryOptions(tuple(map(str, paths)), shipped=False)
    return [one.equivalents[0] for one in jobs.annotator(options).annotate(PLACES)]


def of(path: Path) -> tuple[Concept, ...]:
    """Return the concepts of a glossary."""
    compiled = jobs.compiled(GlossaryOptions((str(path),), shipped=False))
    return tuple(map(compiled.concept, range(compiled.size)))


def test_those_that_share_terms(shared: Path) -> None:
    """All that are joined by shared terms are found, from whichever one asks."""
    every = of(shared)
    family = [one.id for one in every if one.id != "nota"]
    for one in every:
        ids = [found.id for found in jobs.sharing(one, every)]
        assert ids == (["nota"] if one.id == "nota" else family)


def test_several_senses_hidden_at_once(own: Path, shared: Path) -> None:
    """Every sense goes where the condition holds, and keeps its turn elsewhere."""
    every = of(shared)[:3]
    before = found_in(shared)
    assert before == [
        "additional protocol",
        "Additional Protocol",
        "second protocol",
    ]
    jobs.hide(own, *(Hiding(one, "preceded by tidak ada") for one in every))
    assert found_in(own, shared) == before
    jobs.hide(own, *(Hiding(one, "followed by IAEA") for one in of(own)))
    assert found_in(own, shared) == [before[0], *before[2:]]


def test_kept_beside_a_hidden_one(own: Path, shared: Path) -> None:
    """What shares terms with a hidden concept keeps them, if it is kept."""
    one, two, three = of(shared)[:3]
    hidden = Hiding(one, "followed by baru"), Hiding(two, "followed by baru")
    jobs.hide(own, *hidden, Hiding(three, None))
    assert found_in(own, shared) == ["Additional Protocol", "second protocol"]


def test_what_was_hidden_at_once_is_taken_out_at_once(own: Path, shared: Path) -> None:
    """No entry stays behind that would keep a shared term from the others."""
    before = found_in(shared)
    one, two, three = of(shared)[:3]
    jobs.add(own, Addition("memo", "memo"))
    condition = "followed by baru"
    jobs.hide(own, Hiding(one, condition), Hiding(two, condition), Hiding(three, None))
    assert found_in(own, shared) != before
    assert [jobs.not_here(entry) for entry in jobs.entries(own)] == [
        (), (), (condition,), (condition,),
    ]  # fmt: skip
    assert [e.id for e in jobs.entries(own) if jobs.is_kept(e)] == ["protokol-kedua"]
    jobs.remove(own, two.id)
    assert [entry.id for entry in jobs.entries(own)] == ["memo"]
    assert found_in(own, shared) == before


def test_one_of_two_that_replace_is_taken_out_alone(own: Path) -> None:
    """Entries that somebody wrote himself are not taken out with each other."""
    own.parent.mkdir()
    entries = (
        f'#. replaces: yes\nmsgctxt "{sense}"\nmsgid "nota"\nmsgstr "{english}"\n'
        for sense, english in (("a", "note"), ("b", "memo"))
    )
    own.write_text("\n".join(entries), "utf-8")
    jobs.remove(own, "nota.a")
    assert [entry.id for entry in jobs.entries(own)] == ["nota.b"]


def test_hidden_although_it_has_a_condition(own: Path, shared: Path) -> None:
    """A concept that its ``when`` would still find is hidden everywhere, too."""
    one, two, three = of(shared)[:3]
    jobs.hide(own, Hiding(two), Hiding(one, None), Hiding(three, None))
    assert found_in(own, shared)[:2] == ["additional protocol"] * 2


def test_tried_before_it_is_written(own: Path) -> None:
    """The list that would be written is returned, and nothing is written."""
    data = jobs.with_hidden(own, hiding(own))
    assert not own.exists()
    jobs.hide(own, hiding(own))
    assert own.read_bytes() == data


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
