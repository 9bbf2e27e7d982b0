"""What nobody should feed to a checker, through the real command line: each has a clear outcome.

Never a traceback, never exit 0 on what was not read, never a wait.
"""

from __future__ import annotations

import json
import random
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from cli_fakes import invoke
from click.testing import Result

from clausecheck import data
from clausecheck.rules import catalogue
from clausecheck.source import MOST_BYTES

ROOT = Path(__file__).parents[2]
FRAILTY = (ROOT / "examples" / "frailty-alliance.clause").read_text(encoding="utf-8")
WRONG_SHARES = 'RISK SHARE R1 "Pool"\n  Budget: £14,200,000 per Contract Year\n  Shares: ICB 50%, Acute 60%\n'


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def check(content: str | bytes, name: str = "a.clause", *options: str) -> Result:
    """Check a file of this content, and look at what holds for any outcome."""
    Path(name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return run(name, *options)


def run(*arguments: str) -> Result:
    result = invoke("check", *arguments)
    said = f"{result.stdout}{result.stderr}"
    assert result.exit_code in (0, 1, 2), said
    assert "Traceback" not in said
    assert "internal fault" not in said
    assert bool(result.stderr) or result.exit_code != 2
    return result


def said_of_drafts(stderr: str) -> str:
    """What was said on stderr, without the line that another engine serves where durable-rules is missing."""
    return "\n".join(line for line in stderr.splitlines() if "durable-rules is not available" not in line)


def found(content: str | bytes, name: str = "a.clause") -> list[dict[str, Any]]:
    result = check(content, name, "--output-format", "json")
    findings: list[dict[str, Any]] = json.loads(result.stdout)["findings"]
    assert result.exit_code == (1 if any(finding["level"] == "error" for finding in findings) else 0)
    return findings


def places(content: str | bytes, name: str = "a.clause") -> list[tuple[str, int]]:
    return [(finding["rule"], finding["span"]["start"]["line"]) for finding in found(content, name)]


# Nothing in it.


@pytest.mark.parametrize(
    "content", [b"", b"\n", b" \t\r\n\r\n", b"\xef\xbb\xbf", b"# remark\n", b"CLAUSECHECK 1\n"]
)
def test_a_draft_that_says_nothing_is_never_clean(content: bytes) -> None:
    result = check(content, "a.clause", "--output-format", "concise")
    assert result.exit_code == 1
    assert "empty-draft This draft says nothing" in result.stdout


def test_an_empty_fence_is_an_empty_draft() -> None:
    assert places("# Plan\n```clause\n```\n", "plan.md") == [("empty-draft", 3)]


def test_a_folder_without_drafts_was_not_checked() -> None:
    Path("folder").mkdir()
    Path("folder", "notes.txt").write_text("PARTY A")
    result = run("folder")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "no drafts in folder" in result.stderr


def test_a_path_that_is_not_there_was_not_checked() -> None:
    result = run("missing.clause")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "clausecheck: no such file or folder: missing.clause\n"


# No text.


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (bytes(range(256)) * 8, "is a binary file, not a draft"),
        (b"PK\x03\x04\x14\x00\x06\x00", "is a binary file, not a draft"),
        (
            'CONTRACT "x"\n  Contract value: £100\n'.encode("latin-1"),
            "is not UTF-8 text (byte 0xa3 on line 2)",
        ),
        ("PARTY ‘A’".encode("cp1252"), "is not UTF-8 text (byte 0x91 on line 1)"),
        ("PARTY A".encode("utf-16-le"), "is a binary file, not a draft"),
        ("PARTY A".encode("utf-32"), "starts like UTF-16 text but is not"),
        (b"a" * (MOST_BYTES + 1), "is too large for a draft"),
    ],
    ids=["binary", "zip", "latin-1", "cp1252", "utf-16 without bom", "utf-32", "too large"],
)
def test_what_is_no_text_was_not_checked_and_says_why(content: bytes, reason: str) -> None:
    result = check(content)
    assert result.exit_code == 2
    assert re.fullmatch(rf"clausecheck: a\.clause: .*{re.escape(reason)}.*", said_of_drafts(result.stderr))


