"""The catalogue: from folders of cards to rules, faults across cards, and the cache."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from pathlib import Path

import pytest
from rule_samples import CARD, PACK, RAISED, SCHEMA, line_of, write_pack

from clausecheck.facts.fact import Fact
from clausecheck.finding import Class, Level
from clausecheck.rules.catalogue import Catalogue, compile_catalogue
from clausecheck.rules.faults import CardFault, CatalogueError
from clausecheck.rules.rule import Rule
from clausecheck.rules.template import Place, render
from clausecheck.spans import Span

CAP = "member-cap-exceeds-capacity"


def load(*roots: Path) -> Catalogue:
    return compile_catalogue(roots, SCHEMA)


def faults(*roots: Path) -> list[tuple[str, int, str]]:
    with pytest.raises(CatalogueError) as caught:
        load(*roots)
    assert list(caught.value.faults) == sorted(caught.value.faults)
    return [
        (fault.path.removeprefix("rulesets/"), fault.line, fault.message) for fault in caught.value.faults
    ]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_pack(tmp_path / "rulesets", member_cap_exceeds_capacity=CARD, unknown_label=RAISED)


def firm(tmp_path: Path, keys: str, name: str = CAP, **pack: str) -> Path:
    """A firm's own pack, with one card that has no body."""
    folder = tmp_path / "firm"
    folder.mkdir()
    (folder / "pack.toml").write_text(
        PACK.replace('"risk"', '"firm"') + pack.get("more", ""), encoding="utf-8"
    )
    (folder / f"{name}.md").write_text(f"---\nname: {name}\n{keys}\n---\n", encoding="utf-8")
    return folder


def test_a_rule_has_all_that_a_finding_needs(root: Path) -> None:
    rule = load(root).rules[CAP]
    assert (rule.code, rule.level, rule.kind, rule.origin) == (
        "RS011",
        Level.ERROR,
        Class.INCONSISTENT,
        "risk@1.2.0",
    )
    assert rule.title == "A member can lose more than it can bear"
    assert rule.names == ("p", "c")
    assert rule.at == Place(1, "amount")
    assert [also.at for also in rule.also] == [Place(0, "risk_capacity")]
    assert rule.fix is not None
    assert rule.fix.replace == Place(1, "amount")
    facts = [Fact("party", 0, Span(0, 0), {"ref": "ICB"}), Fact("member_cap", 1, Span(0, 0), {"amount": 5})]
    assert rule.says is not None
    assert rule.so is not None
    assert render(rule.says, facts) == "ICB can lose 5"
    assert render(rule.so, facts) == "the board would be {bound}"
    assert rule.compiled is not None
    assert rule.compiled.name == CAP


def test_a_rule_that_the_program_raises_is_not_run(root: Path) -> None:
    rule = load(root).rules["unknown-label"]
    assert (rule.raised_by, rule.compiled, rule.at, rule.says) == ("reader", None, None, None)


def test_rules_are_sorted_and_found_by_code(root: Path) -> None:
    catalogue = load(root)
    assert list(catalogue.rules) == [CAP, "unknown-label"]
    assert list(catalogue.by_code) == ["DR001", "RS011"]
    assert catalogue.by_code["RS011"] is catalogue.rules[CAP]
    assert catalogue.packs["risk"].title == "Risk share"


def test_rules_can_be_pickled(root: Path) -> None:
    rules = load(root).rules
    assert pickle.loads(pickle.dumps(rules)) == rules


def test_documentation_is_read_from_the_file(root: Path) -> None:
    catalogue = load(root)
    assert catalogue.docs(CAP).body.wrong[0].caption == "The cap is £1 too high."
    (root / "risk" / f"{CAP}.md").unlink()
    with pytest.raises(CatalogueError, match="this card cannot be read"):
        catalogue.docs(CAP)
    with pytest.raises(KeyError):
        catalogue.docs("nothing")


