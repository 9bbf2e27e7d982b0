"""The documentation is true: it shows what the program says now, and its links lead somewhere."""

from __future__ import annotations

import ast
import json
import re
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import click
import pytest
import yaml

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))  # the tools lie beside the package

from tools import docs, evidence_notes, evidence_page, pages, rule_pages  # noqa: E402
from tools.fences import FAULTY, CannotRun, Fence, fences, refreshed, run, write  # noqa: E402
from tools.markdown import cell, slug  # noqa: E402

from clausecheck.checker import Checker  # noqa: E402
from clausecheck.cli.main import VERBS, cli  # noqa: E402
from clausecheck.facts.schema import SCHEMA  # noqa: E402
from clausecheck.finding import Level  # noqa: E402
from clausecheck.rules.card import CardHead  # noqa: E402
from clausecheck.rules.catalogue import compile_catalogue, load_catalogue  # noqa: E402
from clausecheck.rules.compile import compile_rule  # noqa: E402
from clausecheck.rules.evidence import EVIDENCE  # noqa: E402

DOCS = ROOT / "docs"
REMEDY = "make docs writes it afresh"

# One process works the pages out once.
pytestmark = pytest.mark.xdist_group("docs")


def name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


WRITTEN = docs.written()


@cache
def text(page: Path) -> str:
    return page.read_text("utf-8")


@cache
def generated() -> dict[Path, str]:
    return docs.generated()


def every_page() -> list[Path]:
    return [*WRITTEN, *generated()]


def fenced(language: str, among: list[Path] | None = None) -> Iterator[tuple[Path, Fence]]:
    for page in WRITTEN if among is None else among:
        for fence in fences(text(page)):
            if fence.language == language:
                yield page, fence


# What is generated, and what commands print.


def test_no_generated_page_is_stale() -> None:
    assert [name(page) for page in docs.stale(generated())] == [], REMEDY


