"""The model: a draft as its drafter means it, with vocabulary, values, names and references."""
