"""Breaks drafts one line at a time, in the ways that people, paste and word processors break them."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass

INSERTED = "x;1: "


@dataclass(frozen=True)
class Mutant:
    """A broken draft: what was done, and the lines (from 1) of the broken text where it was done."""

    kind: str
    text: str
    lines: tuple[int, ...]
    removed: int = 0  # lines of the original that are gone


def mutants(text: str, seed: int) -> Iterator[Mutant]:
    """One mutant of every kind for every line that says something; the same ones for the same seed."""
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if line.strip() and not line.lstrip().startswith("#"):
            yield from _of_line(lines, number, random.Random(f"{seed}:{number}:{line}"))


def _of_line(lines: list[str], number: int, rng: random.Random) -> Iterator[Mutant]:
    line = lines[number]
    indent = len(line) - len(line.lstrip())
    body = line[indent:]

    def put(kind: str, changed: str) -> Iterator[Mutant]:
        if changed != line:
            yield Mutant(kind, "\n".join([*lines[:number], changed, *lines[number + 1 :]]), (number + 1,))

    at = rng.randrange(len(body))
    yield from put("delete a character", line[:indent] + body[:at] + body[at + 1 :])
    yield from put("double a character", line[:indent] + body[:at] + body[at] + body[at:])
    yield from put("change a character", line[:indent] + body[:at] + rng.choice(INSERTED) + body[at + 1 :])
    words = list(re.finditer(r"\S+", body))
    word = rng.choice(words)
    if len(words) > 1:
        yield from put("delete a word", line[:indent] + (body[: word.start()] + body[word.end() :].lstrip()))
    yield from put("double a word", line[:indent] + body[: word.end()] + " " + word[0] + body[word.end() :])
    colon = body.find(":")
    if colon != -1:
        yield from put("delete the colon", line[:indent] + body[:colon] + body[colon + 1 :])
        yield from put("double the colon", line[:indent] + body[:colon] + ":" + body[colon:])
        yield from put("colon to semicolon", line[:indent] + body[:colon] + ";" + body[colon + 1 :])
    if body.startswith("- "):
        yield from put("bullet to text", line[:indent] + body[2:])
        yield from put("double the bullet", line[:indent] + "- " + body)
        yield from put("bullet to dash", line[:indent] + "– " + body[2:])
        yield from put("bullet to dot", line[:indent] + "•\t" + body[2:])
    before, after = lines[:number], lines[number + 1 :]
    yield Mutant("delete the line", "\n".join([*before, *after]), (number, number + 1), 1)
    yield Mutant("double the line", "\n".join([*before, line, line, *after]), (number + 1, number + 2))
    following = next((n for n in range(number + 1, len(lines)) if lines[n].strip()), None)
    if following is not None and not lines[following].lstrip().startswith("#") and " #" not in line:
        glued = f"{line} {lines[following].lstrip()}"
        yield Mutant(
            "glue two lines", "\n".join([*lines[:number], glued, *lines[following + 1 :]]), (number + 1,), 1
        )
    if '"' in body:
        curly = re.sub(r'"([^"]*)"', r"“\1”", body)
        yield from put("curly quotes", line[:indent] + curly)
        quote = body.rfind('"')
        yield from put("lose the closing quote", line[:indent] + body[:quote] + body[quote + 1 :])
    yield from put("sentence capitals", line[:indent] + body[:1].upper() + body[1:].lower())
    yield from put("no-break spaces", line.replace(" ", "\xa0"))
    yield from put("lose the indentation", body)
    yield from put("dashes", line.replace("-", "–"))