def test_one_file_that_cannot_be_read_does_not_keep_the_rest_from_being_checked() -> None:
    Path("b.clause").write_text(WRONG_SHARES, encoding="utf-8")
    result = run("missing.clause", "b.clause", "--output-format", "concise")
    assert result.exit_code == 2
    assert "b.clause:3:" in result.stdout


# Text as word processors leave it.


@pytest.mark.parametrize(
    "content",
    [
        WRONG_SHARES.encode(),
        b"\xef\xbb\xbf" + WRONG_SHARES.encode(),
        WRONG_SHARES.replace("\n", "\r\n").encode(),
        WRONG_SHARES.replace("\n", "\r").encode(),
        WRONG_SHARES.encode("utf-16"),
        WRONG_SHARES.replace(" ", "\xa0").encode(),
        WRONG_SHARES.replace("  ", "").encode(),
    ],
    ids=["plain", "bom", "crlf", "cr", "utf-16", "no-break spaces", "no indentation"],
)
def test_the_same_words_get_the_same_finding(content: bytes) -> None:
    assert ("shares-not-100", 3) in places(content)


# Far too much of something.


def test_ten_thousand_lines_of_prose_are_one_finding() -> None:
    findings = found("The parties shall meet from time to time and act in good faith.\n" * 10_000)
    (finding,) = [each for each in findings if each["rule"] == "unread-line"]
    assert finding["message"].startswith("These 10000 lines are not understood")
    assert finding["level"] == "error"


def test_a_large_draft_is_checked_to_its_end() -> None:
    padding = "# a remark of no importance, on a line of its own\n" * 35_000
    assert ("shares-not-100", 35_003) in places(padding + WRONG_SHARES)


@pytest.mark.parametrize(
    "line",
    [
        "x" * 100_000,
        "word " * 20_000,
        "AB " * 33_000,
        "[" * 2_000,
        "[" * 100_000,
        "“" * 100_000,
        '"' * 100_001,
        "£" * 100_000,
        "1" * 100_000,
        "by " * 30_000,
        "- " * 50_000,
        "a: " * 30_000,
        "#" * 100_000,
        "\x1b[31m" * 5_000,
        "\u202e" * 5_000,
    ],
    ids=lambda line: f"{line[:4]!a}...",
)
@pytest.mark.parametrize(
    "lead", ["", "  Purpose: ", "  Extension: ", "  Contract value: ", "WAIVE ", 'DEFINE "T": ']
)
def test_a_line_of_a_hundred_thousand_characters_costs_that_line_only(lead: str, line: str) -> None:
    content = f'CONTRACT "x"\n{lead}{line}\n{WRONG_SHARES}'
    result = check(content, "a.clause", "--output-format", "concise")
    assert result.exit_code == 1
    assert re.search(r"a\.clause:5:\d+ error shares-not-100", result.stdout)
    assert "\x1b" not in result.stdout
    assert "\u202e" not in result.stdout


def test_an_excerpt_of_a_long_line_is_cut() -> None:
    result = check("x " * 50_000)
    assert result.exit_code == 1
    assert max(len(line) for line in result.stdout.splitlines()) < 1_000


def test_headings_as_deep_as_they_go_lead_to_the_finding() -> None:
    headings = "".join(f"{'#' * depth} H{depth}\n" for depth in range(1, 8))
    (finding,) = [
        f for f in found(f"{headings}```clause\n{WRONG_SHARES}```\n", "a.md") if f["code"] == "RS003"
    ]
    assert finding["path"][:6] == ["H1", "H2", "H3", "H4", "H5", "H6"]
    assert not finding["path"][6].startswith("H7")