def test_the_packs_condition_joins_every_rule_and_stays_out_of_its_facts(tmp_path: Path) -> None:
    more = 'applies_when = "contract _k: model is alliance"\n'
    rule = load(write_pack(tmp_path, PACK + more, member_cap_exceeds_capacity=CARD)).rules[CAP]
    assert rule.compiled is not None
    (variant,) = rule.compiled.variants
    assert [pattern.kind for pattern in variant.present] == ["party", "member_cap", "contract"]
    assert rule.own((4, 2, 0)) == (4, 2)


def test_a_pack_folder_may_be_named_itself(root: Path) -> None:
    assert list(load(root / "risk").rules) == [CAP, "unknown-label"]


def test_no_rules_at_all(tmp_path: Path) -> None:
    (tmp_path / ".hidden").mkdir()
    assert load(tmp_path).rules == {}


# extends


def test_a_card_of_the_same_name_in_another_pack_replaces_the_rule(root: Path, tmp_path: Path) -> None:
    catalogue = load(root, firm(tmp_path, f"extends: {CAP}\nlevel: advice\nhelp: Ask the finance team"))
    rule = catalogue.rules[CAP]
    assert (rule.level, rule.code, rule.pack) == (Level.ADVICE, "RS011", "firm")
    assert rule.says == load(root).rules[CAP].says
    assert catalogue.docs(CAP).head.help == "Ask the finance team"
    assert catalogue.docs(CAP).body.title == rule.title


def test_a_card_of_its_own_name_stands_beside_the_rule(root: Path, tmp_path: Path) -> None:
    catalogue = load(root, firm(tmp_path, f"extends: {CAP}\ncode: FX001\nsays: Ours", "ours"))
    assert list(catalogue.rules) == [CAP, "ours", "unknown-label"]
    assert catalogue.rules["ours"].compiled is not None
    assert catalogue.rules["ours"].compiled.name == "ours"


@pytest.mark.parametrize(
    ("keys", "kinds"),
    [
        ("", ["party", "member_cap"]),
        ("when: party p\nat: p\nalso:\nfix:\nsays: x\nso:", ["party", "contract"]),
    ],
)
def test_an_inherited_condition_keeps_the_packs_condition_it_was_written_for(
    root: Path, tmp_path: Path, keys: str, kinds: list[str]
) -> None:
    more = 'applies_when = "contract _k"\n'
    rule = load(root, firm(tmp_path, f"extends: {CAP}\n{keys}", more=more)).rules[CAP]
    assert rule.compiled is not None
    assert [pattern.kind for pattern in rule.compiled.variants[0].present] == kinds


@pytest.mark.parametrize(
    ("name", "keys", "words"),
    [
        ("ours", "extends: member-cap-exceeds-capacitee", f'to extend; did you mean "{CAP}"?'),
        ("ours", "extends: ours", 'no other pack has a rule "ours" to extend'),
    ],
)
def test_extending_what_is_not_there(root: Path, tmp_path: Path, name: str, keys: str, words: str) -> None:
    ((path, line, message),) = faults(root, firm(tmp_path, keys, name))
    assert (path, line) == ("firm/ours.md", 3)
    assert words in message


def test_extending_in_a_circle(tmp_path: Path) -> None:
    cards = {
        name: f"---\nname: {name}\nextends: {other}\n---\n"
        for name, other in (("a", "b"), ("b", "a"), ("c", "a"))
    }
    found = faults(write_pack(tmp_path / "rulesets", **cards))
    assert [(path, line) for path, line, _ in found] == [("risk/a.md", 3), ("risk/b.md", 3)]
    assert all("extends itself in a circle" in message for *_, message in found)


def test_what_extends_a_faulty_card_is_not_blamed(root: Path, tmp_path: Path) -> None:
    card = root / "risk" / f"{CAP}.md"
    card.write_text(CARD.replace("level: error", "level: eror"), encoding="utf-8")
    assert [path for path, *_ in faults(root, firm(tmp_path, f"extends: {CAP}\ncode: FX001", "ours"))] == [
        f"risk/{CAP}.md"
    ]


# Faults that only show against the facts, or across cards.

