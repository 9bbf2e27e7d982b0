"""Keeps the documentation true: writes the pages that follow from the code and the rule cards, and the
output in the console blocks of all the others.

    python -m tools.docs            write what has changed
    python -m tools.docs --check    write nothing, name what is stale, exit 1 if anything is
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from tools import evidence_page, pack_pages, pages, rule_pages
from tools.fences import ROOT, refreshed

DOCS = ROOT / "docs"

PAGES: dict[str, Callable[[], str]] = {
    "vocabulary.md": pages.vocabulary,
    "facts.md": pages.facts,
    "evidence.md": evidence_page.evidence,
    "cli.md": lambda: refreshed(pages.cli()),
}
"""What makes each page that is made whole, those of the rules apart."""


def generated() -> dict[Path, str]:
    """Every page that is made whole, by its path."""
    made = {
        **{name: make() for name, make in PAGES.items()},
        **{f"rules/{name}": text for name, text in rule_pages.rules().items()},
    }
    return {**{DOCS / name: text for name, text in made.items()}, **pack_pages.packs()}


def written() -> list[Path]:
    """Every page that is written by hand, in order."""
    every = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted(DOCS.rglob("*.md"))]
    made = {DOCS / name for name in PAGES}
    return [page for page in every if page not in made and page.parent != DOCS / "rules"]


def stale(wanted: Mapping[Path, str]) -> Iterator[Path]:
    """The pages that do not say what they should, and the rule pages that should not be there."""
    for page, text in wanted.items():
        if not page.is_file() or page.read_text("utf-8") != text:
            yield page
    yield from (page for page in sorted((DOCS / "rules").glob("*.md")) if page not in wanted)


def main(arguments: list[str]) -> int:
    """Write or check, and return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tools.docs", description="Keep the documentation true.")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if a page is stale")
    check = parser.parse_args(arguments).check
    wanted = generated() | {page: refreshed(page.read_text("utf-8")) for page in written()}
    found = list(stale(wanted))
    for page in found:
        print(f"{'stale' if check else 'written'}: {page.relative_to(ROOT).as_posix()}")
        if check:
            continue
        if page in wanted:
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(wanted[page], "utf-8")
        else:
            page.unlink()
    return 1 if check and found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
