"""Defined terms: defined and never used, defined twice, and used as if defined."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from typing import NamedTuple

from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.drafting.known_terms import KNOWN_TERMS, NAMED, ORDINARY, singular
from clausecheck.facts.derived.words import walk
from clausecheck.facts.kinds import count, flag, kind, text, word
from clausecheck.model.draft import Definition, Draft
from clausecheck.model.suggest import did_you_mean, nearest
from clausecheck.model.values import Text, Unreadable
from clausecheck.model.vocabulary import HEADS
from clausecheck.model.vocabulary.types import folded
from clausecheck.patterns import Pattern
from clausecheck.spans import Span

KINDS = (
    kind(
        "defined_term",
        "A term that DEFINE gives a meaning.",
        term=word("the term"),
        uses=count("how often the draft uses it outside its own definition"),
        again=flag("an earlier DEFINE has given it a meaning already"),
        differs=flag("and that meaning is another"),
        empty=flag("it gives no meaning"),
        first=text("the meaning that the earlier DEFINE gives it"),
    ),
    kind(
        "undefined_term",
        "Words written like a defined term, more than once, that nothing in the draft defines.",
        term=word("the words"),
        uses=count("how often they stand in the draft"),
        suggestion=text('did you mean "...", where a defined term is near'),
        first=text("where they stand first"),
    ),
)

# Two or more words with capitals, joined perhaps by small ones: "Deed of Adherence", "Loss Share Cap".
_PHRASE = Pattern(
    r"(?<![\w’'-])[A-Z][a-z]+(?:[ -](?:(?:of|for) (?:the )?)?[A-Z][a-z]+)+(?![\w-])(?!['’]s [A-Z])"
)

# What stands before a term, and hardly before a person or a place.
_ARTICLE = Pattern(r"\b(?:an?|the|each|any|every|no|such|per) $", re.I)
_PART_OF_A_NAME = Pattern(r"\b[A-Z]{2,} $")
_NEAR = 40  # characters before a phrase that tell what it is


def derive(draft: Draft, facts: Collector) -> None:
    """Adds every defined term, and words that look like one."""
    stretches = list(walk.words(draft))
    _defined(draft, stretches, facts)
    _undefined(draft, stretches, facts)


def _defined(draft: Draft, stretches: list[walk.Words], facts: Collector) -> None:
    seen: dict[str, Definition] = {}
    elsewhere = [block.title for block in draft.blocks if block.title] + list(_exact_values(draft))
    for definition in draft.definitions:
        key = folded(definition.term)
        pattern = Pattern(rf"(?<!\w){_forms(definition.term)}(?!\w)", re.I)
        own = [each.text.span for each in draft.definitions if folded(each.term) == key]
        uses = sum(len(pattern.findall(words.text)) for words in stretches if words.span not in own)
        uses += sum(1 for words in elsewhere if pattern.search(words))
        facts.add(
            "defined_term",
            definition.term_span,
            (*definition.headings, f'DEFINE "{definition.term}"'),
            term=definition.term,
            uses=uses,
            again=key in seen,
            differs=key in seen and folded(seen[key].text.raw) != folded(definition.text.raw),
            empty=not definition.text.raw.strip(),
            shown={"name": definition.term, "first": seen[key].text.raw if key in seen else ""},
            spans={"first": seen[key].term_span} if key in seen else {},
        )
        seen.setdefault(key, definition)


def _exact_values(draft: Draft) -> Iterable[str]:
    """The lines that are read as amounts, dates and the like: a term may be the base of a percentage."""
    for block in draft.blocks:
        for field in block.fields:
            if field.value is not None and not isinstance(field.value, Text | Unreadable):
                yield field.raw


def _forms(term: str) -> str:
    """A pattern for a term in the singular and the plural, however its words are spaced."""
    words = r"\s+".join(re.escape(word) for word in term.split())
    return rf"{words[:-1]}(?:ys?|ies|y['’]s)" if term.endswith("y") else rf"{words}(?:s|es|['’]s)?"


def _undefined(draft: Draft, stretches: list[walk.Words], facts: Collector) -> None:
    known = KNOWN_TERMS.union(_names_in(draft))
    vocabulary = frozenset(singular(folded(name)) for name in _vocabulary())
    defined = [definition.term for definition in draft.definitions]
    uses: dict[str, list[_Use]] = {}
    for use in _uses(stretches):
        if use.key not in vocabulary and not _is_known(use.key, known):
            uses.setdefault(use.key, []).append(use)
    for places in uses.values():
        first = places[0]
        if len(places) < 2 or not any(use.article for use in places):
            continue
        facts.add(
            "undefined_term",
            first.span,
            first.words.path,
            term=first.written,
            uses=len(places),
            shown={
                "name": first.written,
                "first": first.words.path[-1] if first.words.path else "",
                "suggestion": did_you_mean(nearest(first.written, defined)),
            },
        )


class _Use(NamedTuple):
    """One place where words stand like a defined term."""

    key: str
    written: str
    span: Span
    words: walk.Words
    article: bool


def _uses(stretches: list[walk.Words]) -> Iterable[_Use]:
    for words in stretches:
        if words.block is not None and words.block.head.name in ("PARTY", "LINKS"):
            continue
        for match in _PHRASE.finditer(words.text):
            before = words.text[: match.start()]
            near = before[-_NEAR:]
            written, at = _trimmed(match[0], match.start())
            last = written.split()[-1].lower()
            if " " not in written or last in NAMED or _quoted(before) or _PART_OF_A_NAME.search(near):
                continue
            span = Span(words.span.start + at, words.span.start + at + len(written))
            article = at > match.start() or bool(_ARTICLE.search(near))
            yield _Use(singular(folded(written)), written, span, words, article)


def _trimmed(written: str, at: int) -> tuple[str, int]:
    """A phrase without the ordinary word that a sentence begins with: `Each Quality Gate`."""
    first, _, rest = written.partition(" ")
    return (rest, at + len(first) + 1) if rest and first.lower() in ORDINARY else (written, at)


def _is_known(key: str, known: Collection[str]) -> bool:
    """Whether a phrase is a name, part of one, or one with a word before or after it."""
    padded = f" {key} "
    return any(padded in f" {name} " or (" " in name and f" {name} " in padded) for name in known)


def _names_in(draft: Draft) -> Iterable[str]:
    """Everything that is a name in this draft: titles, legal names, defined terms."""
    for definition in draft.definitions:
        yield singular(folded(definition.term))
    for block in draft.blocks:
        if block.title:
            yield singular(folded(block.title))
            for phrase in _PHRASE.findall(block.title):
                yield singular(folded(phrase))


def _vocabulary() -> Iterable[str]:
    """The names of the clause language's blocks and labels."""
    for head in HEADS:
        yield head.name
        yield from (label.name for label in head.labels)


def _quoted(before: str) -> bool:
    """Inside quotes a phrase is somebody's title for a document."""
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")
