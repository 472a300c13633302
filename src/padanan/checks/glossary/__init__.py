"""Checks of glossary files, kind by kind; the table of checks lists them."""
