"""Many documents at once: candidates for terms, coverage, agreement with translators."""
