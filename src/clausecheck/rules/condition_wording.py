"""Says in a rule author's words why a condition could not be read; no message names a grammar or a token."""

from __future__ import annotations

import re

from lark import UnexpectedCharacters, UnexpectedInput, UnexpectedToken

from clausecheck.model.suggest import listed
from clausecheck.rules.condition import ConditionError
from clausecheck.spans import Position

# What each terminal of the grammar is called, likeliest first. A test proves that none is left out.
PHRASES = {
    "KIND": "a kind of fact, such as party",
    "NO": '"no" and a kind of fact',
    "NAME": 'a name for the fact, as in "party p"',
    "COLON": "a colon and a condition",
    "ATTRIBUTE": "an attribute",
    "IS": '"is"',
    "AT_LEAST": '"at least"',
    "AT_MOST": '"at most"',
    "ABOVE": '"above"',
    "BELOW": '"below"',
    "GE": '"above"',
    "LE": '"below"',
    "GT": '"above"',
    "LT": '"below"',
    "WORD": "a value",
    "STRING": "a value",
    "TRUE": "a value",
    "FALSE": "a value",
    "MONEY": "a value",
    "PERCENT": "a value",
    "DATE": "a value",
    "NUMBER": "a value",
    "SETTING": "a value",
    "LIMIT": "the name of a setting",
    "REFERENCE": "a value",
    "ONE": '"one of"',
    "OF": '"of"',
    "PRESENT": '"present"',
    "ABSENT": '"absent"',
    "BLANK": '"blank"',
    "AND": '"and"',
    "OR": '"or"',
    "NOT": '"not"',
    "COMMA": "a comma",
    "LPAR": '"("',
    "RPAR": '")"',
    "_NL": "the end of the line",
    "$END": "the end of the line",
}

# Ignored anywhere, so no message needs them.
SILENT = frozenset({"CONTINUATION", "COMMENT", "SPACE"})

_COMPARERS = {"above": "above", "below": "below", "at": "at least"}


def explain(fault: UnexpectedInput, text: str) -> ConditionError:
    """The same fault at the same place, in plain words."""
    place = _place(fault, text)
    lines = text.split("\n")
    before, rest = lines[place.line - 1][: place.column - 1], lines[place.line - 1][place.column - 1 :]
    expected = _expected(fault)
    hint = _hint(before, rest, expected)
    if hint:
        return ConditionError(place, hint)
    said = list(dict.fromkeys(PHRASES[name] for name in PHRASES if name in expected))
    wanted = f"; expected {listed(said)}" if said else ""
    stop = re.match(r"\S+", rest.split("#")[0])
    if not stop:
        return ConditionError(place, f"the pattern ends too soon{wanted}")
    return ConditionError(place, f"{_quoted(stop[0])} cannot stand here{wanted}")


def _quoted(word: str) -> str:
    return word if word[0] in '"“”' else f'"{word}"'


def _place(fault: UnexpectedInput, text: str) -> Position:
    """Where the fault is; at the end of a text Lark gives no place, or that of the last token."""
    if isinstance(fault, UnexpectedToken) and fault.token.type in ("$END", "_NL"):
        read = text if fault.token.type == "$END" else text[: fault.token.start_pos]
        bare = re.sub(r"#[^\n]*", "", read).rstrip()
        return Position(bare.count("\n") + 1, len(bare) - (bare.rfind("\n") + 1) + 1)
    return Position(max(fault.line, 1), max(fault.column, 1))


def _expected(fault: UnexpectedInput) -> frozenset[str]:
    if isinstance(fault, UnexpectedToken):
        return frozenset(fault.accepts or fault.expected)
    return frozenset(fault.allowed or ()) if isinstance(fault, UnexpectedCharacters) else frozenset()


def _hint(before: str, rest: str, expected: frozenset[str]) -> str:
    """Better words for the slips that authors make most, or nothing."""
    last = re.search(r"([A-Za-z][\w-]*)[ \t]+$", before)
    next_word = re.match(r"[A-Za-z][\w-]*", rest)
    if re.match(r'"[^"]*$|“[^”]*$', rest):
        return "these quotes are not closed on this line"
    if re.match(r"(and|or)\b", before):
        return 'a line that carries on the pattern above it begins with spaces, then "and" or "or"'
    if "AND" not in expected:
        return ""
    if last and last[1] in _COMPARERS:
        return f'write "{_COMPARERS[last[1]]}" without "is" before it'
    if last and next_word:
        return f'put words that belong together in quotes: "{last[1]} {next_word[0]}"'
    if re.match(r",[0-9]{3}", rest) and re.search(r"[0-9]$", before):
        return "write whole numbers without a comma"
    return ""
