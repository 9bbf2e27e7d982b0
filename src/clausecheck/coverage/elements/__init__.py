"""The elements and their concepts, as a table: which labels state each, and which of them are essential.

The four elements are the core elements of the published contracting blueprint for integrated care (joint
outcomes; partnership; finance; legal). The blueprint's own criteria were not published, so the concepts below
them are a judgement of good drafting. What the clause language has no label for is not listed.
"""

from __future__ import annotations

from clausecheck.coverage.concept import Element
from clausecheck.coverage.elements.finance import FINANCE
from clausecheck.coverage.elements.frame import FRAME
from clausecheck.coverage.elements.legal import LEGAL
from clausecheck.coverage.elements.outcomes import OUTCOMES
from clausecheck.coverage.elements.partnership import PARTNERSHIP

ELEMENTS: tuple[Element, ...] = (FRAME, OUTCOMES, PARTNERSHIP, FINANCE, LEGAL)