def test_a_changed_a_missing_and_a_superfluous_page_are_stale(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(docs, "DOCS", tmp_path)
    (tmp_path / "rules").mkdir()
    wanted = {
        tmp_path / "rules" / f"{each}.md": "as it should be\n" for each in ("same", "changed", "missing")
    }
    for each in ("same", "changed", "gone"):
        (tmp_path / "rules" / f"{each}.md").write_text("as it should be\n" if each == "same" else "old\n")
    assert sorted(page.stem for page in docs.stale(wanted)) == ["changed", "gone", "missing"]


@pytest.mark.parametrize("page", WRITTEN, ids=name)
def test_commands_print_what_the_page_says(page: Path) -> None:
    assert text(page) == refreshed(text(page)), REMEDY


def test_a_command_that_prints_something_else_is_caught() -> None:
    page = "```console\n$ clausecheck --version\nclausecheck 0.0.0\n```\n"
    assert refreshed(page) != page
    assert refreshed(refreshed(page)) == refreshed(page)


def test_a_command_that_is_not_ours_is_not_run() -> None:
    with pytest.raises(CannotRun):
        run("rm -r drafts")


def test_every_rule_has_a_page_and_a_line_in_the_index() -> None:
    index = generated()[DOCS / "rules" / "README.md"]
    for rule in load_catalogue().rules:
        assert DOCS / "rules" / f"{rule}.md" in generated()
        assert f"]({rule}.md) |" in index


# What to verify.


def verify_page() -> str:
    return generated()[DOCS / "evidence.md"]


def test_what_to_verify_has_every_rule_that_cannot_be_an_error_for_its_evidence_and_no_other() -> None:
    rows = re.findall(
        r"^\| \[([\w-]+)\]\(rules/\1\.md\) \| (\w+) \| .+ \| .+ \|$", verify_page(), re.MULTILINE
    )
    solid = {"V", "V1", "VD", "D", "logic"}
    wanted = {
        (name, rule.level.word) for name, rule in load_catalogue().rules.items() if rule.evidence not in solid
    }
    assert len(rows) == len(set(rows))
    assert set(rows) == wanted
    assert "error" not in {level for _, level in rows}


def test_what_to_verify_puts_a_rule_under_its_tag_with_its_authority() -> None:
    for name, rule in load_catalogue().rules.items():
        if evidence_page.to_verify(rule):
            part = verify_page().partition(f"\n## {rule.evidence}: ")[2].partition("\n## ")[0]
            (row,) = (line for line in part.splitlines() if line.startswith(f"| [{name}]("))
            assert all(cell(each) in row for each in rule.authority)


def test_notes_on_evidence_are_of_rules_that_there_are_and_of_tags_that_need_one() -> None:
    rules = load_catalogue().rules
    asked = {name for question in evidence_notes.QUESTIONS for name in question.rules}
    assert sorted((asked | set(evidence_notes.RULES)) - set(rules)) == []
    assert sorted(name for name in evidence_notes.RULES if not evidence_page.to_verify(rules[name])) == []
    weak = {tag for tag, each in EVIDENCE.items() if each.most not in (Level.ERROR, None)}
    assert set(evidence_notes.TO_DO) == weak


def test_the_readme_shows_what_the_demo_draft_brings() -> None:
    (demo,) = (fence for _, fence in fenced("console", [ROOT / "README.md"]))
    assert "demo.clause:" in demo.text


# Links.


def links(page: str) -> list[str]:
    """The targets of the links of a page, those in code left out."""
    prose = re.sub(r"^(`{3,})[^\n]*\n.*?^\1$|`[^`\n]*`", "", page, flags=re.MULTILINE | re.DOTALL)
    return re.findall(r"\]\(([^)\s]+)\)", prose)


def anchors(page: str) -> set[str]:
    prose = re.sub(r"^(`{3,})[^\n]*\n.*?^\1$", "", page, flags=re.MULTILINE | re.DOTALL)
    return {slug(heading) for heading in re.findall(r"^#{1,6} (.+)$", prose, re.MULTILINE)}


def broken(page: Path, content: str) -> list[str]:
    """The relative links of a page that lead nowhere."""
    found = []
    for link in links(content):
        if re.match(r"[a-z]+:", link):
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        if not target.exists() or (anchor and anchor not in anchors(text(target))):
            found.append(link)
    return found


def test_every_link_leads_somewhere() -> None:
    assert {name(page): found for page in every_page() if (found := broken(page, text(page)))} == {}


@pytest.mark.parametrize("link", ["nowhere.md", "findings.md#no-such-heading", "#no-such-heading"])
def test_a_link_that_leads_nowhere_is_caught(link: str) -> None:
    assert broken(DOCS / "README.md", f"[words]({link}) and [more](findings.md#levels)") == [link]


def test_the_index_names_every_page() -> None:
    indexed = set(links(text(DOCS / "README.md")))
    assert {page.name for page in DOCS.glob("*.md")} - {"README.md"} <= indexed


# Drafts.


def test_drafts_read_without_a_fault_unless_marked() -> None:
    wrong = {}
    for page, fence in fenced("clause", every_page()):
        faults = rule_pages.reading_faults(fence.text)
        if bool(faults) != (FAULTY in fence.info):
            wrong[f"{name(page)}:{fence.first + 1}"] = faults
    assert wrong == {}


def test_the_right_examples_of_cards_are_never_marked_faulty() -> None:
    for page, content in generated().items():
        right = content.partition("\n## Right\n")[2].partition("\n## How it is found\n")[0]
        assert not [each for each in fences(right) if FAULTY in each.info], name(page)


def test_the_tutorial_ends_with_a_clean_draft() -> None:
    *_, last = (fence for _, fence in fenced("console", [DOCS / "tutorial.md"]))
    assert last.text.endswith("Nothing found in 1 draft\n$ echo $?\n0\n")


def test_a_file_grows_block_by_block_and_label_by_label(tmp_path: Path) -> None:
    draft = tmp_path / "a.clause"
    write(draft, 'RISK SHARE R1 "Pool"\n  Shares: A 50%\n  Bands:\n    - 0% to 2% of Budget: no sharing\n')
    write(draft, 'PARTY A "One"\n\nRISK SHARE R1\n  Shares: A 100%\n')
    assert draft.read_text("utf-8") == (
        'RISK SHARE R1 "Pool"\n  Shares: A 100%\n  Bands:\n    - 0% to 2% of Budget: no sharing\n\n'
        'PARTY A "One"\n'
    )


# Rules.


@pytest.fixture(scope="module")
def sample_pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pack of writing-a-rule.md, as files."""
    root = tmp_path_factory.mktemp("packs")
    for fence in fences(text(DOCS / "writing-a-rule.md")):
        if fence.file:
            (root / fence.file).parent.mkdir(exist_ok=True)
            (root / fence.file).write_text(fence.text, "utf-8")
    return root / "local"


def test_the_card_in_writing_a_rule_is_a_card_whose_examples_hold(sample_pack: Path) -> None:
    catalogue = compile_catalogue([sample_pack], SCHEMA)
    (rule,) = catalogue.rules
    body, checker = catalogue.docs(rule).body, Checker(catalogue, engine="reference")
    for examples, speaks in ((body.wrong, True), (body.right, False)):
        for example in examples:
            said = [finding.message for finding in checker.check_text(example.text).findings]
            assert bool(said) is speaks
            assert "not stated" not in "".join(said)


def test_the_conditions_shown_compile() -> None:
    shown = [fence.text for _, fence in fenced("when")]
    shown += re.findall(r"^\| \w+ \| .* \| `(.+)` \|$", generated()[DOCS / "facts.md"], re.MULTILINE)
    assert len(shown) > len(pages.TYPES)
    for condition in shown:
        compile_rule("shown", condition, SCHEMA)


def test_every_key_of_a_card_is_explained() -> None:
    page = text(DOCS / "writing-a-rule.md")
    for key, field in CardHead.model_fields.items():
        assert f"`{field.alias or key}`" in page


def test_the_table_of_evidence_is_that_of_the_rules() -> None:
    rows = re.findall(r"^\| (`[^|]+) \| .* \| (\w+) \|$", text(DOCS / "findings.md"), re.MULTILINE)
    said = {tag: most for tags, most in rows for tag in re.findall(r"`([\w-]+)`", tags)}
    assert said == {tag: each.most.word for tag, each in EVIDENCE.items() if each.most}


# Programs.


def schema_keys(schema: object) -> Iterator[str]:
    if isinstance(schema, dict):
        yield from schema.get("properties", {})
        for inner in schema.values():
            yield from schema_keys(inner)
    elif isinstance(schema, list):
        for inner in schema:
            yield from schema_keys(inner)


def test_every_key_of_the_json_report_is_explained() -> None:
    explained = text(DOCS / "findings.md").partition("## The JSON form")[2]
    keys = set(schema_keys(json.loads((ROOT / "schemas" / "report-1.schema.json").read_text("utf-8"))))
    assert {"findings", "fingerprint", "edits", "offset"} <= keys
    assert sorted(key for key in keys if f"`{key}`" not in explained) == []


def option_names(verb: str) -> set[str]:
    command = cli.get_command(click.Context(cli), verb)
    assert command is not None
    return {name for each in command.params for name in (*each.opts, *each.secondary_opts)} | {"--help"}


def test_every_option_named_exists() -> None:
    unknown = []
    for page in WRITTEN:
        # Vim escapes spaces; VS Code lists words.
        plain = text(page).replace("\\ ", " ").replace('", "', " ")
        for verb, rest in re.findall(rf"clausecheck[\"',\s]+({'|'.join(VERBS)})\b([^\n`]*)", plain):
            named = set(re.findall(r"(?<!\S)--[a-z-]+", rest.split(" | ")[0]))
            unknown += [f"{name(page)}: {verb} {each}" for each in named - option_names(verb)]
    assert unknown == []


def test_every_command_named_exists() -> None:
    for page in WRITTEN:
        code = re.findall(r"^`{3,}[^\n]*\n(.*?)^`{3,}$", text(page), re.MULTILINE | re.DOTALL)
        code += re.findall(r"`([^`\n]+)`", text(page))
        named = {
            verb for each in code for verb in re.findall(r"^(?:.*[$|] )?clausecheck ([a-z]+)", each, re.M)
        }
        assert named <= set(VERBS), name(page)


def concise() -> list[str]:
    return run("clausecheck check drafts/demo.clause --output-format concise --quiet")[0].splitlines()


def test_problem_matchers_match_the_concise_format(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    lines = concise()
    lines += [re.sub(r" (error|warning|advice) ", f" {level} ", lines[0]) for level in ("advice", "waived")]
    for page in (DOCS / "ci.md", DOCS / "editors.md"):
        patterns = [p for _, fence in fenced("json", [page]) for p in matchers(json.loads(fence.text))]
        assert patterns
        matched = 0
        for pattern in patterns:
            for found in filter(None, (re.fullmatch(str(pattern["regexp"]), line) for line in lines)):
                matched += 1
                assert found[pattern["file"]] == "drafts/demo.clause"
                assert found[pattern["line"]].isdigit()
                assert found[pattern["code"]] in load_catalogue().rules
        assert matched == (len(lines) if page.name == "editors.md" else len(graver(lines)))


def test_the_pattern_for_emacs_matches_the_concise_format(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    ((_, fence),) = fenced("elisp")
    (written,) = re.findall(r'^ *"(\^.*)"$', fence.text, re.MULTILINE)
    # In Emacs the brackets of a group are escaped, and a backslash in a string is doubled.
    pattern = re.sub(r"\\\\([()|])", r"\1", written)
    found = [re.match(pattern, line) for line in concise()]
    assert all(found)
    assert {each[4] for each in found if each} == {None, "warning"}
    assert {each[5] for each in found if each} == {None, "advice"}


def graver(lines: list[str]) -> list[str]:
    return [line for line in lines if re.search(r"^\S+ (error|warning) ", line)]


def matchers(config: object) -> Iterator[dict[str, int]]:
    if isinstance(config, dict):
        if "regexp" in config:
            yield config
        for inner in config.values():
            yield from matchers(inner)
    elif isinstance(config, list):
        for inner in config:
            yield from matchers(inner)


def test_configuration_is_well_formed() -> None:
    for _, fence in fenced("yaml"):
        for document in yaml.safe_load_all(fence.text):
            assert document is None or isinstance(document, dict)
    for _, fence in fenced("toml"):
        assert tomllib.loads(fence.text)


def test_the_python_of_editors_works(capsys: pytest.CaptureFixture[str]) -> None:
    ((_, fence),) = fenced("python", [DOCS / "editors.md"])
    draft = (ROOT / "drafts" / "demo.clause").read_text("utf-8")
    exec(compile(ast.parse(fence.text), "editors.md", "exec"), {"text": draft})
    assert re.search(r"^\d+ \d+ error ", capsys.readouterr().out, re.MULTILINE)
