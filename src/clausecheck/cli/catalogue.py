"""The rules, for the verbs; a fault in a card becomes lines for the user."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clausecheck.cli.failure import Failure
from clausecheck.rules.faults import CatalogueError

if TYPE_CHECKING:
    from clausecheck.rules.card import Card
    from clausecheck.rules.catalogue import Catalogue


def load() -> Catalogue:
    """The rules. Raises Failure with a line for each fault."""
    from clausecheck.rules.catalogue import load_catalogue

    try:
        return load_catalogue()
    except CatalogueError as error:
        raise Failure(*_lines(error)) from None
    except FileNotFoundError as error:
        raise Failure(str(error)) from None


def card(catalogue: Catalogue, name: str) -> Card:
    """The card of a rule that the catalogue has. Raises Failure if its file is no longer a card."""
    try:
        return catalogue.docs(name)
    except CatalogueError as error:
        raise Failure(*_lines(error)) from None


def _lines(error: CatalogueError) -> list[str]:
    return [f"{fault.path}:{fault.line}: {fault.message}" for fault in error.faults]
