"""A term added to the user's own list."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from padanan.errors import GlossaryError
from padanan.files.local import data_folder, read_file
from padanan.files.locking import locked
from padanan.files.writing import write_file
from padanan.model import Concept, Match, Status, Term, concept_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

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
        first: whether the English comes before what the entry has already.
        sense: of the term, where it has several and only one is meant.
    """

    term: str
    english: str
    definition: str = ""
    notes: tuple[str, ...] = ()
    fuzzy: bool = False
    first: bool = False
    sense: str | None = None


class Hiding(NamedTuple):
    """A concept whose terms are not to be marked any more.

    Attributes:
        concept: as it is in force, its list of one's own included.
        unless: the condition where they are not; empty for nowhere at all, ``None``
            for a concept that is only kept as it is, since another one, which shares
            terms with it, takes them away.
        fuzzy: whether that is still to be reviewed, and changes nothing until then.
    """

    concept: Concept
    unless: str | None = ""
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
    new = _cleaned(new)
    with _changed(path) as concepts:
        old = _entry_of(concepts, new, path)
        made = _added_to(old, new, path) if old else _made(new, path)
        return _written(path, concepts, old, made)


def sharing(concept: Concept, others: Iterable[Concept]) -> tuple[Concept, ...]:
    """Return a concept and those that share terms with it, or with one of these.

    Args:
        concept: the concept, one of the others.
        others: those of a glossary, in its order.

    >>> one = Concept("nota", "x", (Term("nota"), Term("surat")), ())
    >>> two = Concept("surat.letter", "x", (Term("surat"),), ())
    >>> [found.id for found in sharing(one, (one, two))]
    ['nota', 'surat.letter']
    """
    listed = tuple(others)
    spelt = {one.id: _spellings(one) for one in listed}
    ids, reached = {concept.id}, _spellings(concept)
    while True:
        more = {name for name, texts in spelt.items() if texts & reached} | ids
        if more == ids:
            return tuple(one for one in listed if one.id in ids)
        ids = more
        reached = frozenset[str]().union(*(spelt[name] for name in ids))


def takes_terms(what: Hiding) -> bool:
    """Tell whether the entry takes its terms away from all concepts that share them.

    It says the whole concept once more, with a condition, or without the ``when`` by
    which a concept with ``match: off`` would still be found.
    """
    return what.unless != "" or bool(what.concept.when)


def has_term(concept: Concept, text: str) -> bool:
    """Tell whether a concept has a term, in any spelling.

    >>> has_term(Concept("kerja-sama", "x", (Term("kerja sama"),), ()), "kerjasama")
    True
    """
    from padanan.glossary.overlay import spelling

    return spelling(text) in _spellings(concept)


def _spellings(concept: Concept) -> frozenset[str]:
    from padanan.glossary.overlay import spelling

    return frozenset(spelling(term.text) for term in concept.terms)


def hide(path: Path, *what: Hiding) -> AddResult:
    """Have the terms of concepts not marked, nowhere or where a condition holds.

    An entry of the list says so: with ``match: off``; or, for a condition, it is the
    whole concept once more, which takes the place of the other one. Concepts that share
    a term (``sharing``) are written at once, since such an entry takes it from all.

    Args:
        path: the list.
        what: at least one.

    Returns:
        What became of the first one.

    Raises:
        GlossaryError: the list is no glossary, or a condition is none.
        OSError: it cannot be read or written; it is then what it was before.
    """
    with _changed(path) as concepts:
        after = _with_hidden(path, concepts, what)
        made = next(one for one in after if one.id == what[0].concept.id)
        changed = set(after) != set(concepts)
        if changed:
            write_file(path, _text(path, after).encode())
        return AddResult(str(path), made, changed)


def with_hidden(path: Path, *what: Hiding) -> bytes:
    """Return a list as ``hide`` would write it, which writes nothing.

    Raises:
        GlossaryError: as for ``hide``.
        OSError: likewise.
    """
    return _text(path, _with_hidden(path, _read(path), what)).encode()


