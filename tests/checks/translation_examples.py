"""For each check of a translation: pairs that it must flag, and others it must not.

A pair is an Indonesian sentence with its English; several pairs are one document.
A flagged example names the Indonesian that the finding is about (empty for none) and
a part of its message. The shipped glossary decides.
"""

from __future__ import annotations

from typing import NamedTuple

Pairs = tuple[tuple[str, str], ...]


class Flagged(NamedTuple):
    """An example that a check must flag.

    Attributes:
        pairs: the document.
        about: the Indonesian that the finding is about.
        message: a part of its message.
    """

    pairs: Pairs
    about: str
    message: str


def one(source: str, target: str, about: str, message: str) -> Flagged:
    """Return an example of one pair."""
    return Flagged(((source, target),), about, message)


RUBIO = "Menteri Luar Negeri AS Marco Rubio tiba di Jenewa."

FLAGGED: dict[str, tuple[Flagged, ...]] = {
    "T101": (
        one("Gencatan senjata disepakati.", "A weapons truce was agreed.",
            "Gencatan senjata", "“weapons truce” is not to be used"),
        one("Duta Besar Italia hadir.", "The Italian great ambassador was there.",
            "Duta Besar", "write “ambassador”"),
        one("Mereka berdialog.", "They will dialogue.", "berdialog", "as a verb"),
        one("Kedua pihak berdialog.", "Both sides agreed to dialogue.",
            "berdialog", "as a verb"),
        one("Mereka berdialog.", "We can dialogue.", "berdialog", "as a verb"),
    ),
    "T102": (
        one(RUBIO, "US Foreign Minister Marco Rubio arrived in Geneva.",
            "Menteri Luar Negeri", "write “Secretary of State”"),
        Flagged(
            ((RUBIO, "US Secretary of State Marco Rubio arrived in Geneva."),
             ("Menlu Rubio lalu berangkat.", "Foreign Minister Rubio then left.")),
            "Menlu", "United States",
        ),
        one("Menteri Luar Negeri Rusia Sergei Lavrov menunggu.",
            "Russian Secretary of State Sergei Lavrov was waiting.",
            "Menteri Luar Negeri", "Russia"),
    ),
    "T103": (
        one("Pelapor khusus PBB tiba.", "The UN special reporter arrived.",
            "Pelapor khusus PBB", "false friend"),
    ),
    "T104": (
        one("Gencatan senjata berlaku malam ini.",
            "The gencatan senjata takes effect tonight.",
            "Gencatan senjata", "is left in Indonesian"),
        one("Pemerintah memberi amnesti.", "The government granted amnesti.",
            "amnesti", "write “amnesty”"),
        one("PBB mengecam serangan itu.", "PBB condemned the attack.",
            "PBB", "“PBB”"),
    ),
    "T201": (
        one("Gencatan senjata berlaku.", "The guns fell silent.",
            "Gencatan senjata", "write “ceasefire”"),
        one("Kedua pihak berunding tentang gencatan senjata.",
            "Both sides negotiated about an agreement.",
            "gencatan senjata", "no equivalent"),
    ),
    "T202": (
        one("Sebanyak 600 tentara tiba.", "Some 60 soldiers arrived.",
            "600", "which has “60”"),
        one("Nilainya 2,5 juta dolar.", "It is worth $2.5 billion.",
            "2,5 juta", "“2.5 billion”"),
        # Powers of ten.
        one("Nilainya 2,5 juta dolar.", "It is worth $25 million.",
            "2,5 juta", "“25 million”"),
        one("Sebanyak 1.500 orang tewas.", "Some 1.5 people died.",
            "1.500", "“1.5”"),
        one("Tarif itu 12,5 persen.", "The tariff is 125 per cent.", "12,5", "“125”"),
        one("Pada 17/5/2025 ia tiba.", "On 18 May 2025 he arrived.", "17", "“18”"),
    ),
    "T203": (
        one("Ia tiba Senin.", "He arrived on Tuesday.", "Senin", "“Tuesday”"),
        one("Pertemuan Jumat gagal.", "Thursday's meeting failed.",
            "Jumat", "“Thursday's”"),
        one("Rapat Sabtu batal.", "Sunday’s meeting is off.", "Sabtu", "Sunday"),
        one("Pada 17/5/2025 ia tiba.", "On 17 June 2025 he arrived.", "5", "June"),
        one("Pertemuan 5 Mei gagal.", "The meeting on 5 June failed.", "Mei", "June"),
    ),
    "T204": (
        one("Tiga sandera dibebaskan.", "Five hostages were freed.",
            "Tiga", "which has “Five”"),
        one("Pertemuan kelima gagal.", "The fourth meeting failed.",
            "kelima", "“fourth”"),
        one("Sebelas tentara tewas.", "Twelve soldiers died.", "Sebelas", "“Twelve”"),
        one("Delapan kapal ditahan.", "Some 7 ships were held.", "Delapan", "“7”"),
    ),
    "T205": (
        one("Menlu AS tiba.", "The UK foreign minister arrived.", "AS", "“UK”"),
        one("Pasukan Prancis mundur.", "German troops withdrew.",
            "Prancis", "“German”"),
        one("Ia terbang ke Iran.", "He flew to Iraq.", "Iran", "“Iraq”"),
        one("Warga Korea Utara membelot.", "Chinese citizens defected.",
            "Korea Utara", "“Chinese”"),
        one("Dubes Inggris dan Belanda hadir.",
            "The British and Danish ambassadors were there.", "Belanda", "“Danish”"),
    ),
    "T206": (
        one("Menlu AS Marco Rubio tiba.",
            "US Secretary of State Marco Rubbio arrived.", "Rubio", "“Rubbio”"),
        one("Kata Sergei Lavrov, Senin.", "Sergie Lavrov said on Monday.",
            "Sergei", "“Sergie”"),
        one("Presiden Emmanuel Macron menolak.", "The president refused.",
            "Emmanuel Macron", "not in the translation"),
    ),
    "T207": (
        one("Menlu Mesir di Kairo mengecam gencatan senjata, perjanjian, perundingan"
            " dan sanksi.",
            "The weather was fine.", "", "gencatan senjata, perjanjian"),
    ),
    "T301": (
        Flagged(
            (("Gencatan senjata berlaku.", "A ceasefire is in force."),
             ("Gencatan senjata dilanggar.", "The ceasefire was violated."),
             ("Gencatan senjata berakhir.", "The truce ended.")),
            "Gencatan senjata", "“truce” here, but “ceasefire” elsewhere",
        ),
    ),
    "T302": (
        one("Gencatan senjata berlaku. " + "Orang itu pergi ke pasar lagi. " * 9,
            "It is in force. " + "The man went to the market once more. " * 9
            + "So much for the ceasefire.",
            "Gencatan senjata", "far from"),
    ),
    "T303": (
        one("Ia berunding.", " ", "", "not translated"),
    ),
    "T401": (
        one("{1}Ia{/1} tiba.", "He came.", "", "tags {1} {/1} are missing"),
        one("Ia tiba{1/}.", "He came.", "", "tag {1/}"),
        one("{1}Ia{/1} tiba.", "{1}He came.", "", "tag {/1}"),
    ),
    "T402": (
        one("Ia tiba{1/}.", "He{1/} came{1/}.", "", "tag {1/} is there twice"),
        one("Ia tiba.", "{1}He{/1} came.", "", "tags {1} {/1} are there"),
        one("Ia{1/} tiba.", "He{1/} {2/}came.", "", "tag {2/}"),
    ),
    "T403": (
        one("{1}Ia{/1} tiba.", "{/1}He{1} came.", "", "tags {/1} {1} are not closed"),
        one("{1}Ia{/1} {2}tiba{/2}.", "{1}He {2}came{/1}{/2}.", "", "{/1}"),
    ),
}  # fmt: skip

