"""Looking terms up, in both directions."""
