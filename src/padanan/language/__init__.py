"""What Padanan knows of Indonesian and English, apart from any glossary."""

INDONESIAN, ENGLISH = "id", "en"
"""The codes of the languages that these modules know (ISO 639-1)."""
