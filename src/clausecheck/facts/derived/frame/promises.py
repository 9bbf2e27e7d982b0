"""That a draft says it shares risk: by its model, or in the words of a clause."""

from __future__ import annotations

import re

from clausecheck.facts.blocks import choice_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.kinds import kind, text, word
from clausecheck.model.draft import Draft
from clausecheck.patterns import Pattern

KINDS = (
    kind(
        "risk_promised",
        "That a draft says it shares risk, once for its model and once for each clause that says so.",
        by=word("model or clause"),
        said=text("where it says so, and what is missing if nothing else does, in a sentence"),
    ),
)

_SHARING = frozenset({"alliance", "accountable care organisation"})
_WHAT = (
    r"(?:(?:gains?|savings?|surplus(?:es)?|underspends?|profits?)[^.;,]{0,20}\b(?:and|or)\b[^.;,]{0,20}"
    r"\b(?:loss(?:es)?|overspends?|deficits?)"
    r"|(?:loss(?:es)?|overspends?)[^.;,]{0,20}\b(?:and|or)\b[^.;,]{0,20}\b(?:gains?|savings?|underspends?)"
    r"|gain and loss|financial risks?(?: and rewards?)?|risks? and rewards?)"
)
_SHARES = Pattern(
    rf"\bshar(?:e|es|ed|ing)\b[^.;,]{{0,30}}\b{_WHAT}\b"
    rf"|\b{_WHAT}\b[^.;,]{{0,40}}\b(?:are|is|be) (?:\w+ )?(?:shared|divided)\b",
    re.IGNORECASE,
)
_DENIED = Pattern(
    r"\b(?:no|not|none|nothing|never|neither|nor|without|instead of|may|might|if|outside|another|separate"
    r"|other)\b",
    re.IGNORECASE,
)
_SENTENCES = Pattern(r"[.;](?:\s|$)")


def derive(draft: Draft, facts: Collector) -> None:
    """Adds the model that means shared risk, and each clause that says that gains and losses are shared."""
    contract = draft.contract
    model = choice_of(contract, "Model")
    if contract is not None and model in _SHARING:
        field = contract.get("Model")
        facts.add(
            "risk_promised",
            field.span if field else contract.span,
            (*contract.path, "Model"),
            by="model",
            shown={
                "name": contract.title or contract.name,
                "said": f"{contract.title or contract.name} says that it is an {model}, "
                "and has no RISK SHARE",
            },
        )
    for clause in draft.of("CLAUSE"):
        for prose in clause.prose:
            if any(_SHARES.search(each) and not _DENIED.search(each) for each in _SENTENCES.split(prose.raw)):
                facts.add(
                    "risk_promised",
                    prose.span,
                    clause.path,
                    by="clause",
                    shown={
                        "name": clause.name,
                        "said": f"{clause.name} says that gains and losses are shared, and the draft has no "
                        "RISK SHARE",
                    },
                )
                break
