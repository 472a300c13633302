"""Bilingual files, a module for each kind: units in, worksheets out."""
