"""References to the NHS Standard Contract and to clauses of the draft, against what there is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.standard_contract.provisions import On, form_of, titled
from clausecheck.facts.derived.words import walk
from clausecheck.facts.kinds import count, flag, kind, text, word
from clausecheck.model.draft import Draft
from clausecheck.model.form import STANDARD
from clausecheck.model.values import FormOf, Reference
from clausecheck.patterns import Pattern
from clausecheck.spans import Span

KINDS = (
    kind(
        "reference",
        "A pointer to a provision: a Service or General Condition, a schedule, a regulation, a clause.",
        system=word("SC, GC, Schedule, PSR, regulation or clause"),
        number=word("everything after the system: 36, 2A, 12(3)"),
        whole=count("the number without letters and sub-clauses: 36, 2, 12"),
        letter=word("the letter of a schedule", optional=True),
        schedule=word("the schedule with its letter, such as 2I", optional=True),
        label=word("the label it stands under; empty in prose"),
        in_draft=flag("it is a clause, and the draft has that clause"),
        draft_has_clauses=flag("the draft has CLAUSE blocks at all"),
        national=flag("the draft is on the NHS Standard Contract, or names no form"),
        of_particulars=flag("it stands where only schedules of the Particulars belong"),
        unplaced=flag(
            "it stands in prose of a draft on the Contract itself, where nothing else has schedules"
        ),
        listed=flag("it is a schedule that some edition of the Particulars has"),
        first=flag("it is the first reference to this provision in the draft"),
        written=text("the reference as written"),
        where=text("the label and block it stands in"),
    ),
    kind(
        "amendment",
        "Words that claim to disapply or change a national term of the NHS Standard Contract.",
        system=word("SC or GC"),
        number=word("the condition's number"),
        national=flag("the draft is on the NHS Standard Contract, or names no form"),
        verb=text("the word that does it"),
        named=text("the reference with its title in brackets, where that is known"),
        written=text("the reference as written"),
    ),
)

# Every schedule that an edition from 2015/16 on is known to have; a bare number always stands.
_LETTERS = {
    1: "ABC",
    2: "ABCDEFGHIJKLMN",
    3: "ABCDEFG",
    4: "ABCDE",
    5: "ABC",
    6: "ABCDEF",
    7: "",
    8: "",
    9: "",
}
_PLACES = ("Schedules relied on",)
# Another document that may have the schedule, in the words around it.
_OTHERS = Pattern(
    r"\bAct\b|\bRegulations?\b|\bOrder\b|\bRules\b|\bstatut|\bagreements?\b|\bmemorandum\b|\bMoU\b|\bdeed\b"
    r"|\bleases?\b|\blicen[cs]es?\b|\bsub-?contracts?\b|\bframework\b|\btender\b|\bspecification\b|\bscheme\b"
    r"|\bDirections\b|\b(?:19|20)\d\d\b|\bits (?:own )?schedule|\bno\b|\bnot\b"
    r"|\bschedules? \d+[A-Z]? (?:to|of) ",
    re.I,
)

_CONDITION = Pattern(r"\b(SC|GC|Service Conditions?|General Conditions?)[ \t]?(\d+)(?:\.\d+)*[A-Z]?", re.I)
_LONGEST = 2_000  # a longer "sentence" is a list or a table, and no claim in it can be told from the rest
_SENTENCE = Pattern(r"[.;](?=\s|$)|$")
_CLAIM = Pattern(
    r"\b(?:disappl\w*|amend(?:s|ed|ing)?|vari(?:es|ed)|vary|replac\w*|overrid\w*|overrul\w*|supersed\w*"
    r"|exclud\w*|delet\w*|waiv(?:e|es|ed)|modif(?:y|ies|ied)|in (?:place|stead|lieu) of|instead of"
    r"|do(?:es)? not apply|(?:shall|will) not apply|is not to apply|(?:has|have) no effect|of no effect"
    r"|(?:read|reads|has effect|have effect) as (?:if|though)|for\b[^.;,]{1,60}(?<!\ba) substitut(?:e|ed|es)"
    r"|substituted by|appl(?:y|ies) (?:as changed"
    r"|as (?:amended|modified|varied) (?:below|here|in this|by this)"
    r"|(?:with|subject to) (?:these|the following|certain|some|local) "
    r"(?:changes|amendments|modifications|variations)))\b",
    re.I,
)
_NEGATED = Pattern(
    r"\b(?:no|not|nothing|nobody|nor|never|none|without|neither|cannot|forb[ai]d\w*|barred|prohibit\w*"
    r"|refus\w*|reject\w*|declin\w*|purport\w*|attempt\w*|void)\b",
    re.I,
)
# Of a claim that has been made of a condition: that it came to nothing.
_CAME_TO_NOTHING = Pattern(
    r"\s+(?:is|are|was|were|has been|have been|shall be|will be) "
    r"(?:(?:null and )?void|of no effect|ineffective|invalid|refused"
    r"|rejected|declined|forbidden|prohibited)\b",
    re.I,
)
# "GC9 replaced the former clause 32", "SC36 excludes VAT": the condition does it, and nothing is done to it.
_DOES_IT = Pattern(
    r"(?!(?:is|has|does|applies|reads)\b)\w+s\b|\w+ed (?:the|an?|its|all|any|clauses?"
    r"|former|earlier|old|previous|that|those|these)\b",
    re.I,
)
_DONE_TO = Pattern(r"\b(?:is|are|be|been)\b", re.I)
# The national bodies may change the conditions, and the Contract says how the Particulars are varied.
_NATIONAL = Pattern(r"\bNHS England\b|\bnational(?:ly)? \w+|\bas published\b", re.I)
_UNDER = Pattern(
    r"\b(?:under|by|with|per|in line with|accordance with|pursuant to|through|via|to|as|see|from)"
    r"\s*(?:(?:the|its|their|that|each|such)(?: own)? )?$",
    re.I,
)
_BETWEEN = Pattern(
    r"\b(?:as|and|or|when|where|if|which|that|since|because|agreement|particulars|contract|schedules?)\b",
    re.I,
)
_PASSIVE = Pattern(
    r"(?:\s|,|\band\b|\bor\b|\b[SG]C ?\d+\b|\bis\b|\bare\b|\bbe\b|\bbeen\b|\bshall\b|\bwill\b"
    r"|\bhas\b|\bhave\b|\bhereby\b|\balso\b|\([^)]*\)|:|-)*"
)
_GOES_ON = Pattern(
    r"\s*(?:$|[,;:.)]|(?:with|by|so|in|and|or|to the extent|as|is|are|shall|will|does|do|for|between)\b)",
    re.I,
)


def derive(draft: Draft, facts: Collector) -> None:
    """Adds every reference, and each claim to change a national condition."""
    clauses = {block.id for block in draft.of("CLAUSE")}
    national, on = _is_national(draft), form_of(draft)
    itself = _is_itself(draft)
    seen: set[tuple[str, str]] = set()
    for found in walk.parts(draft):
        if isinstance(found.part, Reference):
            _reference(found.part, found, clauses, national, itself, seen, facts)
    for words in walk.words(draft):
        for claim, condition in _claims(words):
            _amendment(words, claim, condition, national, on, facts)


def _is_national(draft: Draft) -> bool:
    field = draft.contract.get("Form") if draft.contract else None
    return not (field and isinstance(field.value, FormOf)) or field.value.family == STANDARD


def _is_itself(draft: Draft) -> bool:
    """Whether the draft is the Standard Contract and nothing over it, with no schedules of its own."""
    field = draft.contract.get("Form") if draft.contract else None
    if not (field and isinstance(field.value, FormOf)) or field.value.overlay or draft.fragment:
        return False
    own = any(re.search(r"\bschedule \d", f"{each.id} {each.title}", re.I) for each in draft.blocks)
    return field.value.family == STANDARD and not own and not draft.includes


def _reference(
    reference: Reference,
    found: walk.Found,
    clauses: set[str],
    national: bool,
    itself: bool,
    seen: set[tuple[str, str]],
    facts: Collector,
) -> None:
    match = re.match(r"(\d+)(?:\.\d+)*([A-Z])?", reference.number)
    whole = int(match[1][:9]) if match else 0
    letter = match[2] if match and reference.system == "Schedule" else None
    top = reference.number.split("(")[0]
    schedule = f"{whole}{letter or ''}" if reference.system == "Schedule" else None
    key = (reference.system, schedule or str(whole))
    held = any(clause == top or clause.startswith(top + ".") for clause in clauses)
    in_links = found.block is not None and found.block.head.name == "LINKS"
    facts.add(
        "reference",
        reference.span,
        found.path,
        system=reference.system,
        number=reference.number,
        whole=whole,
        letter=letter,
        schedule=schedule,
        label=found.label,
        in_draft=reference.system == "clause" and held,
        draft_has_clauses=bool(clauses),
        national=national,
        of_particulars=schedule is not None and (in_links or found.label in _PLACES),
        unplaced=itself and schedule is not None and not found.label and not _of_another(found.line),
        listed=schedule is not None and whole in _LETTERS and (letter is None or letter in _LETTERS[whole]),
        first=key not in seen,
        shown={"name": reference.raw, "written": reference.raw, "where": found.where},
    )
    seen.add(key)


@lru_cache(maxsize=8)
def _of_another(line: str) -> bool:
    """Whether a line names another document that may have the schedule; asked once a line."""
    return _OTHERS.search(line) is not None


def _amendment(
    words: walk.Words,
    claim: str,
    condition: re.Match[str],
    national: bool,
    on: On | None,
    facts: Collector,
) -> None:
    at = words.span.start + condition.start()
    system = "SC" if condition[1].lower().startswith("s") else "GC"
    facts.add(
        "amendment",
        Span(at, at + len(condition[0])),
        words.path,
        system=system,
        number=condition[2],
        national=national,
        shown={
            "name": condition[0],
            "verb": claim,
            "written": condition[0],
            "named": titled(condition[0], system, condition[2], on),
        },
    )


def _claims(words: walk.Words) -> Iterator[tuple[str, re.Match[str]]]:
    """The claims to change a condition, each with the place of the condition in the words."""
    start = 0
    for stop in _SENTENCE.finditer(words.text):
        sentence = words.text[start : stop.start()]
        conditions = list(_CONDITION.finditer(words.text, start, stop.start()))
        if conditions and len(sentence) <= _LONGEST and not _NATIONAL.search(sentence):
            if words.label == "Standard Contract amendments":
                yield from _listed(sentence, conditions)
            else:
                yield from _in_sentence(words.text, start, stop.start(), conditions)
        start = stop.end()


def _listed(sentence: str, conditions: list[re.Match[str]]) -> Iterator[tuple[str, re.Match[str]]]:
    """Under this label the line itself is the claim, unless it says that there is none."""
    if not re.match(r"\W*(?:no|none|nothing)\b", sentence, re.I):
        claim = _CLAIM.search(sentence)
        for condition in conditions:
            if not _is_under(condition):
                yield claim[0] if claim else "changes", condition


def _in_sentence(
    said: str, start: int, end: int, conditions: list[re.Match[str]]
) -> Iterator[tuple[str, re.Match[str]]]:
    """A claim beside a condition, with no "not" before it and only what belongs to it between them."""
    for claim in _CLAIM.finditer(said, start, end):
        if _NEGATED.search(said[start : claim.start()]):
            continue
        for condition in conditions:
            if _aims(said, claim, condition):
                if claim.start() > condition.start() or not _CAME_TO_NOTHING.match(said, condition.end()):
                    yield claim[0], condition
                return


def _is_under(condition: re.Match[str]) -> bool:
    """Whether the words before a condition say that something is done under it or in line with it."""
    return bool(_UNDER.search(condition.string[max(0, condition.start() - 40) : condition.start()]))


def _aims(said: str, claim: re.Match[str], condition: re.Match[str]) -> bool:
    """Whether the claim is about the condition itself, not something done under or in line with it."""
    if _is_under(condition):
        return False
    if claim.end() <= condition.start():
        gap = said[claim.end() : condition.start()]
        return (
            len(gap.split()) <= 6 and not _BETWEEN.search(gap) and bool(_GOES_ON.match(said, condition.end()))
        )
    between = said[condition.end() : claim.start()]
    does_it = _DOES_IT.match(said, claim.start()) and not _DONE_TO.search(between)
    return not does_it and bool(_PASSIVE.fullmatch(between))
