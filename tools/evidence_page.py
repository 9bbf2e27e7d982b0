"""The page of what a lawyer should verify: made from the rules' evidence tags and the notes on them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausecheck.finding import Level
from clausecheck.render.summary import counted
from clausecheck.rules.catalogue import load_catalogue
from clausecheck.rules.evidence import EVIDENCE, Evidence
from clausecheck.rules.rule import Rule
from tools import evidence_notes as notes
from tools.markdown import cell, made_from, page, slug, table

_CHECK = re.compile(r"\b(?:[Cc]andidates?|[Cc]hecks?) [A-Z]{2,4}-?\d")


def evidence() -> str:
    """Every rule that rests on less than a source that was read, and what was left open."""
    return page(_evidence(list(load_catalogue().rules.values())))


def to_verify(rule: Rule) -> bool:
    """Whether what the rule rests on is too little known for it to be an error."""
    return EVIDENCE[rule.evidence].most is not Level.ERROR


def _evidence(rules: list[Rule]) -> Iterator[str]:
    found = sorted(filter(to_verify, rules), key=lambda rule: (rule.pack, rule.name))
    groups = [(tag, each, own) for tag, each in EVIDENCE.items() if (own := _of_tag(found, tag))]
    yield made_from("the cards in rulesets/ and tools/evidence_notes.py")
    yield from ("# What to verify", "")
    number = counted(len(rules), "rule")
    yield f"Of {number}, {len(found)} rest on less than logic or a source that was read and is not known"
    yield "to be out of date, so none of them is an error. They are listed here for the lawyer who has to"
    yield "decide how far to rely on them, with what was not verified. `clausecheck rules --evidence` lists"
    yield "every rule by its tag, and [Findings](findings.md#evidence) says what each tag allows."
    yield ""
    yield "The other rules have sources that were read, which does not make what they say legal advice: the"
    yield "[limits](#limits-of-what-was-read) and the [open questions](#open-questions) are about them too."
    yield ""
    titles = {tag: f"{tag}: {each.meaning}" for tag, each, _ in groups}
    yield from table(
        ("Tag", "Rules", "What is known", "At most"),
        (_summary(tag, each, len(own), titles[tag]) for tag, each, own in groups),
    )
    yield from ("## Limits of what was read", "", *(f"- {limit}" for limit in notes.LIMITS), "")
    for tag, _, own in groups:
        yield from (f"## {titles[tag]}", "", notes.TO_DO[tag], "")
        yield from table(("Rule", "Level", "Authority", "What was not verified"), map(_row, own))
    yield from (
        "## Open questions",
        "",
        "What the rules' authors could not settle, and where the answer is.",
        "",
    )
    known = {rule.name for rule in rules}
    yield from table(
        ("Question", "Where to look", "Bears on"),
        ((cell(each.asks), cell(each.look), _links(each, known)) for each in notes.QUESTIONS),
    )


def _of_tag(rules: list[Rule], tag: str) -> list[Rule]:
    return [rule for rule in rules if rule.evidence == tag]


def _summary(tag: str, each: Evidence, number: int, title: str) -> tuple[str, str, str, str]:
    return f"[`{tag}`](#{slug(title)})", str(number), each.meaning, each.most.word if each.most else ""


def _row(rule: Rule) -> tuple[str, str, str, str]:
    authority = "<br>".join(cell(each) for each in rule.authority)
    return _link(rule.name), rule.level.word, authority, cell(notes.RULES.get(rule.name, _unnoted(rule)))


def _unnoted(rule: Rule) -> str:
    """What the card itself says of its sources, or else what its tag says."""
    said = _said_of_sources(rule)
    if said:
        return said
    if EVIDENCE[rule.evidence].sourced:
        return "The authority named, in its primary or current text."
    return "No source states it."


def _said_of_sources(rule: Rule) -> str:
    """The section Sources of a card, without the sentence that only names the check it answers."""
    sections = load_catalogue().docs(rule.name).body.others
    text = " ".join(section.text for section in sections if section.heading == "Sources")
    sentences = re.split(r"(?<=[.)])\s+(?=[A-Z`\[])", " ".join(text.split()))
    return " ".join(each for each in sentences if not _CHECK.search(each))


def _links(question: notes.Question, known: set[str]) -> str:
    return ", ".join(_link(name) for name in question.rules if name in known) or "no rule yet"


def _link(name: str) -> str:
    return f"[{name}](rules/{name}.md)"
