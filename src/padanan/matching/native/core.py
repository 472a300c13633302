# cython: annotation_typing=False
"""What reads texts with the compiled core: loaded where enough is read to need it."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
from padanan.matching.originals import annotations_of
from padanan.matching.recogniser import Recogniser

if TYPE_CHECKING:
    from padanan.matching.annotation import Annotation
    from padanan.matching.compiled import Compiled
    from padanan.matching.native.reading import Room
    from padanan.matching.native.rows import Chosen, Rows
    from padanan.matching.pairs import Pairs
    from padanan.matching.senses import Spellings


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
        self.memory = _memory(Beginnings(compiled.patterns))

    def annotate(
        self, text: str, options: Options = DEFAULT, /
    ) -> tuple[Annotation, ...]:
        """Return the terms of a text, ordered and disjoint."""
        memory = self.memory
        if memory.is_full() or memory.elements.is_full():
            memory = self.memory = _memory(memory.beginnings)
        if not memory.beginnings.whole:
            return super().annotate(text, options)
        room = memory.room()
        found = self._read(text, options, memory, room)
        memory.give_back(room)
        return found

    def _read(
        self, text: str, options: Options, memory: Memory, room: Room
    ) -> tuple[Annotation, ...]:
        plain = plain_copy(text)
        page = Page(plain.text if plain else text, room)
        page.read(memory.vocabulary)
        document = self._document_of(page, memory)
        if not (options.nested or document.cuts_words):
            original = Original(text, plain.offsets) if plain else None
            return self._worded(document, options, original)
        # What is asked for seldom is left to the readable engine.
        found = self._annotate(document, options)
        return annotations_of(text, plain.offsets, found) if plain else found

    def _document_of(self, page: Page, memory: Memory) -> PageDocument:
        candidates, places = page.room.candidates, page.room.places
        if page.cut:
            room = memory.room()
            finer = Page(page.text, room)
            finer.read(memory.vocabulary, folded=True)
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

    def _worded(
        self, document: PageDocument, options: Options, original: Original | None
    ) -> tuple[Annotation, ...]:
        chosen = self._chosen(document, options)
        regions = Placing(document).regions(chosen) if options.context else None
        return Wording(
            document,
            self._compiled.countries,
            self._order,
            original,
            basic=options.basic,
        ).annotations(chosen, regions)

    def _chosen(self, document: PageDocument, options: Options) -> Chosen:
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
