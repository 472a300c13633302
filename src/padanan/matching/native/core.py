# cython: annotation_typing=False
"""What reads texts with the compiled core: loaded where enough is read to need it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from padanan.matching.collecting import settle
from padanan.matching.engine import DEFAULT, Options
from padanan.matching.native.beginnings import Beginnings
from padanan.matching.native.copying import plain_copy
from padanan.matching.native.elements import Elements
from padanan.matching.native.memory import Memory
from padanan.matching.native.pages import PageDocument
from padanan.matching.native.placing import Placing
from padanan.matching.native.reading import Page
from padanan.matching.native.resolving import resolve
from padanan.matching.native.spotting import Spotter
from padanan.matching.native.wording import Original, Wording
from padanan.matching.native.writing import Writer, Written
from padanan.matching.originals import annotations_of
from padanan.matching.recogniser import Recogniser

if TYPE_CHECKING:
    from padanan.language.plain_text import PlainText
    from padanan.matching.annotation import Annotation
    from padanan.matching.compiled import Compiled
    from padanan.matching.native.reading import Room
    from padanan.matching.native.rows import Chosen, Rows
    from padanan.matching.notation import Notation
    from padanan.matching.pairs import Pairs
    from padanan.matching.regions import Region
    from padanan.matching.senses import Spellings

W = TypeVar("W", bound=Wording)

_MANY = 30
"""Number of new words behind which what was learnt is put among the old objects."""


class Core(Recogniser):
    """A ``Recogniser`` whose documents are those of the compiled core.

    Args:
        compiled: the glossary made ready.
        spellings: what the readable engine knows of spellings.
        pairs: what it knows of heads and modifiers.
    """

    def __init__(self, compiled: Compiled, spellings: Spellings, pairs: Pairs) -> None:
        super().__init__(compiled)
        self._spellings = spellings
        self._pairs = pairs
        self.memory = _memory(Beginnings(tuple(compiled.patterns)))
        self._writers: list[Writer] = []
        self._settled = 0

    def annotate(
        self, text: str, options: Options = DEFAULT, /
    ) -> tuple[Annotation, ...]:
        """Return the terms of a text, ordered and disjoint."""
        memory = self._fresh()
        if not memory.beginnings.whole:
            return super().annotate(text, options)
        room = memory.room()
        plain, document = self._read(text, memory, room)
        if options.nested or document.cuts_words:
            # What is asked for seldom is left to the readable engine.
            found = self._annotate(document, options)
            found = annotations_of(text, plain.offsets, found) if plain else found
        else:
            wording = self._wording(Wording, document, options, text, plain)
            found = wording.annotations(*self._chosen(document, options))
        memory.give_back(room)
        self._settle(memory)
        return found

    def written(self, text: str, options: Options, notation: Notation, /) -> bytes:
        """Return the terms of a text in a notation."""
        memory = self._fresh()
        if options.nested or not memory.beginnings.whole:
            return super().written(text, options, notation)
        room = memory.room()
        plain, document = self._read(text, memory, room)
        if document.cuts_words:
            memory.give_back(room)
            return super().written(text, options, notation)
        writer = self._writer(notation, memory)
        wording = self._wording(Written, document, options, text, plain)
        wording.writer = writer
        wording.word(*self._chosen(document, options))
        found = writer.taken()
        memory.give_back(room)
        self._settle(memory)
        self._writers.append(writer)
        return found

    def _settle(self, memory: Memory) -> None:
        """Let the garbage collector be where many words were learnt."""
        if memory.vocabulary.count > self._settled + _MANY:
            self._settled = memory.vocabulary.count
            settle()

    def _fresh(self) -> Memory:
        """Return what is known, a new one where that is too much."""
        memory = self.memory
        if memory.is_full() or memory.elements.is_full():
            memory = self.memory = _memory(memory.beginnings)
            self._settled = 0
        return memory

    def _writer(self, notation: Notation, memory: Memory) -> Writer:
        """Return a writer that nobody else has."""
        try:
            found = self._writers.pop()
        except IndexError:
            return Writer(notation, memory)
        if found.notation is notation and found.memory is memory:
            return found
        return Writer(notation, memory)

    def _read(
        self, text: str, memory: Memory, room: Room
    ) -> tuple[PlainText | None, PageDocument]:
        """Return the plain copy of a text, if it needs one, and what is read of it."""
        plain = plain_copy(text)
        page = self._page_of(plain.text if plain else text, memory, room)
        return plain, self._document_of(page, memory)

    def _page_of(self, text: str, memory: Memory, room: Room) -> Page:
        """Return a text cut into words and sentences."""
        page = Page(text, room)
        page.read(memory.vocabulary)
        return page

    def _document_of(self, page: Page, memory: Memory) -> PageDocument:
        candidates, places = page.room.candidates, page.room.places
        if page.cut:
            room = memory.room()
            finer = Page(page.text, room)
            finer.read_finer(page, memory.vocabulary)
            self._scan(finer, candidates, places, memory)
            memory.give_back(room)
            page.number(candidates)
            page.number(places)
        else:
            self._scan(page, candidates, places, memory)
        return PageDocument(page, candidates, places, self._pairs, memory)

    def _scan(self, page: Page, candidates: Rows, places: Rows, memory: Memory) -> None:
        Spotter(
            page,
            candidates,
            places,
            memory.vocabulary,
            self._spellings,
            memory.elements,
        ).scan()

    def _wording(
        self,
        kind: type[W],
        document: PageDocument,
        options: Options,
        text: str,
        plain: PlainText | None,
    ) -> W:
        original = Original(text, plain.offsets) if plain else None
        return kind(
            document,
            self._compiled.countries,
            self._order,
            original,
            basic=options.basic,
        )

    def _chosen(
        self, document: PageDocument, options: Options
    ) -> tuple[Chosen, list[Region | None] | None]:
        """Return the terms of a document, and the regions of those that are offices.

        Returns:
            ``None`` for the regions where no context is wanted.
        """
        chosen = self._terms(document, options)
        return chosen, self._regions(document, chosen) if options.context else None

    def _regions(self, document: PageDocument, chosen: Chosen) -> list[Region | None]:
        """Return the region of each term that is an office."""
        return Placing(document).regions(chosen)

    def _terms(self, document: PageDocument, options: Options) -> Chosen:
        page = document.page
        chosen = page.room.chosen
        if not options.domains:
            resolve(document, chosen, options.basic)
            return chosen
        for start, end, sense in self._choose(document, options)[0]:
            word, behind = page.first_from(start), page.first_from(end)
            chosen.add(start, end, word, behind, document.memory.meaning(sense))
        return chosen


def _memory(beginnings: Beginnings) -> Memory:
    memory = Memory(beginnings)
    memory.elements = Elements(memory)
    return memory
