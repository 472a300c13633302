"""Bytes in and out: files, text, rows, XML, office packages and PO files."""
