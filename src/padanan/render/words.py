"""The words of the reading page's interface, in English and in Indonesian."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_ENGLISH = {
    "also": "also",
    "alphabet": "A to Z",
    "all-domains": "All domains",
    "articles": "articles",
    "article-1": "article",
    "back": "Back to the text",
    "because": "because of",
    "card": "About the term",
    "classes": "Show",
    "clear": "Show everything",
    "close": "Close",
    "copied": "copied",
    "copy": "Copy",
    "dark": "Dark",
    "domain": "Domain",
    "elsewhere": "elsewhere",
    "frequency": "Frequency",
    "here": "in this place",
    "index": "Articles and their terms",
    "interlinear": "English between the lines",
    "interlinear-short": "Interlinear",
    "key-copy": "copy the English",
    "key-search": "search",
    "key-step": "next and previous term",
    "mark-1": "mark",
    "marks": "marks",
    "next": "Next",
    "next-place": "Next place",
    "no-term": "No term of the glossary occurs here.",
    "none-match": "No term matches.",
    "not": "do not write",
    "notes": "Notes",
    "of": "of",
    "order": "Order of the text",
    "previous": "Previous",
    "search": "Search the terms",
    "skip": "Skip to the terms",
    "sort": "Sort",
    "terms": "terms",
    "term-1": "term",
    "terms-title": "Terms",
    "tools": "View",
    "word-1": "word",
    "words": "words",
    "class-offices": "Offices",
    "class-institutions": "Institutions",
    "class-instruments": "Instruments",
    "class-acts": "Acts",
    "class-conflict": "Conflict and peace",
    "class-relations": "Relations",
    "class-law": "Consular and law",
    "domain-united-nations": "United Nations",
    "domain-asean": "ASEAN",
    "domain-indonesia": "Indonesia",
}

_INDONESIAN = {
    "also": "juga",
    "alphabet": "A sampai Z",
    "all-domains": "Semua bidang",
    "articles": "artikel",
    "article-1": "artikel",
    "back": "Kembali ke teks",
    "because": "karena",
    "card": "Tentang istilah",
    "classes": "Tampilkan",
    "clear": "Tampilkan semua",
    "close": "Tutup",
    "copied": "disalin",
    "copy": "Salin",
    "dark": "Gelap",
    "domain": "Bidang",
    "elsewhere": "di tempat lain",
    "frequency": "Frekuensi",
    "here": "di sini",
    "index": "Artikel dan istilahnya",
    "interlinear": "Inggris di antara baris",
    "interlinear-short": "Antarbaris",
    "key-copy": "salin padanan Inggris",
    "key-search": "cari",
    "key-step": "istilah berikut dan sebelumnya",
    "mark-1": "penanda",
    "marks": "penanda",
    "next": "Berikut",
    "next-place": "Tempat berikut",
    "no-term": "Tidak ada istilah glosarium di sini.",
    "none-match": "Tidak ada istilah yang cocok.",
    "not": "jangan tulis",
    "notes": "Catatan",
    "of": "dari",
    "order": "Urutan teks",
    "previous": "Sebelumnya",
    "search": "Cari istilah",
    "skip": "Langsung ke daftar istilah",
    "sort": "Urutkan",
    "terms": "istilah",
    "term-1": "istilah",
    "terms-title": "Istilah",
    "tools": "Tampilan",
    "word-1": "kata",
    "words": "kata",
    "class-offices": "Jabatan",
    "class-institutions": "Lembaga",
    "class-instruments": "Naskah",
    "class-acts": "Tindakan",
    "class-conflict": "Konflik dan damai",
    "class-relations": "Hubungan",
    "class-law": "Konsuler dan hukum",
    "domain-missions": "perwakilan",
    "domain-consular": "kekonsuleran",
    "domain-protocol": "keprotokolan",
    "domain-government": "pemerintahan",
    "domain-negotiation": "perundingan",
    "domain-treaties": "perjanjian",
    "domain-law": "hukum",
    "domain-conflict": "konflik",
    "domain-disarmament": "pelucutan senjata",
    "domain-sanctions": "sanksi",
    "domain-relations": "hubungan",
    "domain-conferences": "konferensi",
    "domain-statements": "pernyataan",
    "domain-united-nations": "PBB",
    "domain-asean": "ASEAN",
    "domain-organisations": "organisasi",
    "domain-human-rights": "hak asasi manusia",
    "domain-migration": "migrasi",
    "domain-trade": "perdagangan",
    "domain-sea-and-borders": "laut dan perbatasan",
    "domain-crime": "kejahatan",
    "domain-development": "pembangunan",
    "domain-drafting": "perancangan naskah",
    "domain-indonesia": "Indonesia",
}

LANGUAGES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {"en": MappingProxyType(_ENGLISH), "id": MappingProxyType(_INDONESIAN)}
)
"""Language of the interface → its words by their names."""


def domain_name(domain: str, language: str) -> str:
    """Return what a domain is called; the user's own domains by their file names.

    >>> domain_name("sea-and-borders", "en"), domain_name("sea-and-borders", "id")
    ('sea and borders', 'laut dan perbatasan')
    """
    words = LANGUAGES[language]
    return words.get(f"domain-{domain}", domain.replace("-", " "))


def count(number: int, name: str, language: str) -> str:
    """Return a number with the word for what is counted.

    >>> count(1, "term", "en"), count(2, "term", "en"), count(2, "term", "id")
    ('1 term', '2 terms', '2 istilah')
    """
    words = LANGUAGES[language]
    unit = words[f"{name}-1"] if number == 1 else words[f"{name}s"]
    # A no-break space keeps the number with its unit; thousands as each language has.
    shown = f"{number:,}" if language == "en" else f"{number:,}".replace(",", ".")
    return f"{shown} {unit}"