def test_many_headings_are_no_burden() -> None:
    headings = "".join(f"{'#' * (1 + n % 6)} Heading {n}\n" for n in range(20_000))
    assert ("shares-not-100", 20_004) in places(f"{headings}```clause\n{WRONG_SHARES}```\n", "a.md")


# Cut off.


def test_a_file_cut_in_the_middle_of_a_line_is_checked_as_far_as_it_goes() -> None:
    cut = FRAILTY[: FRAILTY.index("Council 15%, Acute") + len("Council 1")]
    assert ("unread-value", cut.count("\n") + 1) in places(cut)


def test_a_file_cut_in_the_middle_of_a_character_is_not_utf_8() -> None:
    raw = FRAILTY.encode()
    result = check(raw[: raw.index("£".encode()) + 1])
    assert result.exit_code == 2
    assert "is not UTF-8 text" in result.stderr


def test_a_draft_may_be_cut_anywhere() -> None:
    dice = random.Random(7)
    for cut in dice.sample(range(1, len(FRAILTY)), 12):
        found(FRAILTY[:cut])


# Markdown.


def test_findings_in_fences_stand_where_they_stand_in_the_host() -> None:
    host = f"# Plan\n\ntext: not a draft\n\n## Money\n\n~~~clause\n{WRONG_SHARES}~~~\n\n```\nPARTY ]]\n```\n"
    (finding,) = [each for each in found(host, "plan.md") if each["rule"] == "shares-not-100"]
    assert (finding["span"]["start"]["line"], finding["span"]["start"]["column"]) == (10, 11)
    assert finding["path"][:2] == ["Plan", "Money"]
    assert all(each["span"]["start"]["line"] < 11 for each in found(host, "plan.md"))


def test_an_unclosed_fence_is_checked_to_the_end() -> None:
    lines = [line for rule, line in places(f"# Plan\n```clause\n{WRONG_SHARES}\nThe end.\n", "plan.md")]
    assert {5, 7} <= set(lines)


@pytest.mark.parametrize("content", ["# Plan\n", "```python\nPARTY A\n```\n", ""])
def test_markdown_without_a_fence_was_not_checked(content: str) -> None:
    result = check(content, "plan.md")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "plan.md: has no ```clause fence, so nothing in it was checked" in result.stderr


# Rules that are broken.

CARD = """---
name: bad-card
code: XX001
level: warning
class: missing
confidence: high
evidence: logic
authority: ["a test"]
since: 0.1.0
when: |
  {when}
at: p
says: "words"
---
# A card

## Why it matters

It does.

## Wrong

```clause
PARTY A
```

## Right

```clause
PARTY B
```
"""
PACK = 'name = "extra"\ntitle = "Extra"\nversion = "0.1.0"\nsummary = "A pack."\nsources = ["a test"]\n'


