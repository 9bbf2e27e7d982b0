"""Words by which a draft takes away, replaces or turns round what a General Condition settles.

The table says what each fault sounds like. A sentence that carries a condition, a negation or the number
of the condition itself is passed over: `national-term-amended` speaks of conditions that are named.
"""

from __future__ import annotations

import re

from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.standard_contract.ending_words import CONTRACT_ENDS, KEPT_IN, KEPT_IN_OVER
from clausecheck.facts.derived.standard_contract.local_term import Term
from clausecheck.facts.derived.standard_contract.local_term_words import TERMS
from clausecheck.facts.derived.standard_contract.running_words import STOPS_SERVICES
from clausecheck.facts.derived.standard_contract.standing import Sentence, own_sentences, standing_of
from clausecheck.facts.derived.words.lines import words_of
from clausecheck.facts.kinds import flag, kind, text, word
from clausecheck.model.draft import Draft
from clausecheck.patterns import Pattern

KINDS = (
    kind(
        "local_term",
        "Words that take away, replace or turn round what a General Condition of the Contract settles.",
        fault=word(
            "kept in, contract falls, one miss, board suspends, own process, last word, stops services, "
            "bare review, indemnifies, silent change or exclusive"
        ),
        itself=flag("the draft is an NHS Standard Contract"),
        over=flag("the draft lies over NHS Standard Contracts, or beside those of its parties"),
        written=text("the sentence"),
    ),
)

_ABOUT = tuple(sorted({each for term in TERMS for each in term.about}))
_COMPETITION = Pattern(r"\bcompetition\b|\bCMA\b|\bmerger\b|\bdominan", re.I)


def derive(draft: Draft, facts: Collector) -> None:
    """Adds each sentence that says one of the things in the table; the first of a kind in a block."""
    standing = standing_of(draft)
    noted = _competition_noted(draft)
    seen: set[tuple[int, str]] = set()
    for sentence in own_sentences(draft, *_ABOUT):
        lower = sentence.raw.lower()
        for term in TERMS:
            if not any(each in lower for each in term.about):
                continue
            key = (sentence.block.span.start, term.fault)
            if key in seen or not _says(term, sentence) or (term.fault == "exclusive" and noted):
                continue
            if term is CONTRACT_ENDS and not standing.itself:
                continue  # an alliance agreement may end with its membership
            if term is KEPT_IN and not standing.itself and not KEPT_IN_OVER.search(sentence.said):
                continue  # the parties may tie themselves to their own agreement
            seen.add(key)
            facts.add(
                "local_term",
                sentence.span,
                sentence.path,
                fault=term.fault,
                itself=standing.itself,
                over=standing.over,
                shown={"name": sentence.block.name, "written": _written(term, sentence)},
            )


def _written(term: Term, sentence: Sentence) -> str:
    """The sentence for a message; a bare `no` with its label."""
    alone = term.labelled is not None and sentence.label == term.labelled[0]
    return f"{sentence.label}: {sentence.shown}" if alone else sentence.shown


def _says(term: Term, sentence: Sentence) -> bool:
    block = sentence.block
    labels = term.where.get(block.head.name)
    if labels is None or (labels and sentence.label not in labels):
        return False
    about = f"{block.title} {sentence.said}" if block.head.name == "CLAUSE" else sentence.said
    if block.head.name in term.needs_in and not term.needs.search(about):
        return False
    if term.labelled and sentence.label == term.labelled[0] and term.labelled[1].search(sentence.said):
        return term is STOPS_SERVICES or not term.unless.search(sentence.said)
    return bool(term.says.search(sentence.said)) and not term.unless.search(about)


def _competition_noted(draft: Draft) -> bool:
    """Whether the draft says that competition was thought of: in ASSURANCE, or anywhere in a clause."""
    for block in draft.blocks:
        if block.head.name == "ASSURANCE" and (
            not block.complete
            or block.get("Competition note")
            or _COMPETITION.search(words_of(block, "Advice", "Gate"))
        ):
            return True
        if block.head.name == "CLAUSE" and any(_COMPETITION.search(each.raw) for each in block.prose):
            return True
    return False
