"""Suggests what a drafter may have meant: all the best candidates, five at most, none when none is near."""

from __future__ import annotations

from collections.abc import Iterable

from clausecheck.model.vocabulary.types import folded

MOST = 5
NEAR = 0.72
A_SLIP = 0.8


def nearest(written: str, known: Iterable[str]) -> tuple[str, ...]:
    """The known words nearest to what is written, equally good ones together, best first."""
    from difflib import SequenceMatcher

    wanted = folded(written)
    scored = []
    for word in dict.fromkeys(known):
        candidate = folded(word)
        likeness = SequenceMatcher(None, wanted, candidate)
        # A paste of a whole page is near to nothing, and comparing it in full would take long.
        score = likeness.ratio() if likeness.real_quick_ratio() >= NEAR else 0.0
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


def is_slip(written: str, meant: str) -> bool:
    """Whether what is written can only be a slip of the pen for what is meant."""
    from difflib import SequenceMatcher

    wanted, candidate = folded(written), folded(meant)
    if sorted(wanted.replace(" ", "")) == sorted(candidate.replace(" ", "")):  # letters or a space moved
        return True
    return SequenceMatcher(None, wanted, candidate).ratio() >= A_SLIP


def did_you_mean(candidates: Iterable[str]) -> str:
    """`. Did you mean "A" or "B"?`, or nothing where there is no candidate."""
    words = [f'"{word}"' for word in candidates]
    if not words:
        return ""
    listed = words[0] if len(words) == 1 else f"{', '.join(words[:-1])} or {words[-1]}"
    return f". Did you mean {listed}?"