@pytest.fixture
def rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of rules in the place of those that come with the program, with one pack in it."""
    root = tmp_path / "rulesets"
    (root / "extra").mkdir(parents=True)
    (root / "extra" / "pack.toml").write_text(PACK, encoding="utf-8")
    real = data.folder
    monkeypatch.setattr(data, "folder", lambda name: root if name == "rulesets" else real(name))
    monkeypatch.setattr(catalogue, "packaged_key", lambda: None)
    return root / "extra"


@pytest.mark.parametrize(
    ("card", "reason"),
    [
        ("", "bad-card.md:1:"),
        ("---\nname: [\n---\n", "bad-card.md:"),
        (CARD.format(when="party p: role is"), "bad-card.md:"),
        (CARD.format(when="partie p: role is present"), "partie"),
        (CARD.format(when="party p: colour is present"), "colour"),
        (CARD.format(when="party p: role is present").replace("XX001", "nonsense"), "bad-card.md:3:"),
        (CARD.format(when="party p: role is present").replace("warning", "fatal"), "bad-card.md:4:"),
    ],
    ids=["empty", "front matter", "condition", "unknown fact", "unknown attribute", "code", "level"],
)
def test_a_broken_card_stops_the_check_and_says_where(rules: Path, card: str, reason: str) -> None:
    (rules / "bad-card.md").write_text(card, encoding="utf-8")
    result = check(WRONG_SHARES)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "bad-card.md:" in result.stderr
    assert reason in result.stderr


def test_the_card_is_sound_but_for_its_fault(rules: Path) -> None:
    (rules / "bad-card.md").write_text(CARD.format(when="party p: role is absent"), encoding="utf-8")
    result = check("PARTY A\n", "a.clause", "--output-format", "concise")
    assert "bad-card words" in result.stdout
    assert result.exit_code == 0


def test_an_installation_without_rules_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(name: str) -> Path:
        raise FileNotFoundError(f"this installation of clausecheck has no {name} folder; install it again")

    monkeypatch.setattr(catalogue, "load_catalogue", lambda extra=(): gone("rulesets"))
    Path("a.clause").write_text("PARTY A\n", encoding="utf-8")
    result = invoke("check", "a.clause")
    assert result.exit_code == 2
    assert "has no rulesets folder; install it again" in result.stderr


# Slips of a typist.

SLIPS = [
    ("OUTCOME O1 ", "OUTCMOE O1 "),
    ("  Baseline: 248", "  Basline: 248"),
    ("  Model: alliance", "  Model: aliance"),
    ("31 March 2029\n  Extension", "31 March 20299\n  Extension"),
    ("£14,200,000 per", "£14,20,000 per"),
    ("Community 15%\n  Bands", "Community 15\n  Bands"),
    ("at most 232", "at mots 232"),
    ("- 2027/28: 3%", "- 2027: 3%"),
    ("- 1% to 5% of Budget:", "- 1% 5% of Budget:"),
    ("  Meets: monthly", "  Meets monthly"),
    ('DEFINE "Actual Cost":', 'DEFINE "Actual Cost:'),
    ("1 April 2026\n  Expiry", "31 April 2026\n  Expiry"),
    ("Acute 2, Community 1", "Acute 2 Community 1"),
    ("  Joint: yes\n  Owner: Acute", "  Joint: yse\n  Owner: Acute"),
    ("  Lag: 3 months", "  Lag: 3 moths"),
    ("PARTY Acute ", "PARTYY Acute "),
]


@pytest.mark.parametrize(("right", "wrong"), SLIPS, ids=[wrong.strip().split("\n")[0] for _, wrong in SLIPS])
def test_a_slip_of_the_pen_is_found_on_its_line(right: str, wrong: str) -> None:
    assert FRAILTY.count(right) == 1
    before = set(places(FRAILTY))
    line = FRAILTY[: FRAILTY.index(right)].count("\n") + 1
    after = places(FRAILTY.replace(right, wrong))
    assert line in {where for rule, where in set(after) - before}


# In a process of its own.


def process(*arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [str(COMMAND), *arguments],
        input=stdin,
        capture_output=True,
        timeout=60,
    )


COMMAND = Path(sys.executable).parent / "clausecheck"


def test_the_installed_command_ends_well_on_bad_input() -> None:
    Path("bad.clause").write_bytes(b"\xa3\n")
    Path("good.clause").write_text(WRONG_SHARES, encoding="utf-8")
    result = process("check", "bad.clause", "good.clause", "--output-format", "concise")
    assert result.returncode == 2
    assert said_of_drafts(result.stderr.decode()).count("\n") == 0
    assert b"good.clause:3:" in result.stdout


def test_the_installed_command_reads_anything_from_standard_input() -> None:
    result = process("check", "-", "--output-format", "concise", stdin=b"]]]" * 40_000)
    assert result.returncode == 1
    assert b"<stdin>:1:1 error unread-line" in result.stdout
    assert b"Traceback" not in result.stderr
