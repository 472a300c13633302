"""Recognition: forms → automaton → candidates → annotations, chosen by context."""