PLANTED = [
    ("risk_capacity is present", "risk_capcity is present", "  party p", 'did you mean "risk_capacity"?'),
    (
        "    and exceeds_capacity is true",
        "    and exceeds_capacity is 5",
        "    and exceeds",
        "true or false, not with 5",
    ),
    ("no guarantee: for is p.ref", "no guarantee: for is q.ref", "  no guarantee", 'is called "q"'),
    ("at: c.amount", "at: c.amuont", "at: c.amuont", 'did you mean "amount"?'),
    ("- at: p.risk_capacity", "- at: q", "  - at: q", 'no pattern that must match is called "q"'),
    ("what {p} can", "what {r} can", "    label", 'is called "r"'),
    ("{c.amount}", "{c.amont}", "says", 'did you mean "amount"?'),
    ("{{bound}}", "{bound}", 'so: "', 'is called "bound"'),
    ('help: "Lower', 'help: "{Lower', "help", "stands alone"),
    ("replace: c.amount", "replace: c", "  replace", "a fix replaces one attribute"),
    ('with: "{p.risk', 'with: "{p.rusk', "  with", 'did you mean "risk_capacity"?'),
]


@pytest.mark.parametrize(("old", "new", "marks", "words"), PLANTED)
def test_each_planted_fault_is_found_at_its_line(
    tmp_path: Path, old: str, new: str, marks: str, words: str
) -> None:
    assert old in CARD
    text = CARD.replace(old, new, 1)
    ((path, line, message),) = faults(write_pack(tmp_path / "rulesets", member_cap_exceeds_capacity=text))
    assert (path, line) == (f"risk/{CAP}.md", line_of(text, f"\n{marks}") + 1)
    assert words in message


def test_two_rules_of_one_name(root: Path, tmp_path: Path) -> None:
    other = write_pack(tmp_path / "more", PACK, unknown_label=RAISED)
    (other / "risk").rename(other / "late")
    (other / "late" / "pack.toml").write_text(PACK.replace('"risk"', '"late"'), encoding="utf-8")
    assert faults(root, other) == [
        (
            "more/late/unknown-label.md",
            2,
            'a rule is called "unknown-label" already, in rulesets/risk/unknown-label.md',
        )
    ]


def test_two_rules_of_one_code(root: Path) -> None:
    (root / "risk" / "other.md").write_text(
        RAISED.replace("name: unknown-label", "name: other"), encoding="utf-8"
    )
    assert faults(root) == [("risk/unknown-label.md", 3, "DR001 is already the code of other")]


def test_two_packs_of_one_name(root: Path, tmp_path: Path) -> None:
    other = write_pack(tmp_path / "more")
    assert faults(root, other) == [("more/risk/pack.toml", 1, 'there is another pack called "risk"')]


def test_cards_without_a_pack(root: Path) -> None:
    (root / "risk" / "pack.toml").unlink()
    assert faults(root) == [("risk/pack.toml", 1, "a folder of rule cards needs a pack.toml")]


def test_files_that_are_not_text(root: Path) -> None:
    (root / "risk" / "unknown-label.md").write_bytes(b"---\nname: \xff\n---\n")
    assert faults(root) == [("risk/unknown-label.md", 2, "this file is not UTF-8 text")]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    assert faults(tmp_path / "gone") == [("gone", 1, "cannot be read: no such file or directory")]


def test_faults_of_all_cards_are_told_together(root: Path) -> None:
    for name in (CAP, "unknown-label"):
        path = root / "risk" / f"{name}.md"
        path.write_text(path.read_text("utf-8").replace("since: 0.1.0", "since: soon"), encoding="utf-8")
    assert [path for path, *_ in faults(root)] == [f"risk/{CAP}.md", "risk/unknown-label.md"]


def test_the_error_reads_as_a_list_of_faults() -> None:
    error = CatalogueError([CardFault("b.md", 2, "bad"), CardFault("a.md", 9, "worse")])
    assert str(error) == "a.md:9: worse\nb.md:2: bad"


# The cache. A stand-in for the schema and for the packaged folders is set up in a process of its own, which
# then loads the catalogue and says what that took.

