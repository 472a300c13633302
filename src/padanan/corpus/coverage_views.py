"""The old name of ``coverage_report``."""

from padanan.corpus.coverage_report import as_data, as_html, as_text

__all__ = ["as_data", "as_html", "as_text"]
