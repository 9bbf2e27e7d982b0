"""clausecheck: a linter for integrated-care contract drafts."""

from __future__ import annotations

__version__ = "0.1.0"
