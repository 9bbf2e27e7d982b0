"""Facts that take reckoning: one module a subject, each with the kinds it declares and how it finds them.

A module has `KINDS`, the kinds of fact it adds, and `derive(draft, facts)`, which adds them. Blocks are
already there as facts when a module runs, and modules run in the order of `MODULES`.
"""

from __future__ import annotations

from clausecheck.facts.derived import (
    bands,
    board,
    budget,
    caps,
    days,
    form,
    frame,
    measures,
    names,
    order,
    outcome_payment,
    placeholders,
    precedence,
    procurement,
    references,
    shares,
    term,
    terms,
)

MODULES = (
    frame,
    form,
    term,
    names,
    placeholders,
    days,
    references,
    terms,
    precedence,
    budget,
    shares,
    bands,
    caps,
    order,
    measures,
    outcome_payment,
    board,
    procurement,
)
