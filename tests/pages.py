"""Articles and a glossary of seven classes that tests of pages are made from."""

from __future__ import annotations

from functools import cache

from padanan import Annotator
from padanan.articles.annotated import AnnotatedArticle
from padanan.articles.readers import read
from padanan.model import Concept, Glossary, PartOfSpeech, Status, Term, concept_id

TITLE = "Menlu Bahas Gencatan Senjata"

ARTICLE = f"""\
{TITLE}

JAKARTA — Menteri Luar Negeri AS Marco Rubio membahas gencatan senjata dengan
PBB pada Senin. Perundingan itu menyusul gencatan senjata yang pertama di Jenewa.

Hubungan bilateral kedua negara membaik, kata seorang konsul. Nota diplomatik
akan menyusul setelah perundingan berikutnya di markas PBB.
"""
"""Terms of all seven classes; a region that chooses the English; terms twice."""

HOSTILE = """\
<script>document.title = "gencatan senjata"</script>

<img src=x onerror="document.title='PBB'"> gencatan senjata &amp; &lt;b&gt;PBB&lt;/b&gt;

</article></main></body><h1>PBB</h1> "PBB" 'PBB' `PBB` {{ PBB }} {% PBB %}

\u202ePBB terbalik\u202c dan \u200fPBB\u200e, nul \x00 PBB \x1b[31m PBB \ufffe PBB

]]> --> <!-- PBB --> javascript:PBB &#x3C;svg onload=PBB&#x3E;
"""
"""What an article may say, and a page must show as text."""

DEPRECATED = Term("arms stop", Status.DEPRECATED, reason="a calque")


def _concept(
    term: str, english: str, domain: str, *more: Term, other: tuple[Term, ...] = ()
) -> Concept:
    return Concept(
        concept_id(term),
        domain,
        (Term(term), *other),
        (Term(english), *more),
        PartOfSpeech.NOUN,
        f"Definition of {english}.",
    )


CONCEPTS = (
    Concept(
        "menteri-luar-negeri",
        "government",
        (Term("menteri luar negeri"), Term("Menlu", Status.ADMITTED)),
        (
            Term("foreign minister"),
            Term("minister for foreign affairs", Status.ADMITTED),
            Term("Secretary of State", Status.ADMITTED, region="US"),
            Term("Foreign Secretary", Status.ADMITTED, region="GB"),
        ),
        PartOfSpeech.NOUN,
        "Member of a government in charge of its foreign relations.",
        notes=("Secretary of State for the United States only.",),
        sources=("VCLT:7.2.a",),
    ),
    _concept(
        "gencatan senjata",
        "ceasefire",
        "conflict",
        Term("truce", Status.ADMITTED),
        DEPRECATED,
    ),
    _concept("PBB", "UN", "united-nations"),
    _concept("perundingan", "talks", "negotiation"),
    _concept("hubungan bilateral", "bilateral relations", "relations"),
    _concept("konsul", "consul", "consular"),
    _concept("nota diplomatik", "diplomatic note", "statements"),
)

TITLES = {"VCLT": "Vienna Convention on the Law of Treaties, 1969"}


@cache
def annotator() -> Annotator:
    """Return what finds the terms of these concepts."""
    return Annotator(Glossary(CONCEPTS))


def page(text: str | bytes = ARTICLE, path: str = "artikel.txt") -> AnnotatedArticle:
    """Return an annotated article."""
    data = text if isinstance(text, bytes) else text.encode()
    article = read(data, path)
    return AnnotatedArticle(article, annotator().annotate(article.readable))