PASSED: dict[str, tuple[Pairs, ...]] = {
    "T101": (
        (("Gencatan senjata disepakati.", "Cease-fires were agreed."),),
        (("Duta Besar Italia hadir.", "The Italian ambassador was great."),),
        # What is avoided as a verb may stand as a noun.
        (("Mereka berdialog.", "Their dialogue began."),),
        (("Kedua pihak siap berdialog.", "Both sides are open to dialogue."),),
        (("Mereka mulai berdialog.", "Peaceful dialogue has begun."),),
    ),
    "T102": (
        ((RUBIO, "US Secretary of State Marco Rubio arrived in Geneva."),),
        # What every country has may be said of the one that has its own word.
        (("Pemerintah AS menolak.", "The US government refused."),),
        (("Menteri Pertahanan AS hadir.", "The US Defence Secretary was there."),),
        # Nobody knows whose minister it is.
        (("Menteri Luar Negeri tiba.", "The Secretary of State arrived."),),
    ),
    "T103": (
        (("Pelapor khusus PBB tiba.", "The UN special rapporteur arrived."),),
        # Deprecated for another reason.
        (("Gencatan senjata disepakati.", "A weapons truce was agreed."),),
    ),
    "T104": (
        # English but for its case.
        (("Nato menolak.", "Nato refused."),),
        (("Ia meminta visa.", "He asked for a visa."),),
        (("Gencatan senjata (ceasefire) berlaku.",
          "The ceasefire (gencatan senjata) holds."),),
        # The English word "as" is not the Indonesian for the United States.
        (("Presiden AS datang.", "As the US president came."),),
        (("NATO menolak.", "NATO refused."),),
    ),
    "T201": (
        (("Gencatan senjata berlaku.", "The cease-fires’ terms apply."),),
        (("Pertukaran tahanan terjadi.", "An exchange of prisoners took place."),),
        (("Dua kuasa usaha hadir.", "Two chargés d’affaires were there."),),
        (("Dua nota verbal dikirim.", "Two notes verbales were sent."),
         ("Para sekretaris jenderal hadir.", "Secretaries-general were there.")),
        (("Para konsul jenderal bertemu.", "The consuls general met."),),
        (("Ia dinyatakan persona non grata.", "They are personae non gratae."),),
        (("AS menjatuhkan sanksi.", "Sanctions were imposed by the US."),),
        (("Mereka berdialog.", "Their dialogue began."),),
        # Of the longer term no part is demanded.
        (("Menteri luar negeri tiba.", "The foreign minister arrived."),),
        # A quotation that is left in the original.
        (("Slogan “gencatan senjata sekarang” terdengar.",
          "The slogan “gencatan senjata sekarang” was heard."),),
        # Nothing is translated yet.
        (("Gencatan senjata berlaku.", ""),),
    ),
    "T202": (
        (("Usianya 6,9,12 tahun.", "They are 6, 9 and 12 years old."),),
        (("Dua puluh orang dan 3.000 dolar.", "20 people and $3,000."),),
        (("Perang 1975-1990 usai.", "The 1975-90 war is over."),),
        (("Pukul 16.20 waktu setempat.", "At 4:20 pm local time."),),
        (("Sekitar 900 kilometer.", "About 900 km (560 miles)."),),
        (("Nilainya 2,5 juta.", "It is worth 2.5 million."),),
        (("Pada 17/5/2025 ia tiba.", "On 17 May 2025 he arrived."),),
        (("Pada 17 Mei 2025 ia tiba.", "On 5/17/2025 he arrived."),),
        (("Ia tiba Sabtu (17-5-2025).", "He arrived on Saturday, May 17, 2025."),),
        (("Sebanyak 1.500 orang.", "Some 1,500 people."),),
    ),
    "T203": (
        (("Ia tiba Senin.", "He arrived on Monday."),),
        (("Pertemuan Jumat gagal.", "Friday's meeting failed."),),
        (("Rapat setiap Sabtu.", "Meetings on Saturdays."),),
        (("Ia tiba kemarin.", "He arrived on Monday."),),
        (("Ia dapat pergi minggu depan.", "He may leave next week."),),
    ),
    "T204": (
        (("Tiga sandera bebas.", "Three hostages were freed."),),
        (("Tiga sandera bebas.", "All 3 hostages were freed."),),
        (("Kedua pihak berunding.", "Both sides negotiated."),),
        # Left out, or added, but not another one.
        (("Dua orang itu tiba.", "They arrived."),),
        (("Mereka tiba.", "The two men arrived."),),
        (("Salah satu dari tiga kapal tenggelam.", "One of the three ships sank."),),
        (("Puluhan orang tewas.", "Dozens of people died."),),
        (("Dua belas orang tewas.", "A dozen people died."),),
    ),
    "T205": (
        (("Menlu AS tiba.", "The American foreign minister arrived."),),
        (("Menlu Inggris tiba.", "Britain's foreign minister arrived."),),
        (("Warga Belanda ditangkap.", "Dutch citizens were arrested."),),
        (("Washington menolak.", "The US refused."),),
        (("Ia berbahasa Inggris dengan wakil Rusia.",
          "He spoke English with the Russian envoy."),),
        (("Krisis Korea memburuk.", "The North Korean crisis got worse."),),
        # Left out, or added, but not another one.
        (("Pasukan Irak mundur.", "The troops withdrew."),),
        (("Pasukan itu mundur.", "The Iraqi troops withdrew."),),
    ),
    "T206": (
        (("Menlu AS Marco Rubio tiba.", "Marco Rubio's plane arrived."),),
        (("Kata Barack Obama di Tokyo.", "Obama said in Tokyo."),),
        (("Presiden Recep Tayyip Erdoğan hadir.", "Recep Tayyip Erdogan was there."),),
        (("Kata Bashar Al-Assad.", "Bashar Assad said."),),
        (("Sidang Mahkamah Agung ditunda.", "The court was adjourned."),),
    ),
    "T207": (
        # The same names: one finding a term.
        (("Menlu Mesir di Kairo mengecam gencatan senjata, perjanjian, perundingan"
          " dan sanksi.",
          "Mesir, Kairo: the Egyptian criticised all of it."),),
        (("Ia tiba.", "The weather was fine."),),
    ),
    "T301": (
        (("Gencatan senjata berlaku.", "A ceasefire is in force."),
         ("Gencatan senjata dilanggar.", "The cease-fire was violated.")),
        (("PBB hadir.", "The United Nations was there."),
         ("PBB pergi.", "The UN left.")),
    ),
    "T302": (
        (("Gencatan senjata berlaku.", "It is in force, the ceasefire."),),
    ),
    "T303": (
        (("Ia berunding.", "He negotiated."),),
        (("", ""),),
    ),
    "T401": (
        (("{1}Ia{/1} tiba{2/}.", "{2/}Came {1}he{/1}."),),
        (("{1}Ia{/1} tiba.", ""),),
        (("Kurung {{1}.", "Brackets {{2}."),),
    ),
    "T402": (
        (("{1}Ia{/1} tiba{2/}.", "{2/}Came {1}he{/1}."),),
        (("Ia tiba.", "{{1}He came."),),
    ),
    "T403": (
        (("{1}Ia {2}tiba{/2}{/1}.", "{2}Came{/2} {1}he{/1}."),),
        # Told of as a missing tag.
        (("{1}Ia{/1} tiba.", "{1}He came."),),
    ),
}  # fmt: skip
