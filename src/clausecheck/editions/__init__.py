"""The NHS Standard Contract as data, edition by edition and form by form, each entry with its evidence."""

from clausecheck.editions.change import Change, Comparison, compare
from clausecheck.editions.evidence import MEANING
from clausecheck.editions.load import editions
from clausecheck.editions.look import Move, UnknownEdition, edition, find, moved, title_of
from clausecheck.editions.record import FULL_LENGTH, SHORTER_FORM, Edition, Fact, Form, Provision, Status

__all__ = [
    "FULL_LENGTH",
    "MEANING",
    "SHORTER_FORM",
    "Change",
    "Comparison",
    "Edition",
    "Fact",
    "Form",
    "Move",
    "Provision",
    "Status",
    "UnknownEdition",
    "compare",
    "edition",
    "editions",
    "find",
    "moved",
    "title_of",
]
