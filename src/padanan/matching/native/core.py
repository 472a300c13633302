"""What reads texts with the compiled core: loaded where enough is read to need it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from padanan.language.plain_text import plain_text
from padanan.matching.engine import DEFAULT, Options
from padanan.matching.native.memory import Memory
from padanan.matching.native.pages import PageDocument, resolve
from padanan.matching.native.placing import Placing
from padanan.matching.native.reading import Page
from padanan.matching.native.spotting import Beginnings, Spotter
from padanan.matching.native.wording import Wording
from padanan.matching.originals import annotations_of
from padanan.matching.recogniser import Recogniser

if TYPE_CHECKING:
    from padanan.matching.annotation import Annotation
    from padanan.matching.compiled import Compiled
    from padanan.matching.document import Document, Found
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
        page = Page(text)
        page.read(memory.vocabulary)
        if not (page.odd or page.unclear):
            return self._annotate(self._document_of(page, memory), options)
        plain = plain_text(text)
        if plain is None:
            return self._annotate(self._either(page, memory), options)
        page = Page(plain.text)
        page.read(memory.vocabulary)
        found = self._annotate(self._either(page, memory), options)
        return annotations_of(text, plain.offsets, found)

    def _either(self, page: Page, memory: Memory) -> Document:
        return self.document(page.text) if page.odd else self._document_of(page, memory)

    def _document_of(self, page: Page, memory: Memory) -> PageDocument:
        spotter = Spotter(page, memory.vocabulary, self._spellings, self._known)
        return PageDocument(page, spotter.scanned(), self._pairs, memory)

    def _annotate(self, document: Document, options: Options) -> tuple[Annotation, ...]:
        if options.nested or not isinstance(document, PageDocument):
            return super()._annotate(document, options)
        chosen, _ = self._choose(document, options)
        regions = Placing(document).regions(chosen) if options.context else {}
        if not options.basic:
            chosen = [one for one in chosen if not one[2].basic or one[2].parts]
        wording = Wording(document, self._compiled.countries, self._order)
        if options.context:
            return wording.annotations(chosen, regions)
        return wording.bare(chosen)

    def _resolve(self, document: Document, *, basic: bool) -> list[Found]:
        if isinstance(document, PageDocument):
            return resolve(document, basic=basic)
        return super()._resolve(document, basic=basic)
