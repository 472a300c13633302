"""Small valid files of every kind, from which inputs are made by mutation."""

# ruff: noqa: E501 -- mark-up reads better unbroken

from __future__ import annotations

import bz2
import io
import lzma
import tarfile
import zipfile
import zlib
from base64 import b64decode
from functools import cache
from urllib.parse import quote_plus

from padanan.exchange import formats
from padanan.model import (
    Concept,
    Example,
    Glossary,
    Joining,
    Level,
    Match,
    PartOfSpeech,
    Status,
    Term,
    TermType,
    concept_id,
)
from tests import texts_only
from tests.fuzz.mutations import packed, zipped

TEXT = """\
Menlu AS tiba di Jakarta

Gencatan senjata disepakati “Menteri Luar Negeri” Marco Rubio (Menlu), kata
duta besar Rusia pada 12/5/2025 pukul 12:30. Nilainya 2,5 juta; lihat https://a.b/c.

- nota diplomatik
- Perserikatan Bangsa-Bangsa (PBB)
"""

MARKDOWN = """\
---
title: Nota
---
# Menlu *AS* tiba [di](http://a.b "c") `PBB`

> Gencatan **senjata**[^1] ~~batal~~ ![x](y)
> - nota
>   1. <b>duta</b> besar

| a | b |
|:-:|---|
| PBB | konsul \\| x |

[^1]: Catatan <!-- x --> &amp; {#id .x}
[di]: http://a.b

```id
kode
```
Judul
=====
"""

