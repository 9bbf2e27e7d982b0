"""Programs for those who work on clausecheck. None of them is part of the package."""
