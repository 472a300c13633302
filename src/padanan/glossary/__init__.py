"""The glossary on disk: PO files in and out, the shipped glossary, the cache."""