SCRIPT = """
import sys, types
from pathlib import Path
from clausecheck import data
from rule_samples import SCHEMA

home = Path(sys.argv[1])
data.folder = lambda name: home / name
schema = types.ModuleType("clausecheck.facts.schema")
schema.SCHEMA = dict(SCHEMA) | ({"extra": SCHEMA["board"]} if "schema" in sys.argv[2:] else {})
sys.modules["clausecheck.facts.schema"] = schema

from clausecheck.rules import catalogue
if "precompile" in sys.argv[2:]:
    catalogue.precompile(home / data.COMPILED)
    sys.exit()
data._PACKAGED = home
loaded = catalogue.load_catalogue([Path(one) for one in sys.argv[2:] if "/" in one])
rule = loaded.rules["member-cap-exceeds-capacity"]
heavy = [name for name in ("lark", "pydantic", "yaml") if name in sys.modules]
print(len(loaded.rules), rule.level.word, loaded.docs(rule.name).body.title[:8], *heavy)
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A packaged folder with one pack and the real grammar."""
    write_pack(tmp_path / "home" / "rulesets", member_cap_exceeds_capacity=CARD)
    grammar = Path(__file__).parents[2] / "grammars" / "condition.lark"
    (tmp_path / "home" / "grammars").mkdir()
    (tmp_path / "home" / "grammars" / grammar.name).write_bytes(grammar.read_bytes())
    return tmp_path / "home"


def told(home: Path, *arguments: str) -> str:
    """What a fresh process says of loading: rules, the level of one, its title, and heavy imports."""
    environment = os.environ | {
        "CLAUSECHECK_CACHE_DIR": str(home / "cache"),
        "PYTHONPATH": os.pathsep.join([str(Path(__file__).parent), os.environ.get("PYTHONPATH", "")]),
    }
    command = [sys.executable, "-c", SCRIPT, str(home), *arguments]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


COLD, WARM = "1 error A member lark pydantic yaml", "1 error A member"


def test_a_second_load_reads_no_card(home: Path) -> None:
    assert told(home) == COLD
    assert told(home) == WARM


@pytest.mark.parametrize(
    "changed", ["rulesets/risk/pack.toml", f"rulesets/risk/{CAP}.md", "grammars/condition.lark"]
)
def test_a_change_of_any_file_is_noticed(home: Path, changed: str) -> None:
    told(home)
    with (home / changed).open("a", encoding="utf-8") as file:
        file.write("\n")
    assert told(home) == COLD
    assert told(home) == WARM


def test_a_change_of_the_schema_is_noticed(home: Path) -> None:
    told(home)
    assert told(home, "schema") == COLD


def test_an_extra_folder_is_another_catalogue(home: Path, tmp_path: Path) -> None:
    told(home)
    playbook = firm(tmp_path, f"extends: {CAP}\nlevel: advice")
    cold = COLD.replace("error", "advice")
    assert told(home, str(playbook)) == cold
    assert told(home, str(playbook)) == cold.replace(" lark pydantic yaml", "")
    assert told(home) == WARM


def test_a_built_package_carries_its_rules(home: Path) -> None:
    told(home, "precompile")
    assert (home / "compiled" / "stamp").read_text("ascii").strip()
    assert told(home) == WARM
    assert not (home / "cache").exists()


def test_a_built_package_takes_extra_folders_too(home: Path, tmp_path: Path) -> None:
    told(home, "precompile")
    playbook = firm(tmp_path, f"extends: {CAP}\nlevel: advice")
    assert told(home, str(playbook)) == COLD.replace("error", "advice")
    assert told(home, str(playbook)) == WARM.replace("error", "advice")


def test_a_package_with_a_fault_is_not_built(home: Path) -> None:
    (home / "rulesets" / "risk" / "pack.toml").unlink()
    with pytest.raises(AssertionError, match="needs a pack"):
        told(home, "precompile")
    assert not (home / "compiled").exists()


def test_a_rule_is_light() -> None:
    script = (
        "import sys, clausecheck.rules.catalogue; print(*sorted({one.split('.')[0] for one in sys.modules}))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert not {"lark", "yaml", "pydantic", "tomllib", "difflib"} & set(done.stdout.split())
    assert Rule.__module__ == "clausecheck.rules.rule"