def _with_hidden(
    path: Path, concepts: tuple[Concept, ...], what: Iterable[Hiding]
) -> tuple[Concept, ...]:
    found = {one.id: one for one in concepts}
    for each in what:
        old = found.get(each.concept.id)
        if old is not None and each.fuzzy and not old.fuzzy:
            problem = f"the entry “{old.term}” is reviewed, this is not"
            raise GlossaryError(f"{problem} — edit it by hand", path=str(path))
        found[each.concept.id] = _hidden(old or _bare(each.concept, path), each)
    return tuple(found.values())


def remove(path: Path, concept: str) -> AddResult:
    """Take an entry out of a list, with those that were written with it.

    What ``hide`` has written for several concepts goes as one: an entry that stayed
    behind would keep the terms that they share from the others.

    Args:
        path: the list.
        concept: id of the entry.

    Raises:
        GlossaryError: the list is no glossary, or has no such entry.
        OSError: it cannot be read or written; it is then what it was before.
    """
    from padanan.glossary import po

    with _changed(path) as concepts:
        old = next((one for one in concepts if one.id == concept), None)
        if old is None:
            raise GlossaryError(f"no entry “{concept}” — reload it", path=str(path))
        hidden = [one for one in concepts if not_here(one) or is_kept(one)]
        gone = sharing(old, hidden) if old in hidden else (old,)
        others = (one for one in concepts if one not in gone)
        write_file(path, po.dumps(others, domain=path.stem).encode())
        return AddResult(str(path), old, changed=True)


def entries(path: Path) -> tuple[Concept, ...]:
    """Return the entries of a list; none where it does not exist.

    Raises:
        GlossaryError: the list is no glossary.
        OSError: it cannot be read.
    """
    return _read(path)


@contextmanager
def _changed(path: Path) -> Iterator[tuple[Concept, ...]]:
    """Give the entries of a list that nobody else changes meanwhile."""
    if path.suffix != ".po":
        raise GlossaryError("not a PO file — name one that ends in .po", path=str(path))
    path.parent.mkdir(parents=True, exist_ok=True)
    with locked(path):
        yield _read(path)


def _written(
    path: Path, concepts: tuple[Concept, ...], old: Concept | None, made: Concept
) -> AddResult:
    """Write a list with an entry in place of another one."""
    if made == old:
        return AddResult(str(path), made, changed=False)
    others = (concept for concept in concepts if concept is not old)
    write_file(path, _text(path, (*others, made)).encode())
    return AddResult(str(path), made, changed=True)


def _text(path: Path, concepts: Iterable[Concept]) -> str:
    """Return a list as its file has it, which can be read back.

    Raises:
        GlossaryError: an entry cannot be written.
    """
    from padanan.glossary import po

    text = po.dumps(concepts, domain=path.stem)
    po.loads(text, path=str(path), domain=path.stem)
    return text


def _bare(concept: Concept, path: Path) -> Concept:
    """Return an entry with the term and the English of a concept, and nothing else."""
    return Concept(
        concept.id,
        path.stem,
        (Term(concept.term),),
        (Term(concept.equivalent),),
        sense=concept.sense,
    )


def _hidden(entry: Concept, what: Hiding) -> Concept:
    from padanan.glossary.concepts import canonical

    if not takes_terms(what):
        return canonical(entry._replace(match=Match.OFF, fuzzy=what.fuzzy))
    whole = what.concept
    comment = _comment(entry.comment, what)
    made = whole._replace(replaces=True, own=(), fuzzy=what.fuzzy, comment=comment)
    if what.unless == "":
        return canonical(made._replace(match=Match.OFF, when=()))
    more = () if what.unless is None else (_condition(what.unless),)
    unless = tuple(dict.fromkeys((*whole.unless, *more)))
    return canonical(made._replace(unless=unless))