HTML = """\
<!DOCTYPE html><html lang=id><head><meta charset=utf-8><title>Menlu</title>
<style>p{}</style></head><body><nav>menu</nav><article><h1>Menlu <em>AS</em></h1>
<p>Gencatan <b>sen</b>jata<br>di&nbsp;<a href="x">PBB</a><sup>1</sup> <code>a</code>
<table><tr><td colspan=2>duta<th>besar<tr><td>nota</table><ul><li>satu<ol><li>dua</ol></ul>
<script>if (a<b) "</p>"</script><!-- x --><pre>
 konsul</pre><ruby>a<rt>b</rt></ruby><p translate=no>Menlu <img alt=x src=y><textarea>x</textarea>
</article></body></html>
"""

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_NAMESPACES = (
    f'xmlns:w="{_W}" xmlns:r="{_R}"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
_BODY = """\
<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Menlu AS</w:t></w:r></w:p>
<w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">Gencatan </w:t></w:r><w:r><w:t>sen</w:t>
<w:softHyphen/><w:t>jata</w:t><w:tab/><w:br/><w:noBreakHyphen/></w:r><w:bookmarkStart w:id="0"
 w:name="a"/><w:ins w:id="1" w:author="a"><w:r><w:t> PBB</w:t></w:r></w:ins><w:del w:id="2"
 w:author="a"><w:r><w:delText>DK</w:delText></w:r></w:del><w:hyperlink r:id="rId9"><w:r><w:t>di</w:t>
</w:r></w:hyperlink><w:r><w:footnoteReference w:id="1"/></w:r><w:r><w:fldChar
 w:fldCharType="begin"/><w:instrText>PAGE</w:instrText><w:fldChar w:fldCharType="separate"/><w:t>1</w:t>
<w:fldChar w:fldCharType="end"/></w:r><w:r><w:sym w:font="Symbol" w:char="F061"/></w:r>
<w:commentRangeStart w:id="1"/><w:r><w:commentReference w:id="1"/></w:r><w:r><mc:AlternateContent>
<mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent><w:p><w:r><w:t>konsul</w:t></w:r></w:p>
</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent><w:p>
<w:r><w:t>konsul</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict></mc:Fallback>
</mc:AlternateContent></w:r><w:r><w:ruby><w:rt><w:r><w:t>b</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>a</w:t>
</w:r></w:rubyBase></w:ruby></w:r><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></w:p>
<w:sdt><w:sdtContent><w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>
</w:tcPr><w:p><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr><w:r><w:t>nota</w:t></w:r></w:p></w:tc>
<w:tc><w:p><w:r><w:t>note</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl><w:p/></w:tc>
</w:tr></w:tbl></w:sdtContent></w:sdt><w:altChunk r:id="rId8"/><w:sectPr/>"""
_STYLES = (
    '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn'
    ' w:val="N"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:i/></w:rPr></w:style>'
    '<w:style w:styleId="N" w:type="character"><w:name w:val="Code"/></w:style>'
)
_TYPES = (
    f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels"'
    ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    + "".join(
        f'<Override PartName="/{part}" ContentType="application/vnd.openxmlformats-'
        f'officedocument.{kind}+xml"/>'
        for part, kind in (
            ("word/document.xml", "wordprocessingml.document.main"),
            ("word/styles.xml", "wordprocessingml.styles"),
            ("word/footnotes.xml", "wordprocessingml.footnotes"),
            ("word/comments.xml", "wordprocessingml.comments"),
            ("xl/workbook.xml", "spreadsheetml.sheet.main"),
            ("xl/worksheets/sheet1.xml", "spreadsheetml.worksheet"),
            ("xl/sharedStrings.xml", "spreadsheetml.sharedStrings"),
        )
    )
    + "</Types>"
)


def _relations(*pairs: tuple[str, str]) -> bytes:
    inner = "".join(
        f'<Relationship Id="rId{number}" Type="{_R}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(pairs, 1)
    )
    namespace = f"{_PACKAGE}/relationships"
    return f'<Relationships xmlns="{namespace}">{inner}</Relationships>'.encode()


def document() -> bytes:
    """Return a Word document that has a little of everything that is read."""
    return _document(_BODY)


@cache
def open_document() -> bytes:
    """Return an OpenDocument text that has a little of everything that is read."""
    from tests.open_document import document as made
    from tests.open_document import paragraph, span

    link = '<text:a xlink:href="x">PBB</text:a>'
    note = (
        '<text:note text:id="n" text:note-class="footnote"><text:note-citation>1'
        f"</text:note-citation><text:note-body>{paragraph('Duta')}</text:note-body></text:note>"
    )
    cell = f"<table:table-cell>{paragraph('konsul')}</table:table-cell>"
    row = f"<table:table-row>{cell}{cell}</table:table-row>"
    return made(
        '<text:h text:outline-level="1">Menlu AS</text:h>'
        + paragraph(
            f"Gencatan {span('B', 'sen')}jata<text:tab/><text:line-break/>di{link}{note}"
        )
        + f"<text:list><text:list-item>{paragraph('nota')}</text:list-item></text:list>"
        + f"<table:table>{row}</table:table>"
        + paragraph(f'{span("S", "1")}<text:s text:c="2"/><draw:frame/> tiba'),
        paragraph("kepala"),
    )


SRT = """\
1
00:00:01,000 --> 00:00:02,500
{\\\\an8}<i>Menlu AS</i> tiba di
<font color="#fff">Jakarta.</font>

2
00:00:02,600 --> 00:00:04,000 X1:10 Y1:20
Gencatan senjata, katanya,\\Nberlaku
pukul 12.30 &amp; 2025

3
01:00:00,000 --> 01:00:02,000

4
01:00:03,000 --> 01:00:05,000
- Siapa?
- Duta besar PBB.
"""

VTT = """\
WEBVTT Kind: captions; Language: id

STYLE
::cue { color: lime }

REGION
id:a

NOTE a --> b

judul
00:01.000 --> 00:02.500 align:start position:0%
<v Menlu><c.x>Menlu AS</c> tiba</v>

00:02.500 --> 00:04.000
Menlu AS tiba
<00:02.700><c>di</c><00:03.000><c> Jakarta&nbsp;&lt;b&gt;.</c>

00:00:04.000 --> 00:00:06.000
<ruby>nota<rt>x</rt></ruby> PBB
"""

RTF = r"""{\rtf1\ansi\ansicpg1252\deff0\uc1{\fonttbl{\f0\fcharset0 Times;}{\f1\fcharset204{\*\fname x;}Arial;}}
{\colortbl;\red0\green0\blue0;}{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 heading 1;}}{\*\generator x;}
{\info{\title Judul}{\author a}}{\header kepala\par}\pard\s1\outlinelevel0 Menlu AS\par
\pard\plain\f0 Gencatan {\b sen}jata\~di{\super 1}{\field{\*\fldinst HYPERLINK "x"}{\fldrslt PBB}}\line
\u8220?Menlu\u8221? \'e9\'93{\f1\'cc\'e5}{\*\bkmkstart a}{\deleted lama}{\v tersembunyi}{\footnote\pard Duta}\par
{\pard\ls1\ilvl0 {\listtext 1.\tab}nota\par}\trowd\cellx100\cellx200\pard\intbl duta\cell besar\nestcell\cell\row
\pard{\shp{\*\shpinst{\sp{\sn x}{\sv y}}{\shptxt konsul\par}}{\shprslt konsul}}{\upr{lama}{\*\ud baru}}
{\pict\pngblip\bin4 }}}}}{\*\xyz x}\u-10179?\u-8704?{\uc2\u233 e'}\emdash\tab visa\_kunjungan\par}
"""

_CHAPTERS = (
    "<h1>Menlu AS</h1><p>Gencatan <b>sen</b>jata<br/>di&#160;<a href='x'>PBB</a><sup>1</sup></p>",
    "<table><tr><td>duta</td><th>besar</th></tr></table><ul><li>nota</li></ul><script/><p>visa</p>",
)


@cache
def book() -> bytes:
    """Return a book of two chapters, with contents and a font that is encrypted."""
    made = texts_only.book(*_CHAPTERS, more={
        "META-INF/encryption.xml": '<encryption><EncryptedData><CipherData><CipherReference '
        'URI="OEBPS/a.otf"/></CipherData></EncryptedData></encryption>',
        "OEBPS/a.otf": "x", "OEBPS/nav.xhtml": "<html><body><nav>x</nav></body></html>",
    })  # fmt: skip
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        return packed([(name, archive.read(name)) for name in archive.namelist()])


@cache
def printed() -> bytes:
    """Return a PDF file of two pages, with columns, heads, a note and turned words."""
    at = texts_only.at
    left = ("Menteri luar negeri kedua", "negara membahas gencatan", "senjata di Jenewa pada Senin",
            "bersama utusan khusus dan", "para du-")  # fmt: skip
    right = ("ta besar yang ditempatkan di", "sana untuk mencari jalan ke-", "luar dari konflik yang te-",
             "lah lama berlangsung itu.")  # fmt: skip
    columns = "".join(
        at(x, 700 - 12 * number, line)
        for x, lines in ((50, left), (320, right))
        for number, line in enumerate(lines)
    )
    turned = (
        f"BT /F 10 Tf 0 1 -1 0 30 400 Tm <{'DRAF'.encode('utf-16-be').hex()}> Tj ET\n"
    )
    first = (
        at(50, 810, "Harian 12") + at(50, 760, "Menlu AS", 18) + columns + turned
        + at(190, 680, "1", 6) + at(50, 60, "1 Catatan.", 7) + "10 10 m 50 50 l S\n"
    )  # fmt: skip
    second = at(50, 810, "Harian 13") + at(50, 700, "Nota diplomatik dikirim.")
    return texts_only.pdf(first, second)


def word_table() -> bytes:
    """Return a Word document whose table holds translation units."""
    rows = (*ROWS, ("", "<w:br/>", "<w:tab/>"))
    cells = (
        "".join(
            f"<w:tc><w:p><w:r><w:t>{cell}</w:t></w:r><w:ins><w:r><w:t>x</w:t></w:r></w:ins></w:p></w:tc>"
            for cell in row
        )
        for row in rows
    )
    table = "".join(f"<w:tr>{row}</w:tr>" for row in cells).replace(
        "<w:ins><w:r><w:t>x</w:t></w:r></w:ins>", "", 3
    )
    return _document(f"<w:p/><w:tbl>{table}</w:tbl><w:p/>")


@cache
def _document(body: str) -> bytes:

    def part(root: str, inner: str) -> bytes:
        return f"<w:{root} {_NAMESPACES}>{inner}</w:{root}>".encode()

    note = '<w:footnote w:id="1"><w:p><w:r><w:footnoteRef/><w:t>Duta</w:t></w:r></w:p></w:footnote>'
    comment = '<w:comment w:id="1" w:author="a"><w:p><w:r><w:t>x</w:t></w:r></w:p></w:comment>'
    return packed((
        ("[Content_Types].xml", _TYPES.encode()),
        ("_rels/.rels", _relations(("officeDocument", "word/document.xml"))),
        ("word/_rels/document.xml.rels", _relations(
            ("styles", "styles.xml"), ("footnotes", "footnotes.xml"),
            ("comments", "comments.xml"))),
        ("word/document.xml", part("document", f"<w:body>{body}</w:body>")),
        ("word/styles.xml", part("styles", _STYLES)),
        ("word/footnotes.xml", part("footnotes", note)),
        ("word/comments.xml", part("comments", comment)),
    ))  # fmt: skip


def _sheet(rows: tuple[tuple[str, ...], ...]) -> bytes:
    """Return a workbook whose cells hold their text in all the ways there are."""
    shared = sorted({cell for row in rows for cell in row})

    def cell(row: int, column: int, text: str) -> str:
        place = f"{'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[column]}{row}"
        if (row + column) % 3 == 0:
            return f'<c r="{place}" t="inlineStr"><is><r><t>{text}</t></r></is></c>'
        if (row + column) % 3 == 1:
            return f'<c r="{place}" t="s"><v>{shared.index(text)}</v></c>'
        return f'<c r="{place}" t="str"><f>"x"</f><v>{text}</v></c>'

    inner = "".join(
        f'<row r="{number}">'
        + "".join(cell(number, column, text) for column, text in enumerate(row))
        + "</row>"
        for number, row in enumerate(rows, 1)
    )
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    strings = "".join(f"<si><t>{text}</t></si>" for text in shared)
    return packed((
        ("[Content_Types].xml", _TYPES.encode()),
        ("_rels/.rels", _relations(("officeDocument", "xl/workbook.xml"))),
        ("xl/workbook.xml",
         f'<workbook xmlns="{main}" xmlns:r="{_R}"><sheets><sheet name="a" sheetId="1" r:id="rId1"/>'
         '</sheets></workbook>'.encode()),
        ("xl/_rels/workbook.xml.rels",
         _relations(("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "sharedStrings.xml"))),
        ("xl/worksheets/sheet1.xml",
         f'<worksheet xmlns="{main}"><dimension ref="A1:Z9"/><sheetData>{inner}</sheetData>'
         '<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells></worksheet>'.encode()),
        ("xl/sharedStrings.xml", f'<sst xmlns="{main}">{strings}</sst>'.encode()),
    ))  # fmt: skip


@cache
def glossary() -> Glossary:
    """Return a glossary of two concepts that use every field."""
    return Glossary((
        Concept(
            "gencatan-senjata", "conflict",
            (
                Term("gencatan senjata"), Term("genjatan senjata", Status.ADMITTED, TermType.VARIANT),
                Term("GS", Status.ADMITTED, TermType.ABBREVIATION),
                Term("damai", Status.ADMITTED, TermType.LOOK_UP),
                Term("perdamaian", Status.DEPRECATED, reason="not the same"),
            ),
            (
                Term("ceasefire"), Term("truce", Status.ADMITTED),
                Term("armistice", Status.ADMITTED, condition="near PBB"),
                Term("CF", Status.ADMITTED, TermType.ABBREVIATION),
                Term("peace", Status.DEPRECATED, reason="that is more"),
            ),
            PartOfSpeech.NOUN, definition="An end of fighting.", notes=("a note",),
            examples=(Example("Gencatan senjata berlaku.", "The ceasefire holds."),),
            sources=("VCDR",), comment="a comment", accepts=("cessation",), level=Level.BASIC,
            modifiers=(
                Term("truce", Status.ADMITTED, TermType.VARIANT, region="US", condition="near AS"),
                Term("nuclear", Status.ADMITTED, TermType.VARIANT),
            ),
            heads=(Joining("nouns | adjectives | portfolios = {head} of {modifier}", "near perang"),),
        ),
        Concept(
            concept_id("duta", "a person"), "missions", (Term("duta"),),
            (Term("envoy"), Term("minister", Status.ADMITTED, region="ID")),
            sense="a person", match=Match.EXACT, when=("followed by negara | bangsa",), unless=("followed by wisata",),
            fuzzy=True,
        ),
    ))  # fmt: skip


@cache
def exported(form: str) -> bytes:
    """Return that glossary in a format."""
    written = formats.writer(formats.named(form))(glossary(), formats.FormatOptions())
    data = written.files[0][1]
    return _slim(data) if form == "xlsx" else data


@cache
def worksheet(kind: str) -> bytes:
    """Return a worksheet of a small article, one sentence of which is translated."""
    from padanan import Annotator
    from padanan.jobs.articles import Source
    from padanan.jobs.worksheets import WorksheetOptions
    from padanan.jobs.worksheets import worksheet as made

    article = b"Menlu AS tiba.\n\nGencatan senjata disepakati.\n\nMenlu AS tiba.\n"
    known = Annotator(glossary())
    data = made(Source("a.txt", article), known, WorksheetOptions(kind)).data
    return _slim(data) if kind in {"docx", "xlsx"} else data


_NEEDLESS = ("docProps", "theme", "thumbnail", "fontTable", "webSettings", "numbering",
             "customXml", "stylesWithEffects")  # fmt: skip


def _slim(data: bytes) -> bytes:
    """Return a package without the parts that no reader looks into."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        kept = [
            (name, archive.read(name))
            for name in archive.namelist()
            if not any(part in name for part in _NEEDLESS)
        ]
    # The styles of the template are most of the file.
    return packed([
        (name, b'<w:styles xmlns:w="%s"/>' % _W.encode() if name == "word/styles.xml" else part)
        for name, part in kept
    ])  # fmt: skip


ROWS = (
    ("Indonesia", "English", "note"),
    ("Menlu tiba.", "He came.", "x"),
    ("nota", "=note", ""),
)

PO = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Language: en\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

# padanan: ignore T101 [nota] house style
#. hint
#: a.txt:1
#, fuzzy
#| msgid "x"
msgctxt "a"
msgid "Menlu AS tiba."
msgstr "He "
"came."

msgid "%d nota"
msgid_plural "%d nota"
msgstr[0] "%d note"
msgstr[1] "%d notes"

#~ msgid "old"
#~ msgstr "lama"
"""

XLIFF_1 = """\
<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><file original="a"
 source-language="id" target-language="en" datatype="plaintext"><header><note>x</note></header><body>
<group id="g"><trans-unit id="1" translate="yes" approved="yes"><source>Menlu <g id="1">AS</g><x id="2"
 ctype="lb"/>tiba.</source><seg-source><mrk mtype="seg" mid="1">Menlu</mrk></seg-source><target
 state="needs-translation">The <g id="1">US</g> <mrk mtype="protected">x</mrk><bpt id="3">&lt;b></bpt></target>
<note>padanan: ignore T101 x</note><alt-trans><target>y</target></alt-trans></trans-unit></group>
<trans-unit id="2"><source>nota</source></trans-unit></body></file></xliff>
"""

XLIFF_2 = """\
<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="id" trgLang="en"
 xmlns:gls="urn:oasis:names:tc:xliff:glossary:2.0"><file id="f"><skeleton>s</skeleton><group id="g"><unit
 id="u1" translate="yes"><notes><note>x</note></notes><originalData><data id="d1">&lt;b></data></originalData>
<gls:glossary><gls:glossEntry><gls:term>nota</gls:term></gls:glossEntry></gls:glossary>
<segment id="s1" state="initial"><source>Menlu <pc id="1" dataRefStart="d1">AS</pc><ph id="2"
 subType="fmt:br" type="fmt"/><mrk id="m1" translate="no">x</mrk></source><target order="2">The US<cp
 hex="0007"/><sc id="3"/><ec startRef="3"/></target></segment><ignorable><source> </source></ignorable>
<segment id="s2"><source>tiba.</source><target order="1">came.</target></segment></unit></group></file></xliff>
"""

TMX = """\
<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4"><header srclang="id" datatype="plaintext" segtype="sentence" o-tmf="x" adminlang="en"
 creationtool="a" creationtoolversion="1"/><body><tu tuid="1" srclang="id"><note>n</note><prop
 type="x">y</prop><tuv xml:lang="id"><seg>Menlu <bpt i="1">&lt;b></bpt>AS<ept i="1"/> <hi>tiba</hi><ph
 type="lb"/><it pos="begin">x</it><sub>s</sub></seg></tuv><tuv xml:lang="en-GB"><seg>The US came.</seg>
</tuv></tu><tu><tuv xml:lang="ID"><seg>nota</seg></tuv><tuv lang="en"><seg>note</seg></tuv></tu></body></tmx>
"""

TOML = """\
[common]
glossary = ["istilah.po"]
no-cache = true

[annotate]
format = "html"
nested = true
domain = ["law"]
[check]
"select" = "T101"
no-shipped = false
"""

OMEGAT = "gencatan senjata\tceasefire\tnote\n# x\nnota\tnote\n"

OWN = """\
msgid ""
msgstr ""
"Language: en\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

#. level: basic
#. replaces: yes
#. variant: GS
msgid "gencatan senjata"
msgstr "armistice"

#. when: followed by negara
msgid "duta"
msgstr "ambassador"
"""

CANDIDATES = 'keep,term,frequency,score,equivalents,contexts\nno,nota,3,1.0,note,"a, b"\n,duta,2,1.0,envoy,x\n'

EARLIER = '["a.txt",["","\\n\\n","\\n\\n","\\n"],[0,1,0],["3955422dd4a1","9b4e14027a83"],["",""]]'
"""The skeleton of ``worksheet`` as the first version packed it."""

REPORT = (
    '{"version": 1, "findings": [{"code": "T101", "context": "5f3a", "concept": "nota", "source":'
    ' {"start": 0, "end": 4, "text": "nota"}, "target": null}, {"code": "T303", "context": "a"}]}'
)

_MARKED = '{"annotation": [{"text": "a "}, {"markup": "<b>", "interpretAs": "x"}, {"text": "b"}]}'
ASKED = (
    "text=R&D and A+B: 50% more&language=en-US",
    "text=Nota%20itu&language=auto&level=picky&preferredVariants=en-GB,id&disabledRules=T201,",
    f"data={quote_plus(_MARKED)}&language=en&srctext=nota&motherTongue=id&enabledOnly=true",
)


@cache
def archive(kind: str) -> bytes:
    """Return a corpus in an archive, or compressed."""
    article = TEXT.encode()[:60]
    lines = b'{"text": "Menlu AS tiba.", "id": 1}\n{"text": "nota"}\n'
    if kind == "jsonl":
        return lines
    if kind == "zip":
        return packed((("a.txt", article), ("b/c.jsonl", lines), ("d.txt.gz", zipped(b"nota")),
                       ("e.tar", _tar(tarfile.USTAR_FORMAT)), ("f/", b"")))  # fmt: skip
    if kind == "tar":
        return _tar(tarfile.PAX_FORMAT)
    if kind == "gnu.tar":
        return _tar(tarfile.GNU_FORMAT)
    pack = {"gz": zipped, "bz2": bz2.compress, "xz": lzma.compress}
    return pack[kind](lines)


def _tar(form: int) -> bytes:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w", format=form) as made:
        for name, data in (
            ("a.txt", b"Menlu AS tiba."),
            ("é" * 60 + "/b.jsonl", b'{"text": "nota"}\n'),
        ):
            info = tarfile.TarInfo(name)
            info.size = len(data)
            made.addfile(info, io.BytesIO(data))
        link = tarfile.TarInfo("c.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "a" * 90
        made.addfile(link)
    # Of the ten thousand bytes of padding two blocks are needed.
    return stream.getvalue().rstrip(b"\0") + bytes(1_024)


def csv() -> bytes:
    """Return a bilingual table."""
    return "\n".join(",".join(f'"{cell}"' for cell in row) for row in ROWS).encode()


def tsv() -> bytes:
    """Return the same with tabs."""
    return "\n".join("\t".join(row) for row in ROWS).encode()


@cache
def sheet() -> bytes:
    """Return the same as a workbook."""
    return _sheet(ROWS)


@cache
def concept_sheet() -> bytes:
    """Return concepts as a workbook."""
    return _sheet((("Istilah", "English", "note"), ("visa", "visa", "x")))


@cache
def skeleton() -> bytes:
    """Return what a skeleton is before it is packed, without the article."""
    return _unpacked_skeleton()[0]


def with_article(data: bytes) -> bytes:
    """Return a skeleton with the article behind it."""
    return data + b"\n" + _unpacked_skeleton()[1]


@cache
def _unpacked_skeleton() -> tuple[bytes, bytes]:
    from padanan.translation.formats.po_catalogue import packed_skeleton
    from padanan.translation.skeleton import MARK

    word = packed_skeleton(worksheet("po"), "a.po").removeprefix(MARK)
    told, _, article = zlib.decompress(b64decode(word.removesuffix("."))).partition(
        b"\n"
    )
    return told, article


@cache
def compiled() -> bytes:
    """Return that glossary as it is kept in the cache."""
    from padanan.matching.compiled import dumps
    from padanan.matching.compiling import compile_glossary

    return dumps(compile_glossary(glossary()))


@cache
def part() -> bytes:
    """Return a finished chunk of a corpus."""
    from padanan.corpus import parts
    from padanan.corpus.work import Result

    return parts._dumps(Result(b'{"a": 1}\n{"b": 2}\n', 2, ("x",)))  # noqa: SLF001
