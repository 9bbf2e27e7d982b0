"""What an outcome says it is: a result for people or an activity, and who answers for it."""

from __future__ import annotations

from clausecheck.facts.blocks import choice_of, ref_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.frame.parties import PROVIDING, roles
from clausecheck.facts.derived.outcomes.stakes import stakes
from clausecheck.facts.derived.outcomes.weighing import owners_in
from clausecheck.facts.kinds import count, flag, kind, text, word
from clausecheck.model.draft import Block, Draft
from clausecheck.patterns import Pattern

KINDS = (
    kind(
        "outcome_stated",
        "The words in which an outcome is stated.",
        outcome=word("the outcome"),
        activity=flag("they say what is to be done, and not what is to come of it for people"),
        said=text("the words"),
        stake=text("what follows, with the money that hangs on it, in sentences"),
    ),
    kind(
        "outcome_owner",
        "The parties that answer for an outcome.",
        outcome=word("the outcome"),
        owners=count("how many parties"),
        joint_contract=flag(
            "the contract is an alliance, a partnering or a virtual one with several providers"
        ),
        said_joint=flag("it says that it is joint"),
        said_not_joint=flag("it says that it is not joint"),
        owner=text("who answers for it"),
        context=text("why more parties should"),
        stake=text("what follows, with the money that hangs on it, in sentences"),
    ),
)

_DONE = (
    r"(?:contacts?|visits?|appointments?|assessments?|reviews?|(?:health )?checks?|sessions?|clinics?"
    r"|attendances?|referrals?|operations?|procedures?|bed[- ]days?|consultations?|interventions?|episodes?"
    r"|screen(?:s|ings)|vaccinations?|immunisations?|calls?|meetings?|(?:care )?plans?|placements?"
    r"|treatments?|courses?|home visits?|hours of care|beds|packages of care|spells)"
)
_VERBS = (
    r"(?:deliver|provid|complet|undertak|establish|set(?:ting)? up|hold|run|train|recruit|produc|publish"
    r"|submit|implement|develop|launch|introduc|commission|roll(?:ing)? out|appoint|offer|conduct|perform"
    r"|deploy|carry(?:ing)? out|mobilis|put(?:ting)? in place|employ)(?:e|es|s|ing|ning)?"
)
_ACTIVITY = (
    # 20,000 contacts; at least 500 more health checks a month
    Pattern(
        r"(?i)(?:at least |more than |over |up to |a minimum of |an? (?:additional|further|extra) )?"
        rf"\d[\d,]*(?:k|%)?(?: [\w'-]+){{0,3}}? {_DONE}\b"
    ),
    # 1,160 hips and knees are replaced each year
    Pattern(
        r"(?i)(?:at least |more than |over |up to |a minimum of )?\d[\d,]+(?!%)k?(?: [\w'-]+){1,5}? "
        r"(?:are|is|will be|to be|get) (?:\w+ly )?(?:replaced|treated|operated on|seen|visited|assessed"
        r"|reviewed|screened|contacted|called|examined|scanned|vaccinated|immunised|performed|done"
        r"|carried out)\b"
    ),
    # 2,400 people complete counselling
    Pattern(
        r"(?i)(?:at least |more than |over |up to |a minimum of )?\d[\d,]+(?!%)k? (?:[\w'-]+ ){0,2}?"
        r"(?:people|adults|children|patients|carers|residents|women|men|families|households|referrals) "
        r"(?:(?:will|to|who) )?(?:complete|finish|attend|start|begin|receive|use|access|join|enrol in"
        r"|go through|take up|are (?:offered|referred|enrolled|discharged)) "
    ),
    # Number of contacts
    Pattern(rf"(?i)(?:the |total )*(?:number|volume|count|amount) of (?:[\w'-]+ ){{0,3}}?{_DONE}\b"),
    # Deliver a single point of access
    Pattern(rf"(?i){_VERBS}\s+(?!to\b)\w"),
    # Contacts delivered
    Pattern(
        rf"(?i)(?:[\w'-]+ ){{0,3}}?{_DONE} (?:are |to be )?"
        r"(?:delivered|completed|carried out|undertaken|provided|made|held|offered)\b"
    ),
)
# Words that say what comes of it for somebody.
_RESULT = Pattern(
    r"(?i)\bso that\b|\bin order\b|\bfewer\b|\bless\b|\bbetter|\bimprov|\breduc|\brecover|\bindependen"
    r"|\bliv(?:e|es|ing)\b|\bfeel|\bstay|\bremain|\bsurviv|\bhealth(?:y|ier)\b|\bwell-?being\b|\bconfiden"
    r"|\bsafe|\bquality of life\b|\bat home\b|\bable to\b|\bprevent|\bavoid|\bregain|\breturn to\b"
    r"|\bwhat matters\b|\bhelp(?:s|ing)?\b|\bsupport(?:s|ing)? people to\b|\bsooner\b|\bfaster\b|\bearlier\b"
    r"|\bwithin (?:\d+|one|two|three|four|six)\b"
)

_JOINT_MODELS = frozenset({"alliance", "partnering"})


def derive(draft: Draft, facts: Collector) -> None:
    """Adds how each outcome is stated, and who answers for it."""
    held = stakes(draft, [])
    providers = [party.id for party in draft.of("PARTY") if roles(party) & PROVIDING]
    contract = draft.contract
    joint = len(providers) > 1 and (
        choice_of(contract, "Model") in _JOINT_MODELS or choice_of(contract, "Integration") == "virtual"
    )
    for outcome in draft.of("OUTCOME"):
        stake = held.get(outcome.id)
        hangs = f". {stake.words}" if stake else ""
        if outcome.title:
            facts.add(
                "outcome_stated",
                outcome.title_span or outcome.span,
                outcome.path,
                outcome=ref_of(outcome),
                activity=is_activity(outcome.title),
                shown={
                    "name": outcome.name,
                    "said": outcome.title,
                    "stake": f"It can be reached in full with nobody the better for it{hangs}",
                },
            )
        _owner(draft, outcome, providers, joint, hangs, facts)


def is_activity(words: str) -> bool:
    """Whether words say what is done and not what comes of it."""
    stated = words.strip()
    return any(each.match(stated) for each in _ACTIVITY) and not _RESULT.search(stated)


def _owner(
    draft: Draft, outcome: Block, providers: list[str], joint: bool, hangs: str, facts: Collector
) -> None:
    blocks = [
        outcome,
        *(each for each in draft.of("INDICATOR") if outcome.id in owners_in(each.get("Outcome"))),
    ]
    owners = list(dict.fromkeys(name for block in blocks for name in owners_in(block.get("Owner"))))
    if not owners:
        return
    field = next(field for block in blocks if (field := block.get("Owner")))
    others = [name for name in providers if name not in owners]
    named = " and ".join([", ".join(others[:-1]), others[-1]] if len(others) > 1 else others)
    does = "answers" if len(others) == 1 else "answer"
    follows = f"{named} {does} for none of it" if others else "No other party answers for it"
    said = choice_of(outcome, "Joint")
    facts.add(
        "outcome_owner",
        field.span,
        (*outcome.path, "Owner"),
        outcome=ref_of(outcome),
        owners=len(owners),
        joint_contract=joint,
        said_joint=said == "yes",
        said_not_joint=said == "no",
        shown={
            "name": outcome.name,
            "owner": " and ".join(owners),
            "context": "though it says that it is joint"
            if said == "yes"
            else "in a contract that binds several providers together",
            "stake": f"{follows}{hangs}",
        },
    )
