"""For each check of a glossary: entries that it must flag, and others it must not.

An example is the text of entries without the header of the file; where one needs
several files, ``=== NAME.po`` begins another one; behind ``=== ON`` are the texts of a
corpus, a line each. A flagged example says in which of
its lines the finding stands, and a part of its message.
"""

from __future__ import annotations

from typing import NamedTuple


class Flagged(NamedTuple):
    """An example that a check must flag.

    Attributes:
        text: the entries.
        at: the whole line that the finding names.
        message: a part of its message.
    """

    text: str
    at: str
    message: str


def entry(*fields: str, term: str = "mediasi", english: str = "mediation") -> str:
    """Return an entry with a definition and a part of speech, and more fields."""
    keys = {field.split(":")[0] for field in fields}
    usual = ("definition: Help of a third party to those in dispute.", "pos: noun")
    missing = (field for field in usual if field.split(":")[0] not in keys)
    comments = "".join(f"#. {field}\n" for field in (*missing, *fields))
    return f'{comments}msgid "{term}"\nmsgstr "{english}"\n'


VISA = entry(term="visa", english="entry permit")
OTHER = entry("when: near perang", term="penengahan", english="mediation")

WARS, PLAIN = "Mediasi perang.\n" * 20, "Mediasi.\n" * 20

