"""Checks of a translation, kind by kind; the table of checks lists them."""
