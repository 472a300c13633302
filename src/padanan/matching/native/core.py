"""What reads texts with the compiled core: loaded where enough is read to need it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from padanan.matching.engine import DEFAULT, Options
from padanan.matching.native.copying import plain_copy
from padanan.matching.native.memory import Memory
from padanan.matching.native.pages import PageDocument, resolve
from padanan.matching.native.placing import Placing
from padanan.matching.native.reading import Page
from padanan.matching.native.spotting import Beginnings, Spotter
from padanan.matching.native.wording import Original, Wording
from padanan.matching.originals import annotations_of
from padanan.matching.recogniser import Recogniser

if TYPE_CHECKING:
    from padanan.matching.annotation import Annotation
    from padanan.matching.candidates import Scanned
    from padanan.matching.compiled import Compiled
    from padanan.matching.document import Document, Found
    from padanan.matching.native.reading import Room
    from padanan.matching.native.spotting import Known
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
        self._known: dict[str, Known] = {}
        self.memory = Memory(Beginnings(compiled.patterns))

    def annotate(
        self, text: str, options: Options = DEFAULT, /
    ) -> tuple[Annotation, ...]:
        """Return the terms of a text, ordered and disjoint."""
        if self.memory.is_full():
            self.memory = Memory(self.memory.beginnings)
        memory = self.memory
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
        if not page.cut:
            return PageDocument(page, self._scanned(page, memory), self._pairs, memory)
        room = memory.room()
        finer = Page(page.text, room)
        finer.read(memory.vocabulary, folded=True)
        scanned = self._scanned(finer, memory)
        memory.give_back(room)
        return PageDocument(page, scanned, self._pairs, memory)

    def _scanned(self, page: Page, memory: Memory) -> Scanned:
        spotter = Spotter(page, memory.vocabulary, self._spellings, self._known)
        return spotter.scanned()

    def _worded(
        self, document: PageDocument, options: Options, original: Original | None
    ) -> tuple[Annotation, ...]:
        chosen, _ = self._choose(document, options)
        regions = Placing(document).regions(chosen) if options.context else {}
        wording = Wording(
            document,
            self._compiled.countries,
            self._order,
            original,
            basic=options.basic,
        )
        if options.context:
            return wording.annotations(chosen, regions)
        return wording.bare(chosen)

    def _resolve(self, document: Document, *, basic: bool) -> list[Found]:
        if isinstance(document, PageDocument):
            return resolve(document, basic=basic)
        return super()._resolve(document, basic=basic)