FLAGGED: dict[str, tuple[Flagged, ...]] = {
    "G001": (
        Flagged('msgid "a\nmsgstr "b"\n', 'msgid "a', "not a line of a PO file"),
        Flagged('msgstr "b"\n', 'msgstr "b"', "unexpected line"),
    ),
    "G002": (Flagged(entry("varaint: x"), "#. varaint: x", "did you mean “variant”?"),),
    "G003": (
        Flagged(entry("pos: noum"), "#. pos: noum", "did you mean “noun”?"),
        Flagged(entry("match: fuzzy"), "#. match: fuzzy", "write one of smart"),
        Flagged(entry("level: basis"), "#. level: basis", "did you mean “basic”?"),
        Flagged(entry("heads: a | | b"), "#. heads: a | | b", "has an empty word"),
        Flagged(entry("heads: a = x"), "#. heads: a = x", "no place for the modifier"),
    ),
    "G004": (
        Flagged(entry("pos: noun", "pos: verb"), "#. pos: verb", "occurs twice"),
        Flagged(
            f"{VISA}\n{VISA.replace('visa', 'Visa')}", 'msgid "Visa"', "the same id"
        ),
    ),
    "G005": (Flagged(entry(english=""), 'msgstr ""', "“mediasi” has no msgstr"),),
    "G006": (
        Flagged('#~ msgid "a"\n#~ msgstr "b"\n', '#~ msgid "a"', "is lost"),
        Flagged(f"#, no-wrap\n{VISA}", "#, no-wrap", "flag “no-wrap” is lost"),
    ),
    "G007": (
        Flagged(f"{VISA}\n{entry()}", 'msgid "visa"', "run padanan lint --fix"),
        Flagged(f"{VISA}\n", "", "not in canonical form from here"),
    ),
    "G101": (
        Flagged(f"=== b.po\n{VISA}=== a.po\n{VISA}", 'msgid "visa"', "in b.po too"),
    ),
    "G102": (
        Flagged(
            f"{entry('variant: visa', term='izin masuk')}\n{VISA}",
            "#. variant: visa",
            "“visa” also leads to “visa” (visa)",
        ),
        Flagged(
            f"{entry('look-up: kerjasama')}\n{entry(term='kerja sama')}",
            'msgid "kerja sama"',
            "also leads to “mediasi”",
        ),
        Flagged(
            f"{entry('abbreviation: MA')}\n{entry('abbreviation: MA', term='mutu')}",
            "#. abbreviation: MA",
            "leave it to one of them",
        ),
    ),
    "G103": (
        Flagged(f"#: VCRD:19\n{VISA}", 'msgid "visa"', "or did you mean “VCDR”?"),
        Flagged(f"#: KUHP\n{VISA}", 'msgid "visa"', "unknown source “KUHP” — list"),
    ),
    "G104": (
        Flagged(entry("equivalent [UK]: x"), "#. equivalent [UK]: x", "region “UK”"),
    ),
    "G105": (
        Flagged(entry("when: besides x"), "#. when: besides x", "is not understood"),
        Flagged(
            entry("equivalent if next x: y"), "#. equivalent if next x: y", "next x"
        ),
        Flagged(
            entry("when: with domain treatys"),
            "#. when: with domain treatys",
            "“with domain treatys” — did you mean “treaties”?",
        ),
        Flagged(
            entry("when: with concept konvensi"),
            "#. when: with concept konvensi",
            "there is no such name: “with concept konvensi” — mend it",
        ),
        Flagged(
            entry("when: followed by Rusia | dari COUNTRY"),
            "#. when: followed by Rusia | dari COUNTRY",
            "“dari COUNTRY” is never found — ask for COUNTRY by itself",
        ),
    ),
    "G106": (
        Flagged(
            entry("avoid: mediation — x"),
            "#. avoid: mediation — x",
            "both an equivalent and",
        ),
        Flagged(entry("equivalent: x", "avoid: x"), "#. avoid: x", "to be avoided"),
    ),
    "G107": (
        Flagged(entry("variant: mediasi"), "#. variant: mediasi", "occurs twice"),
        Flagged(entry("avoid: x", "avoid: x — y"), "#. avoid: x", "occurs twice"),
    ),
    "G108": (
        Flagged(
            entry("example: Ia menolak. = He refused."),
            "#. example: Ia menolak. = He refused.",
            "does not show “mediasi” (found: nothing)",
        ),
        Flagged(
            entry("when: near konflik", "example: Mediasi itu gagal. = It failed."),
            "#. example: Mediasi itu gagal. = It failed.",
            "or correct the conditions",
        ),
        Flagged(
            f"{entry('example: Kuasa mediasi pergi. = It left.')}\n"
            f"{entry(term='kuasa mediasi')}",
            "#. example: Kuasa mediasi pergi. = It left.",
            "(found: “Kuasa mediasi”)",
        ),
    ),
    "G109": (
        Flagged(
            entry("heads: nuklir"), "#. heads: nuklir", "“nuklir”, which is neither"
        ),
        Flagged(
            entry("heads: nouns | not domain tarde = {head} of {term}"),
            "#. heads: nouns | not domain tarde = {head} of {term}",
            "“tarde”",
        ),
        Flagged(
            entry("heads if near x: adjectives | visa"),
            "#. heads if near x: adjectives | visa",
            "correct or remove it",
        ),
    ),
    "G110": (
        Flagged(
            f"{entry('heads: nouns | not visa', 'heads: nouns | adjectives')}\n{VISA}",
            "#. heads: nouns | adjectives",
            "takes “visa”",
        ),
    ),
    "G111": (
        Flagged(
            entry("pos: proper noun", "heads: countries = {head}"),
            "#. heads: countries = {head}",
            "“countries = {head}” says what holds without it",
        ),
        Flagged(entry("heads: countries"), "#. heads: countries", "remove it"),
        Flagged(
            entry("heads if near x: countries = {modifier} {head}", "heads: nouns"),
            "#. heads if near x: countries = {modifier} {head}",
            "remove it",
        ),
        Flagged(
            entry("heads if near x: countries = {head} of {term}", "heads: countries"),
            "#. heads: countries",
            "remove it",
        ),
    ),
    "G112": (
        Flagged(
            entry("unless: near SPORT | babak kedua", "unless: near klub"),
            "#. unless: near klub",
            "“near klub” never holds without “near SPORT | babak kedua” (line 15)",
        ),
        Flagged(
            entry("when: near damai and not near film", "when: near damai"),
            "#. when: near damai and not near film",
            "remove it, or narrow that one",
        ),
        Flagged(
            entry("when: near x", "when: near x | y", "equivalent if near x: z"),
            "#. when: near x",
            "“near x | y” (line 16)",
        ),
        Flagged(
            entry("equivalent if near x | y: z", "equivalent if preceded by y: z"),
            "#. equivalent if preceded by y: z",
            "“near x | y” (line 15)",
        ),
    ),
    "G201": (
        Flagged('#. pos: noun\nmsgid "a"\nmsgstr "b"\n', 'msgid "a"', "no definition"),
        Flagged('#. definition: X.\nmsgid "a"\nmsgstr "b"\n', 'msgid "a"', "no pos"),
    ),
    "G202": (
        Flagged(
            entry("definition: Mediations by a third party."),
            "#. definition: Mediations by a third party.",
            "begins with “mediation” itself",
        ),
        Flagged(
            entry("definition: A cease-fire.", english="cease-fire"),
            "#. definition: A cease-fire.",
            "begins with “cease-fire” itself",
        ),
        Flagged(
            entry("definition: To visit a State officially.", english="visit"),
            "#. definition: To visit a State officially.",
            "begins with “visit” itself",
        ),
    ),
    "G203": (
        Flagged(
            entry("definition: Help of others"),
            "#. definition: Help of others",
            "no full stop after the definition",
        ),
        Flagged(
            entry("definition: help of others."),
            "#. definition: help of others.",
            "begins in lower case",
        ),
        Flagged(
            entry("example: Mediasi itu gagal. = The mediation failed"),
            "#. example: Mediasi itu gagal. = The mediation failed",
            "no full stop after “The mediation failed”",
        ),
        Flagged(
            entry("example: Mediasi gagal = It failed."),
            "#. example: Mediasi gagal = It failed.",
            "no full stop after “Mediasi gagal”",
        ),
    ),
    "G204": (
        Flagged(entry("note: Two  spaces."), "#. note: Two  spaces.", "stray space at"),
        Flagged(entry("note: A , b."), "#. note: A , b.", "stray space at “A , b.”"),
        Flagged(entry(term="mediasi "), 'msgid "mediasi "', "in msgid — remove it"),
        Flagged(entry("note: A\u00a0b."), "#. note: A\u00a0b.", "character U+00A0"),
        Flagged(entry("note: A\u200bb."), "#. note: A\u200bb.", "character U+200B"),
        Flagged(entry("note: e\u0301"), "#. note: e\u0301", "a separate accent"),
    ),
    "G205": (
        Flagged(entry(term="Mediasi"), 'msgid "Mediasi"', "“Mediasi” is capitalised"),
        Flagged(entry(english="Special Envoy"), 'msgstr "Special Envoy"', "lower case"),
    ),
    "G206": (
        Flagged(
            entry(
                "pos: proper noun", term="Dewan keamanan", english="Security Council"
            ),
            'msgid "Dewan keamanan"',
            "“keamanan” in the name “Dewan keamanan”",
        ),
        Flagged(
            entry("pos: proper noun", term="Liga Negara-negara Arab", english="League"),
            'msgid "Liga Negara-negara Arab"',
            "“negara” in the name",
        ),
        Flagged(
            entry("pos: proper noun", term="Holokaus", english="holocaust"),
            'msgstr "holocaust"',
            "“holocaust” in the name",
        ),
    ),
    "G207": (
        Flagged(entry(term="mediasinya"), 'msgid "mediasinya"', "the clitic -nya"),
        Flagged(
            f"{entry(term='delegasipun')}\n{entry(term='delegasi')}",
            'msgid "delegasipun"',
            "the clitic -pun",
        ),
        Flagged(
            entry(term="hak-hak asasi manusia"),
            'msgid "hak-hak asasi manusia"',
            "“hak-hak” is reduplicated — write the plain form",
        ),
    ),
    "G208": (
        Flagged(
            entry(term="KTT", english="summit"), 'msgid "KTT"', "add that as variant"
        ),
        Flagged(
            entry("equivalent-abbreviation: UNSC", english="UNSC"),
            "#. equivalent-abbreviation: UNSC",
            "“UNSC” is an abbreviation without its full form — add that as equivalent",
        ),
    ),
    "G301": (
        Flagged(
            f"{entry('when: near perang')}=== ON\n{WARS}",
            "#. when: near perang",
            "“when near perang” of “mediasi” holds in 20 of 20 places",
        ),
        Flagged(
            f"{entry('equivalent if near perang: x')}=== ON\n{WARS}",
            "#. equivalent if near perang: x",
            "“equivalent if near perang”",
        ),
    ),
    "G302": (
        Flagged(
            f"{entry('unless: near perang')}=== ON\n{PLAIN}",
            "#. unless: near perang",
            "“unless near perang” of “mediasi” holds in none of 20 places",
        ),
    ),
}

