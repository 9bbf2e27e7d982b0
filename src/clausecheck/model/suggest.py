"""Suggests what a drafter may have meant: all the best candidates, five at most, none when none is near."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher

from clausecheck.model.vocabulary.types import folded

MOST = 5
NEAR = 0.72


def nearest(written: str, known: Iterable[str]) -> tuple[str, ...]:
    """The known words nearest to what is written, equally good ones together, best first."""
    wanted = folded(written)
    scored = []
    for word in dict.fromkeys(known):
        candidate = folded(word)
        score = SequenceMatcher(None, wanted, candidate).ratio()
        if (
            wanted
            and (candidate.startswith(wanted) or wanted.startswith(candidate))
            and min(len(wanted), len(candidate)) > 3
        ):
            score = max(score, 0.8)
        if sorted(wanted.split()) == sorted(candidate.split()):
            score = 1.0
        if score >= NEAR:
            scored.append((-score, word))
    scored.sort()
    if not scored:
        return ()
    best = scored[0][0]
    return tuple(word for score, word in scored if score - best < 0.05)[:MOST]


def did_you_mean(candidates: Iterable[str]) -> str:
    """`. Did you mean "A" or "B"?`, or nothing where there is no candidate."""
    words = [f'"{word}"' for word in candidates]
    if not words:
        return ""
    listed = words[0] if len(words) == 1 else f"{', '.join(words[:-1])} or {words[-1]}"
    return f". Did you mean {listed}?"
