"""Checks: what is wrong with a glossary or a translation, as findings with codes."""
