"""What an element and a concept are: subjects that a draft has to settle, and the labels that settle them.

A concept is a set of needs. A need is met by a label, or by any one of several; a label that only adds to the
concept is not a need, but shows that the draft has something to say of it.
"""

from __future__ import annotations

from typing import NamedTuple

# The labels of a measure stand in an OUTCOME, or in the INDICATOR blocks that measure it.
MEASURE = "OUTCOME or INDICATOR"
# The labels that only parties with a statutory power to use have: a company has none.
COMMISSIONER = "PARTY that commissions"
# The labels that say who bears a loss and how it is paid: a pool of gains alone needs none.
LOSS_POOL = "RISK SHARE that shares losses"
HEADS_OF = {MEASURE: ("OUTCOME", "INDICATOR"), COMMISSIONER: ("PARTY",), LOSS_POOL: ("RISK SHARE",)}


class Label(NamedTuple):
    """A label by its head and its canonical spelling. The head may be one of HEADS_OF."""

    head: str
    name: str


class Need(NamedTuple):
    """What has to be stated: any one of these labels does."""

    options: tuple[Label, ...]

    @property
    def words(self) -> str:
        """The need as a drafter would name it: `Shares or Gain shares`."""
        return " or ".join(dict.fromkeys(each.name for each in self.options))


class Concept(NamedTuple):
    """A subject. It is stated when every one of `essential` is; `also` counts only as something said."""

    name: str
    essential: tuple[Need, ...]
    also: tuple[Need, ...] = ()

    @property
    def labels(self) -> tuple[Label, ...]:
        """Every label that says something of it, the essential ones first."""
        return tuple(label for need in (*self.essential, *self.also) for label in need.options)


class Element(NamedTuple):
    """One of the core elements, or the frame around them."""

    name: str
    concepts: tuple[Concept, ...]


def of(head: str, *names: str) -> tuple[Need, ...]:
    """A need for each name; `Shares | Gain shares` is one that either label meets."""
    return tuple(Need(tuple(Label(head, name) for name in each.split(" | "))) for each in names)


def either(*needs: tuple[Need, ...]) -> tuple[Need, ...]:
    """One need that any of these labels meets, whatever their heads."""
    return (Need(tuple(label for group in needs for need in group for label in need.options)),)


def heads_of(head: str) -> tuple[str, ...]:
    """The heads of the vocabulary that a label's head stands for."""
    return HEADS_OF.get(head, (head,))
