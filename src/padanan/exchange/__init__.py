"""The glossary out and in: one module a format, listed in ``formats.FORMATS``."""
