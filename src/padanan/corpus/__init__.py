"""Many documents at once: candidates, coverage, agreement with translators."""
