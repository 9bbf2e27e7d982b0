"""What a pool leaves open about gains: whether a gate bears on losses, and where commissioners' part goes."""

from __future__ import annotations

import re

from clausecheck.facts.arithmetic.exact import total
from clausecheck.facts.arithmetic.money import percent as percentage
from clausecheck.facts.arithmetic.money import pounds
from clausecheck.facts.blocks import ref_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.frame.parties import COMMISSIONING, roles
from clausecheck.facts.derived.risk_share.shares import shares_of, sharing, sides_of
from clausecheck.facts.derived.risk_share.takings import of_parties, saving, takings
from clausecheck.facts.derived.words import walk
from clausecheck.facts.derived.words.lines import line_of, listed, says_none, words_of
from clausecheck.facts.kinds import flag, kind, text, word
from clausecheck.model.draft import Block, Draft
from clausecheck.patterns import Pattern

KINDS = (
    kind(
        "gate",
        "The conditions that a pool's gains depend on, and whether they say anything of losses.",
        pool=word("the RISK SHARE"),
        silent_on_losses=flag(
            "there are conditions, all was read, and nothing says what they mean for a loss"
        ),
        said=text("the conditions as written"),
    ),
    kind(
        "commissioners_gain",
        "The part of a pool's gains that commissioners take.",
        pool=word("the RISK SHARE"),
        promised=flag("the purpose or the principles say that gains are reinvested"),
        settled=flag("the pool or a clause says what they do with it, or the draft was not read in full"),
        who=text("the commissioners that take it"),
        price=text("what they would receive of a saving of 5%, in a sentence"),
    ),
)

_OF_LOSSES = Pattern(
    r"\bloss(?:es)?\b|\boverspends?\b|\bdownside\b|\bboth (?:ways|sides|directions)\b|\bdeficits?\b", re.I
)
_REINVESTED = Pattern(r"\bre-?invest|\bplough(?:ed|s)? back|\bspent on\b|\bre-?used?\b|\bput back\b", re.I)
_GAIN = Pattern(r"\bgains?\b|\bsavings?\b|\bunderspend|\bsurplus", re.I)
_OUTCOME_LABELS = frozenset({"Unearned money"})
_GAIN_LINES = ("Gain shares", "Shares", "Gain bands", "Bands")
_PROMISES = frozenset({"Purpose", "Principles"})


def derive(draft: Draft, facts: Collector) -> None:
    """Adds each pool's gate, and what its commissioners gain."""
    for pool in draft.of("RISK SHARE"):
        _gate(pool, facts)
        if sides_of(pool) != "loss only":
            _gain(draft, pool, facts)


def _gate(pool: Block, facts: Collector) -> None:
    field = pool.get("Gain conditions")
    if field is None:
        return
    said = line_of(field)
    told = pool.get("Loss conditions") is not None or bool(_OF_LOSSES.search(said))
    facts.add(
        "gate",
        field.span,
        (*pool.path, "Gain conditions"),
        pool=ref_of(pool),
        silent_on_losses=not told and pool.complete and not says_none(field) and bool(said.strip(" []")),
        shown={"name": pool.title or pool.name, "pool": pool.title or pool.name, "said": said},
    )


def _gain(draft: Draft, pool: Block, facts: Collector) -> None:
    commissioners = {party.id for party in draft.of("PARTY") if roles(party) & COMMISSIONING}
    sharers = sharing(pool, "gain")
    mine = [share for share in sharers if share.name.id in commissioners and share.percent is not None]
    # A section 75 pool or the like divides among its funders alone; then all of it is theirs anyway.
    others = [share for share in sharers if share.name.id not in commissioners]
    if not mine or not others:
        return
    field = pool.get("Reinvestment")
    settled = (field is not None and not says_none(field)) or not pool.complete or _reinvested(draft, pool)
    names = [share.name.id for share in mine]
    label = next((line for label in _GAIN_LINES if (line := pool.get(label))), None)
    in_list = all(share in shares_of(pool, "gain") for share in mine)
    part = percentage(total(share.percent for share in mine if share.percent)) if in_list else "a part"
    facts.add(
        "commissioners_gain",
        label.span if label else pool.span,
        (*pool.path, label.label) if label else pool.path,
        pool=ref_of(pool),
        promised=_promised(draft),
        settled=settled,
        shown={
            "name": pool.title or pool.name,
            "pool": pool.title or pool.name,
            "who": listed(names),
            "price": _price(draft, pool, names, part),
        },
    )


def _promised(draft: Draft) -> bool:
    """Whether purpose or principles say that what is saved is spent on the services again."""
    return any(said.label in _PROMISES and _REINVESTED.search(said.text) for said in walk.words(draft))


def _reinvested(draft: Draft, pool: Block) -> bool:
    """Whether other words of the draft say what a saving is spent on."""
    if _REINVESTED.search(words_of(pool, *(field.label for field in pool.fields))):
        return True
    for said in walk.words(draft):
        if said.label in _OUTCOME_LABELS or said.label in _PROMISES:
            continue
        for sentence in re.split(r"[.;]", said.text):
            if _REINVESTED.search(sentence) and _GAIN.search(sentence):
                return True
    return False


def _price(draft: Draft, pool: Block, names: list[str], share: str) -> str:
    size, received = saving(draft, pool), of_parties(takings(draft, pool), names)
    if size and received:
        return f"At a saving of 5% ({pounds(size)}) {listed(names)} would receive {pounds(received)}"
    return f"{listed(names)} would receive {share} of every gain that is shared"
