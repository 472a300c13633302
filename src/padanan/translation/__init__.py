"""Translation units: a source text beside its translation, in and out of files."""