NOT_HERE = "not here: "
"""Begins a comment with a condition that was added to the concept of an entry."""
KEPT = "kept as it is, since it shares a term with what is not marked"
"""The comment of an entry that is there for its terms alone."""


def _comment(before: str, what: Hiding) -> str:
    """Return what an entry remembers of how it came about."""
    lines = [line for line in before.splitlines() if line != KEPT]
    line = KEPT if what.unless is None else f"{NOT_HERE}{what.unless or 'anywhere'}"
    return "\n".join(dict.fromkeys((*lines, line)))


def not_here(entry: Concept) -> tuple[str, ...]:
    """Return the conditions that ``hide`` has added to the concept of an entry.

    >>> one = Concept("nota", "own", (Term("nota"),), (Term("note"),))
    >>> not_here(_hidden(one, Hiding(one, "followed by kota")))
    ('followed by kota',)
    """
    lines = entry.comment.splitlines()
    return tuple(
        line.removeprefix(NOT_HERE) for line in lines if line.startswith(NOT_HERE)
    )


def is_kept(entry: Concept) -> bool:
    """Tell whether an entry is there for its terms alone.

    >>> one = Concept("nota", "own", (Term("nota"),), (Term("note"),))
    >>> is_kept(_hidden(one, Hiding(one, None))), is_kept(one)
    (True, False)
    """
    return KEPT in entry.comment.splitlines()


def _condition(text: str) -> str:
    from padanan.matching.conditions import parse

    return parse(text).text


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
    """Return the entry that has a term, ``None`` where there is none."""
    named = concept_id(new.term, new.sense)
    found = [one for one in concepts if one.id == named or _has(one, new)]
    if len(found) > 1:
        senses = ", ".join(concept.id for concept in found)
        message = f"“{new.term}” is several concepts ({senses}) — add it by hand"
        raise GlossaryError(message, path=str(path))
    return found[0] if found else None


def _has(concept: Concept, new: Addition) -> bool:
    from padanan.glossary.overlay import spelling

    texts = (spelling(term.text) for term in concept.terms)
    return not new.sense and spelling(new.term) in texts


def _made(new: Addition, path: Path) -> Concept:
    return Concept(
        concept_id(new.term, new.sense),
        path.stem,
        (Term(new.term),),
        (Term(new.english),),
        definition=new.definition,
        sense=new.sense,
        notes=tuple(dict.fromkeys(new.notes)),
        fuzzy=new.fuzzy,
    )


def _added_to(old: Concept, new: Addition, path: Path) -> Concept:
    from padanan.glossary.concepts import canonical

    for problem in _objections(old, new):
        raise GlossaryError(f"{problem} — edit it by hand", path=str(path))
    if new.first:
        old = _preferring(old, new)
    known = {one.text for one in old.equivalents}
    more = () if new.english in known else (Term(new.english, Status.ADMITTED),)
    return canonical(
        old._replace(
            equivalents=(*old.equivalents, *more),
            definition=old.definition or new.definition,
            notes=tuple(dict.fromkeys((*old.notes, *new.notes))),
            fuzzy=old.fuzzy and (new.fuzzy or bool(more)),
        )
    )


def _preferring(old: Concept, new: Addition) -> Concept:
    """Return an entry with the new English before its own.

    What nobody has reviewed becomes no equivalent by that: a comment remembers it.
    """
    others = [one for one in old.equivalents if not _is(one, new.english)]
    if old.fuzzy and not new.fuzzy:
        proposed = [one.text for one in others if one.status is Status.PREFERRED]
        others = [one for one in others if one.status is not Status.PREFERRED]
        said = (f"proposed: {text}" for text in proposed)
        old = old._replace(comment="\n".join(filter(None, (old.comment, *said))))
    admitted = (
        one._replace(status=Status.ADMITTED) if one.status is Status.PREFERRED else one
        for one in others
    )
    return old._replace(equivalents=(Term(new.english), *admitted))


def _is(term: Term, english: str) -> bool:
    return term.text == english and not term.region and not term.condition


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
