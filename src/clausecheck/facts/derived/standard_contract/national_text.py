"""National terms that a draft types out, annexes or pins to a year, though they apply as published."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.standard_contract.provisions import On, form_of
from clausecheck.facts.derived.words.sentences import Sentence, sentences
from clausecheck.facts.kinds import count, kind, text, word
from clausecheck.model.draft import Block, Draft
from clausecheck.patterns import Pattern

KINDS = (
    kind(
        "national_text",
        "Words that set out the national terms instead of referring to them, or hold them at a day.",
        how=word("retyped, annexed or frozen"),
        words=count("how many words of a condition are typed out, where it is retyped", optional=True),
        written=text("the words, or the clause that has them"),
        title=text("the condition's title in the draft's edition, where one is retyped"),
    ),
)

_CONDITIONS = r"(?:service|general) conditions?"
_HEADING = Pattern(r"\W*(SC|GC|service condition|general condition)\s?(\d{1,2})\b[\s:.,()-]*(.*)", re.I)
_COPIED = r"(?:annexed|appended|attached|reproduced|copied|initialled|exchanged)"
_ANNEXED = Pattern(
    rf"\b{_CONDITIONS}\b[^.;]{{0,60}}?\b(?:is|are|be|being|as)\s+(?:hereby |also |all )*{_COPIED}\b"
    rf"|\b{_COPIED} (?:copy of )?(?:the )?{_CONDITIONS}\b"
    rf"|\bfull text of (?:the )?(?:{_CONDITIONS}|[SG]C ?\d+)\b",
    re.I,
)
# A copy to read, which is no part of the contract.
_TO_READ = Pattern(
    r"\bfor (?:information|convenience|(?:ease of )?reference)\b|\b(?:not|no) (?:form |a )?part of\b"
    r"|\b(?:bid|tender|procurement|invitation) (?:pack|documents?)\b",
    re.I,
)
_OF_ANOTHER = Pattern(r"\b(?:under|of|in|to|with|by|per) (?:the )?$", re.I)
_TERMS = Pattern(
    rf"\b{_CONDITIONS}\b|\bstandard contract\b|\bnational (?:terms|variations?|conditions)\b"
    r"|\b20\d\d/\d\d edition\b",
    re.I,
)
_DAY = (
    r"(?:(?:the )?(?:date of (?:this |the )?(?:contract|agreement|signature)|effective date|signature"
    r"|service commencement date|commencement)|\d{1,2} [A-Z][a-z]+ \d{4})"
)
_LIFE = (
    r"(?:for|throughout) (?:its|the) (?:whole |full |entire )?(?:life|term|duration|contract term)\b"
    r"|\bfor life\b"
)
_FROZEN = (
    Pattern(
        rf"\b(?:fixed|frozen|locked)(?: in)? (?:at|as at|to|as)\b"
        rf"|\b(?:fixed|frozen|locked)\b[^.;]*(?:{_LIFE})",
        re.I,
    ),
    Pattern(
        rf"\bas (?:at|of|in force (?:at|on)|published (?:at|on)|(?:it|they) (?:stands?|stood) (?:at|on))"
        rf" {_DAY}",
        re.I,
    ),
    Pattern(rf"\b20\d\d/\d\d\b[^.;]*\b(?:{_LIFE})", re.I),
    Pattern(
        r"\b(?:later|subsequent|future|newer) (?:editions?|versions?|terms"
        r"|national (?:terms|changes|variations))\b[^.;]*\b(?:do|does|shall|will) not (?:apply|bind|affect)",
        re.I,
    ),
    Pattern(
        r"\b(?:regardless of|notwithstanding|despite|irrespective of)"
        r" (?:any )?(?:later|subsequent|future)\b",
        re.I,
    ),
    Pattern(
        r"\b(?:will|shall|is|are|do|does) not (?:to )?(?:be )?"
        r"(?:updated?|amended|chang(?:e|ed)|varied|vary|move"
        r"|replaced|follow)\b[^.;]*\b(?:publish(?:es|ed)?|issues?|new(?:er)? (?:one|edition|version)s?"
        r"|later (?:one|edition|version)s?)\b",
        re.I,
    ),
)
_MOVES = Pattern(
    r"\bfrom time to time\b|\bas (?:subsequently |may be |later |nationally |then )*"
    r"(?:amended|updated|varied|replaced|revised)\b",
    re.I,
)
_MONEY = Pattern(
    r"\b(?:prices?|sums?|amounts?|rates?|fees?|tariffs?|payments?|budgets?|values?|caps?)\b", re.I
)
_PLACES = {
    "CONTRACT": ("Incorporates", "Precedence", "Standard Contract amendments", "Schedules relied on"),
    "VARIATION": ("Process", "National variations", "Triggers"),
    "LINKS": ("No local change to",),
}


def derive(draft: Draft, facts: Collector) -> None:
    """Adds each condition that is typed out, and each sentence that annexes or freezes the conditions."""
    on = form_of(draft)
    for block in draft.of("CLAUSE"):
        _retyped(block, on, facts)
    for said in sentences(draft):
        if said.block is None or not _is_place(said.block, said.label):
            continue
        if match := _ANNEXED.search(said.text):
            _add("annexed", said, match, facts)
        elif _TERMS.search(said.text) and not (_MOVES.search(said.text) or _MONEY.search(said.text)):
            for match in _pins(said):
                _add("frozen", said, match, facts)
                break


def _is_place(block: Block, label: str) -> bool:
    return block.head.name == "CLAUSE" or label in _PLACES.get(block.head.name, ())


def _pins(said: Sentence) -> Iterator[re.Match[str]]:
    return (match for pattern in _FROZEN if (match := pattern.search(said.text)))


def _add(how: str, said: Sentence, match: re.Match[str], facts: Collector) -> None:
    annexed = how == "annexed"
    if said.negated_before(match.end() if annexed else match.start()):
        return
    if annexed and (_OF_ANOTHER.search(said.text[: match.start()]) or _TO_READ.search(said.text)):
        return
    shown = {"name": said.text, "written": said.text if len(said.text) <= 120 else match[0], "title": ""}
    facts.add("national_text", said.span, said.path, how=how, words=None, shown=shown)


def _retyped(block: Block, on: On | None, facts: Collector) -> None:
    """Adds a clause that bears the number of a condition, and its title or none, and has words of its own."""
    for heading in (block.title, f"{block.id} {block.title}"):
        found = _HEADING.match(heading)
        title = _title(found[1], found[2], on) if found and on else ""
        if found and title and _same(found[3], title):
            words = sum(len(text_.raw.split()) for text_ in block.prose)
            name = f"{found[1].upper() if len(found[1]) == 2 else found[1]}{found[2]}"
            facts.add(
                "national_text",
                block.span,
                block.path,
                how="retyped",
                words=words,
                shown={"name": block.name, "written": name, "title": title},
            )
            return


def _title(system: str, number: str, on: On) -> str:
    from clausecheck.editions.look import title_of
    from clausecheck.editions.record import FULL_LENGTH

    short = "SC" if system.lower().startswith("s") else "GC"
    return (
        title_of(short, number, on.edition, on.form) or title_of(short, number, on.edition, FULL_LENGTH) or ""
    )


def _same(said: str, title: str) -> bool:
    """Whether words after the number are the condition's own title, or there are none."""
    from clausecheck.editions.record import alike

    one, other = alike(said), alike(title)
    return (
        not one or one == other or other.startswith(one + " ") or one in ("full text", f"{other} full text")
    )
