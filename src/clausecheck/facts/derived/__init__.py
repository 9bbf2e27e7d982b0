"""Facts that take reckoning: one module a subject, each with the kinds it declares and how it finds them.

A module has `KINDS`, the kinds of fact it adds, and `derive(draft, facts)`, which adds them. Blocks are
already there as facts when a module runs, and modules run in the order of `MODULES`.
"""

from __future__ import annotations

from clausecheck.facts.derived import (
    agreement,
    bands,
    board,
    budget,
    caps,
    citations,
    cpv,
    criteria,
    days,
    form,
    frame,
    grounds,
    measures,
    names,
    notices,
    order,
    outcome_payment,
    placeholders,
    precedence,
    procurement,
    references,
    routes,
    selection,
    shares,
    standstill,
    standstill_words,
    term,
    terms,
)

MODULES = (
    frame,
    agreement,
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
    routes,
    standstill,
    standstill_words,
    criteria,
    notices,
    cpv,
    selection,
    grounds,
    citations,
)
