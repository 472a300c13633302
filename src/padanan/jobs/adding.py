"""A term added to the user's own list."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from padanan.errors import GlossaryError
from padanan.files.local import data_folder, read_file
from padanan.files.locking import locked
from padanan.files.writing import write_file
from padanan.model import Concept, Status, Term, concept_id

if TYPE_CHECKING:
    from collections.abc import Iterable

NAME = "own.po"
"""Name of the list where only a folder is known."""


class Addition(NamedTuple):
    """What is to be added.

    Attributes:
        term: the Indonesian term.
        english: its English.
        definition: one sentence; empty for none.
        notes: usage notes.
        fuzzy: whether it is still to be reviewed.
    """

    term: str
    english: str
    definition: str = ""
    notes: tuple[str, ...] = ()
    fuzzy: bool = False


class AddResult(NamedTuple):
    """What became of it.

    Attributes:
        path: the list.
        concept: the entry as it is now.
        changed: whether the list was written.
    """

    path: str
    concept: Concept
    changed: bool

    @property
    def notices(self) -> tuple[str, ...]:
        """Where the term is, in one line."""
        done = "added to" if self.changed else "is already in"
        entry = f"{self.concept.term} = {self.concept.equivalent}"
        return (f"{entry}: {done} {self.path}",)

    def as_dict(self) -> dict[str, Any]:
        """Return the addition of ``docs/json.md``."""
        from padanan.render.json import VERSION

        return {
            "version": VERSION,
            "path": self.path,
            "concept": self.concept.id,
            "changed": self.changed,
        }


def own_list(paths: Iterable[str] = ()) -> Path:
    """Return the list to which terms are added.

    Args:
        paths: lists that are in use, the first one first; a folder has it as
            ``own.po``. If there is none, it is that of the user's data folder.

    >>> str(own_list(["istilah.po", "lain.po"]))
    'istilah.po'
    """
    first = next(iter(paths), None)
    path = Path(first) if first else data_folder()
    return path / NAME if path.is_dir() or not path.suffix else path


def add(path: Path, new: Addition) -> AddResult:
    """Add a term to a list, which is made where it does not exist.

    An entry that has the term gets what it lacks: the English, after its own, the
    definition and the notes. Nothing is duplicated, and nothing is removed except the
    mark ``fuzzy``, if the same English is added without it.

    Raises:
        GlossaryError: the list is not a glossary, or contradicts what is to be added.
        OSError: it cannot be read or written; it is then what it was before.
    """
    from padanan.glossary import po

    if path.suffix != ".po":
        raise GlossaryError("not a PO file — name one that ends in .po", path=str(path))
    path.parent.mkdir(parents=True, exist_ok=True)
    new = _cleaned(new)
    with locked(path):
        concepts = _read(path)
        old = _entry_of(concepts, new, path)
        made = _added_to(old, new, path) if old else _made(new, path)
        if made == old:
            return AddResult(str(path), made, changed=False)
        others = (concept for concept in concepts if concept is not old)
        text = po.dumps([*others, made], domain=path.stem)
        write_file(path, text.encode())
    return AddResult(str(path), made, changed=True)


def _cleaned(new: Addition) -> Addition:
    term, english = " ".join(new.term.split()), " ".join(new.english.split())
    if not term or not english:
        raise GlossaryError("a term or its English is empty — write both")
    return new._replace(term=term, english=english)


def _read(path: Path) -> tuple[Concept, ...]:
    from padanan.glossary import po

    if not path.exists():
        return ()
    found = po.read(po.decode(read_file(path), path=str(path)), domain=path.stem)
    for problem in found.problems:
        raise GlossaryError(problem.message, path=str(path), line=problem.line)
    return found.concepts


def _entry_of(
    concepts: tuple[Concept, ...], new: Addition, path: Path
) -> Concept | None:
    """Return the entry that has a term, ``None`` if there is none."""
    from padanan.glossary.overlay import spelling

    named = concept_id(new.term)
    found = [
        concept
        for concept in concepts
        if concept.id == named
        or any(spelling(t.text) == spelling(new.term) for t in concept.terms)
    ]
    if len(found) > 1:
        senses = ", ".join(concept.id for concept in found)
        message = f"“{new.term}” is several concepts ({senses}) — add it by hand"
        raise GlossaryError(message, path=str(path))
    return found[0] if found else None


def _made(new: Addition, path: Path) -> Concept:
    return Concept(
        concept_id(new.term),
        path.stem,
        (Term(new.term),),
        (Term(new.english),),
        definition=new.definition,
        notes=tuple(dict.fromkeys(new.notes)),
        fuzzy=new.fuzzy,
    )


def _added_to(old: Concept, new: Addition, path: Path) -> Concept:
    from padanan.glossary.concepts import canonical

    for problem in _objections(old, new):
        raise GlossaryError(f"{problem} — edit it by hand", path=str(path))
    known = {one.text for one in old.equivalents}
    more = () if new.english in known else (Term(new.english, Status.ADMITTED),)
    return canonical(
        replace(
            old,
            equivalents=(*old.equivalents, *more),
            definition=old.definition or new.definition,
            notes=tuple(dict.fromkeys((*old.notes, *new.notes))),
            fuzzy=old.fuzzy and (new.fuzzy or bool(more)),
        )
    )


def _objections(old: Concept, new: Addition) -> Iterable[str]:
    """Yield what the list says against it."""
    for term, text in (
        *((term, new.term) for term in old.terms),
        *((term, new.english) for term in old.equivalents),
    ):
        if term.text == text and term.status is Status.DEPRECATED:
            yield f"“{text}” is not to be used in the entry “{old.term}”"
    if new.definition and old.definition not in ("", new.definition):
        yield f"the entry “{old.term}” has another definition"
    if new.fuzzy and not old.fuzzy and new.english != old.equivalent:
        yield f"the entry “{old.term}” is reviewed, but the addition is not"