PASSED: dict[str, tuple[str, ...]] = {
    "G001": (entry(), 'msgid "a"\nmsgstr ""\n"b"\n', ""),
    "G002": (entry("variant: x", "note: see: below"),),
    "G003": (entry("pos: proper noun", "match: exact"),),
    "G004": (
        entry("note: x", "note: y"),
        f'msgctxt "x"\n{VISA}\nmsgctxt "y"\n{VISA}'.replace('msgctxt "x"\n#', "#"),
    ),
    "G005": (entry(),),
    "G006": (f"# A comment.\n#, fuzzy\n{VISA}",),
    "G007": (f"{entry()}\n{VISA}", f"{VISA}\n{VISA}", '#. nte: x\nmsgid "a"\n'),
    "G101": (f"=== b.po\n{VISA}=== a.po\n{entry()}",),
    "G102": (
        f"{entry('variant: penengahan')}\n{OTHER}",
        f"{entry('variant: izin', 'match: off')}\n{entry(term='izin')}",
        f"{entry('abbreviation: AS')}\n{entry(term='as')}",
    ),
    "G103": (f"#: VCDR:19 UN\n{VISA}", f"#: VCDR\n{VISA}"),
    "G104": (entry("equivalent [US]: a", "equivalent [EU]: b", "equivalent [UN]: c"),),
    "G105": (
        entry("when: followed by atas | terhadap and not near surat"),
        f"{entry('unless: with concept visa', 'when: with domain law')}\n{VISA}",
        entry("equivalent if preceded by dalam: x"),
    ),
    "G106": (entry("equivalent: x", "avoid: y — x is better"),),
    "G107": (
        entry("equivalent: x", "equivalent [US]: x", "equivalent if near y: x"),
        entry("equivalent: x", "avoid: x"),
    ),
    "G108": (
        entry("example: Kedua mediasi itu gagal. = Both mediations failed."),
        entry("match: off", "example: Ia pergi. = He left."),
        entry("when: besides x", "example: Ia pergi. = He left."),
        entry(),
    ),
    "G109": (
        entry("heads: nouns | adjectives | names | places | domain trade"),
        f"{entry('heads: visa | not domain law = {head} for {term}')}\n{VISA}",
    ),
    "G110": (
        f"{entry('heads: nouns | not visa', 'heads: nouns = {term} {head}')}\n{VISA}",
        f"{entry('heads: nouns | not visa', 'heads: visa = {head} of {term}')}\n{VISA}",
    ),
    "G111": (
        entry("pos: proper noun", "heads: countries"),
        entry("heads: countries = {head}"),
        entry("heads: nouns", "heads: adjectives"),
        entry("heads if near x: countries", "heads: countries = {head}"),
        entry(
            "pos: proper noun",
            "heads if near x: countries = {head}",
            "heads: countries = {modifier} {head}",
        ),
    ),
    "G112": (
        entry("when: near damai", "unless: near damai and near film"),
        entry("unless: near film | bioskop", "unless: near film | gim"),
        entry("unless: near damai", "unless: preceded within 6 by damai"),
        entry("equivalent if near x: y", "equivalent if near x: z"),
        entry("equivalent if near x: z", "equivalent if near x | y: z"),
        entry("equivalent [US] if near x: z", "equivalent [GB] if near x: z"),
        entry("when: besides x", "when: near x", "when: near y"),
    ),
    "G201": (entry(),),
    "G202": (
        entry("definition: Help of an intermediation service."),
        entry("definition: An offer of mediation that both sides accept."),
        entry("definition: Visa-free travel for a short stay.", english="visa"),
        entry("definition: Theatre of war.", english="the"),
    ),
    "G203": (
        entry("definition: UN body.", "example: “Mediasi?” = “Mediation?”"),
        entry("example: Mediasi gagal! (Lagi.) = It failed … = Yes."),
    ),
    "G204": (entry("note: “A”, b (c); d … e.", "when: followed by ( | ,"),),
    "G205": (
        entry(term="hukum Islam", english="Islamic law"),
        entry(term="islamofobia", english="Islamophobia"),
        entry(term="menteri pertahanan", english="Secretary of Defense"),
        entry("pos: proper noun", term="Gedung Putih", english="White House"),
        entry("pos: phrase", term="Yang Mulia", english="His Excellency"),
        entry(term="KTT luar biasa", english="UN summit"),
    ),
    "G206": (
        entry("pos: proper noun", term="Piagam PBB", english="UN Charter"),
        entry("pos: proper noun", term="Perserikatan Bangsa-Bangsa", english="UN"),
        entry("pos: proper noun", term="Konvensi tentang Visa", english="the Pact"),
        entry("pos: proper noun", term="Kantor Obat-obatan", english="Office of drugs"),
    ),
    "G207": (
        entry(term="undang-undang"),
        entry("pos: proper noun", term="Perserikatan Bangsa-Bangsa"),
        entry(term="mata-mata"),
        entry(term="garis putus-putus"),
        entry(term="tembak-menembak"),
        f"{entry(term='masalah')}\n{entry(term='masa')}",
        entry(term="memburuknya hubungan"),
        entry("pos: adverb", term="sepenuhnya"),
        entry(term="hak bertanya"),
    ),
    "G208": (
        entry(term="konferensi tingkat tinggi", english="summit"),
        entry("variant: konferensi tingkat tinggi", "equivalent: summit", term="KTT"),
        entry(term="BRICS", english="BRICS"),
        entry(term="KTT luar biasa", english="UN summit"),
    ),
    "G301": (
        f"{entry('when: near perang')}=== ON\n{WARS}{PLAIN}",
        entry("when: near perang"),
    ),
    "G302": (
        f"{entry('unless: near perang')}=== ON\n{PLAIN}Mediasi perang.\n",
        f"{entry('unless: near perang')}=== ON\nMediasi.\n",
    ),
}
