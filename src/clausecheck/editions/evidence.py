"""How well an entry of an edition is known: the tags of the rule packs, said of one number and its title."""

from __future__ import annotations

READ = "V1"
READ_ELSEWHERE = "V-old"

# The strongest first.
MEANING = {
    READ: "read in this edition and form, or in an official statement about it",
    READ_ELSEWHERE: "read in another edition or form, which may differ",
    "V2": "read in a secondary source, such as a law firm's note",
    "M-hi": "not verified, though it would surprise to be wrong",
    "M-med": "not verified, only plausible",
}


def carried(tag: str) -> str:
    """What a tag is worth in an edition to which its entry was carried over from another."""
    return READ_ELSEWHERE if tag == READ else tag


def weaker(one: str, other: str) -> str:
    """The weaker of two tags."""
    return max(one, other, key=list(MEANING).index)
