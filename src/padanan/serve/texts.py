"""The words of the pages, in English and in Indonesian.

Those of an article and its terms are in ``render.words``. What checks and readers say
is English in both: it is the same sentence as on the command line.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class Text(NamedTuple):
    """A text in both languages of the interface."""

    en: str
    id: str


_TEXTS = {
    # Everywhere
    "read": Text("Read", "Baca"),
    "lookup": Text("Look up", "Cari"),
    "compare": Text("Compare", "Bandingkan"),
    "own": Text("My list", "Daftar saya"),
    "api": Text("API", "API"),
    "pages": Text("Pages", "Halaman"),
    "skip": Text("Skip to the content", "Langsung ke isi"),
    "other-language": Text("Bahasa Indonesia", "English"),
    "dark": Text("Dark", "Gelap"),
    "cancel": Text("Cancel", "Batal"),
    "close": Text("Close", "Tutup"),
    "keys": Text("Keys", "Tombol"),
    "no-answer": Text(
        "The server does not answer. What you have typed is still here; start"
        " “padanan serve” again and try once more.",
        "Server tidak menjawab. Yang Anda ketik masih ada di sini; jalankan lagi"
        " “padanan serve”, lalu coba sekali lagi.",
    ),
    # Read
    "read-title": Text("Read a text", "Baca teks"),
    "read-lead": Text(
        "Paste an Indonesian text. Its diplomatic terms are underlined, each with"
        " the English to write.",
        "Tempelkan teks bahasa Indonesia. Istilah diplomatiknya digarisbawahi,"
        " masing-masing dengan padanan Inggrisnya.",
    ),
    "text": Text("Text", "Teks"),
    "paste": Text(
        "Paste a text, or drop a file", "Tempelkan teks, atau seret berkas ke sini"
    ),
    "file": Text("File", "Berkas"),
    "choose-file": Text("Choose a file", "Pilih berkas"),
    "kinds": Text(
        "Text, Markdown, HTML, Word, OpenDocument, RTF, EPUB, PDF or subtitles",
        "Teks, Markdown, HTML, Word, OpenDocument, RTF, EPUB, PDF, atau takarir",
    ),
    "all-levels": Text(
        "Also mark words of everyday news",
        "Tandai juga kata berita sehari-hari",
    ),
    "last": Text("Bring back the last text", "Kembalikan teks terakhir"),
    "do-read": Text("Read", "Baca"),
    "reading": Text("Reading the text …", "Membaca teks …"),
    "html": Text("Save as HTML", "Simpan sebagai HTML"),
    "sheet": Text("Term sheet (XLSX)", "Daftar istilah (XLSX)"),
    "another": Text("Another text", "Teks lain"),
    "add-term": Text("Missing term", "Istilah belum ada"),
    "add-short": Text("+ Term", "+ Istilah"),
    "key-add": Text(
        "a selected word is a missing term", "kata terpilih belum ada di glosarium"
    ),
    "key-mend": Text("better English", "padanan lebih tepat"),
    "key-hide": Text("not a term here", "bukan istilah di sini"),
    # One's own list
    "mend": Text("Better English", "Padanan lebih tepat"),
    "mend-lead": Text(
        "Your English comes first from now on, in every text.",
        "Mulai sekarang padanan Anda didahulukan di semua teks.",
    ),
    "hide": Text("Not here", "Bukan di sini"),
    "hide-title": Text("Not a term here", "Bukan istilah di sini"),
    "hide-where": Text("Do not mark it", "Jangan tandai"),
    "hide-after": Text("after", "sesudah"),
    "hide-before": Text("before", "sebelum"),
    "hide-never": Text("anywhere", "di mana pun"),
    "hide-composed": Text(
        "The term is put together. Your list will say where its first part is not"
        " marked:",
        "Istilah ini gabungan. Daftar Anda akan menyatakan di mana bagian pertamanya"
        " tidak ditandai:",
    ),
    "hide-senses": Text(
        "The glossary has several meanings of this term; none of them is marked there.",
        "Istilah ini punya beberapa makna di glosarium; tidak satu pun ditandai di"
        " sana.",
    ),
    "hide-impossible": Text(
        "The term is put together, and no condition can say that it is none here. It"
        " is kept as a proposal, for whoever reviews your list.",
        "Istilah ini gabungan, dan tidak ada syarat yang dapat menyatakan bahwa ini"
        " bukan istilah di sini. Ini disimpan sebagai usulan bagi peninjau daftar"
        " Anda.",
    ),
    "missing-lead": Text(
        "The term is marked from now on, in every text.",
        "Mulai sekarang istilah ini ditandai di semua teks.",
    ),
    "term": Text("Indonesian term", "Istilah Indonesia"),
    "english": Text("English", "Padanan Inggris"),
    "now": Text("now", "kini"),
    "note": Text("Note (optional)", "Catatan (boleh kosong)"),
    "definition": Text(
        "Definition in English (optional)",
        "Definisi dalam bahasa Inggris (boleh kosong)",
    ),
    "only-proposed": Text(
        "Only a proposal: keep it for review, change nothing yet",
        "Usulan saja: simpan untuk ditinjau, jangan ubah apa pun dulu",
    ),
    "proposed": Text("proposed", "diusulkan"),
    "write": Text("Write to my list", "Tulis ke daftar saya"),
    "written": Text("Written to your list.", "Tertulis di daftar Anda."),
    "written-proposal": Text(
        "Kept in your list as a proposal.", "Tersimpan di daftar Anda sebagai usulan."
    ),
    "held-back": Text(
        "Written to your list. The term is not marked in this text: the glossary"
        " has it with a condition.",
        "Tertulis di daftar Anda. Istilah itu tidak ditandai dalam teks ini: di"
        " glosarium ia punya syarat.",
    ),
    "removed": Text("Taken out of your list.", "Dihapus dari daftar Anda."),
    "removed-senses": Text(
        "Taken out of your list, with what was written with it.",
        "Dihapus dari daftar Anda, beserta yang ditulis bersamanya.",
    ),
    "own-kept": Text(
        "as in the glossary; it shares a term with another entry here",
        "seperti di glosarium; berbagi istilah dengan entri lain di sini",
    ),
    "own-lead": Text(
        "These entries come before the shipped glossary. The file is a PO that"
        " Poedit opens and that “padanan import” takes.",
        "Entri ini didahulukan dari glosarium bawaan. Berkasnya PO yang dapat dibuka"
        " dengan Poedit dan diterima “padanan import”.",
    ),
    "own-empty": Text(
        "Nothing yet. Click a term in a text and choose “Better English”, or select a"
        " word that is not marked.",
        "Belum ada. Klik istilah dalam teks dan pilih “Padanan lebih tepat”, atau pilih"
        " kata yang tidak ditandai.",
    ),
    "own-file": Text("Download the PO file", "Unduh berkas PO"),
    "remove": Text("Remove", "Hapus"),
    "hidden-everywhere": Text("never marked", "tidak pernah ditandai"),
    "unless": Text("not marked", "tidak ditandai"),
    "unless-if": Text("where it is", "bila"),
    "and": Text("and", "dan"),
    # Look up
    "lookup-title": Text("Look up a term", "Cari istilah"),
    "query": Text(
        "Type Indonesian or English, in any form: negosiasinya, ceasefires.",
        "Ketik istilah Indonesia atau Inggris dalam bentuk apa pun: negosiasinya,"
        " ceasefires.",
    ),
    "do-lookup": Text("Look up", "Cari"),
    "no-hit": Text("Nothing found for", "Tidak ditemukan untuk"),
    "similar": Text(
        "Nothing is exactly that. Similar:", "Tidak ada yang persis. Mirip:"
    ),
    "hits": Text("found", "ditemukan"),
    "also": Text("also", "juga"),
    "variants": Text("also written", "juga ditulis"),
    "avoid": Text("do not write", "jangan tulis"),
    "elsewhere": Text("in some places", "di tempat tertentu"),
    "if": Text("if", "bila"),
    "examples": Text("Examples", "Contoh"),
    "sources": Text("Sources", "Sumber"),
    "notes": Text("Notes", "Catatan"),
    "unreviewed": Text("not yet reviewed", "belum ditinjau"),
    "copy": Text("Copy", "Salin"),
    "copied": Text("copied", "disalin"),
    # Compare
    "compare-title": Text("Compare a translation", "Bandingkan terjemahan"),
    "compare-lead": Text(
        "Paste the Indonesian and its English, or choose a file with both (PO, XLIFF,"
        " TMX, CSV, XLSX, DOCX).",
        "Tempelkan teks Indonesia dan terjemahan Inggrisnya, atau pilih berkas dengan"
        " keduanya (PO, XLIFF, TMX, CSV, XLSX, DOCX).",
    ),
    "source": Text("Indonesian", "Indonesia"),
    "translation": Text("English translation", "Terjemahan Inggris"),
    "source-file": Text(
        "Source, or a file with both languages",
        "Sumber, atau berkas dengan kedua bahasa",
    ),
    "translation-file": Text("Translation", "Terjemahan"),
    "aligned": Text(
        "Line against line, not sentence against sentence",
        "Baris demi baris, bukan kalimat demi kalimat",
    ),
    "do-compare": Text("Compare", "Bandingkan"),
    "only-findings": Text("Only where something was found", "Hanya yang ada temuannya"),
    "confidence": Text("confidence", "keyakinan"),
    "none-found": Text(
        "Nothing found: the translation uses the terms.",
        "Tidak ada temuan: terjemahan memakai istilahnya.",
    ),
    "unit": Text("Unit", "Satuan"),
    "not-aligned": Text("not aligned", "tidak sejajar"),
    "waive": Text("Waive", "Abaikan"),
    "waive-reason": Text("Why does it not count?", "Mengapa tidak dihitung?"),
    "waive-here": Text("only here", "hanya di sini"),
    "waive-concept": Text("this term, everywhere", "istilah ini, di semua tempat"),
    "waived": Text("waived", "diabaikan"),
    "take-back": Text("Take back", "Batalkan"),
    "report": Text("Report (HTML)", "Laporan (HTML)"),
    "waivers": Text("Decisions (.waivers)", "Keputusan (.waivers)"),
    "error": Text("error", "kesalahan"),
    "warning": Text("warning", "peringatan"),
    "finding-note": Text("note", "catatan"),
    "errors": Text("errors", "kesalahan"),
    "warnings": Text("warnings", "peringatan"),
    "finding-notes": Text("notes", "catatan"),
    "units": Text("units", "satuan"),
    "terms": Text("terms", "istilah"),
    # Problems and the door
    "problem": Text("That did not work", "Tidak berhasil"),
    "enter-title": Text("This page needs its token", "Halaman ini memerlukan token"),
    "enter-lead": Text(
        "Open the address that “padanan serve” has shown in its terminal, or paste"
        " the token here.",
        "Buka alamat yang ditampilkan “padanan serve” di terminalnya, atau tempelkan"
        " tokennya di sini.",
    ),
    "token": Text("Token", "Token"),
    "enter": Text("Enter", "Masuk"),
    "home": Text("To the first page", "Ke halaman pertama"),
    # Help
    "help": Text("Help", "Bantuan"),
    "help-private": Text(
        "Nothing that you paste leaves this server: the pages load nothing from"
        " elsewhere, and texts are kept in memory only, until the server ends.",
        "Yang Anda tempelkan tidak keluar dari server ini: halaman tidak memuat apa"
        " pun dari tempat lain, dan teks hanya disimpan di memori sampai server"
        " berhenti.",
    ),
    "help-read": Text(
        "Paste a text or drop a file. The diplomatic terms are underlined; point at"
        " one, tap it or press “n” for its English, its definition and what not to"
        " write. A click copies the English.",
        "Tempelkan teks atau seret berkas. Istilah diplomatik digarisbawahi; arahkan"
        " penunjuk, ketuk, atau tekan “n” untuk melihat padanan Inggris, definisi, dan"
        " yang jangan ditulis. Klik untuk menyalin padanannya.",
    ),
    "help-own": Text(
        "If you know better English, if a word is no term in its place, or if a term"
        " is missing, say so: it is written to your list, and holds for every text.",
        "Bila Anda tahu padanan yang lebih tepat, bila kata bukan istilah di"
        " tempatnya, atau bila ada istilah yang belum ada, nyatakan: itu ditulis di"
        " daftar Anda dan berlaku untuk semua teks.",
    ),
    "help-files": Text("Files that are read:", "Berkas yang dapat dibaca:"),
    "help-lookup": Text(
        "Type Indonesian or English. Whole terms come first, then those that begin"
        " so. An entry has an address of its own, which you can bookmark.",
        "Ketik dalam bahasa Indonesia atau Inggris. Istilah yang utuh didahulukan,"
        " kemudian yang berawal demikian. Setiap entri mempunyai alamat sendiri yang"
        " dapat ditandai.",
    ),
    "help-compare": Text(
        "Paste a text and its English, or choose files. What differs is underlined in"
        " both, with what to write. A finding that does not count is waived with a"
        " reason, which is remembered for these texts.",
        "Tempelkan teks dan terjemahan Inggrisnya, atau pilih berkas. Yang berbeda"
        " digarisbawahi di keduanya, disertai yang seharusnya ditulis. Temuan yang"
        " tidak perlu dihitung diabaikan dengan alasan, yang diingat untuk teks ini.",
    ),
    "help-pairs": Text("Files with both languages:", "Berkas dengan kedua bahasa:"),
    "help-everywhere": Text("On every page", "Di semua halaman"),
    "key-hits": Text("from one entry to the next", "berpindah antarentri"),
    "key-query": Text("back to the question", "kembali ke kolom pencarian"),
    "key-pages": Text(
        "Read, Look up, Compare, My list", "Baca, Cari, Bandingkan, Daftar saya"
    ),
    "key-dark": Text("dark or light", "gelap atau terang"),
    "key-send": Text("send what you have typed", "kirim yang Anda ketik"),
    "key-leave": Text(
        "leave a field, so that the keys work",
        "keluar dari kolom isian agar tombol berfungsi",
    ),
    "key-help": Text("this page", "halaman ini"),
    "help-programs-title": Text("In other programs", "Di program lain"),
    "help-programs": Text(
        "OmegaT, LibreOffice and other programs that know LanguageTool show the same"
        " findings. Give them this address:",
        "OmegaT, LibreOffice, dan program lain yang mengenal LanguageTool menampilkan"
        " temuan yang sama. Berikan alamat ini:",
    ),
    # Parts of speech
    "pos-noun": Text("noun", "nomina"),
    "pos-verb": Text("verb", "verba"),
    "pos-adjective": Text("adjective", "adjektiva"),
    "pos-adverb": Text("adverb", "adverbia"),
    "pos-proper noun": Text("proper noun", "nama diri"),
    "pos-phrase": Text("phrase", "frasa"),
    # The API's page
    "docs-title": Text("The API", "API"),
    "docs-file": Text("OpenAPI document (JSON)", "Dokumen OpenAPI (JSON)"),
    "docs-token": Text(
        "Send the token with every request:", "Kirim token dengan setiap permintaan:"
    ),
    "request": Text("Request", "Permintaan"),
    "answers": Text("Answers", "Jawaban"),
    "parameters": Text("Parameters", "Parameter"),
    "problems": Text("Problems", "Masalah"),
    "required": Text("required", "wajib"),
}

LANGUAGES = ("en", "id")

TEXTS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        language: MappingProxyType(
            {name: getattr(text, language) for name, text in _TEXTS.items()}
        )
        for language in LANGUAGES
    }
)
"""Language of the interface → its texts by their names."""


def language_of(asked: str, kept: str, accepted: str) -> str:
    """Return the language of the interface.

    Args:
        asked: what the address says.
        kept: what was asked for before.
        accepted: the header ``Accept-Language`` (RFC 9110, 12.5.4); of what it lists
            the first one that we have counts.

    >>> language_of("", "", "fr, id;q=0.8, en;q=0.7"), language_of("en", "id", "id")
    ('id', 'en')
    """
    for choice in (asked, kept):
        if choice in LANGUAGES:
            return choice
    listed = (part.partition(";")[0].strip()[:2] for part in accepted.split(","))
    return next((one for one in listed if one in LANGUAGES), LANGUAGES[0])
