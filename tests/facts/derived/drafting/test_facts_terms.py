from __future__ import annotations

from pathlib import Path

import pytest
from drafting_facts import cut, facts_of

GOOD = sorted((Path(__file__).parents[4] / "examples" / "good").glob("*.clause"))


def clause(words: str) -> str:
    return f'CLAUSE 1.1 "Words"\n  {words}\n'


def undefined(text: str) -> list[str]:
    return [cut(text, fact) for fact in facts_of("undefined_term", text)]


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_a_good_draft_has_no_undefined_terms(path: Path) -> None:
    assert undefined(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("words", "term"),
    [
        ("The Partnership Executive decides. The Partnership Executive is final.", "Partnership Executive"),
        ("It may make a Goodwill Payment. Goodwill Payments are final.", "Goodwill Payment"),
        ("Each Quality Gate is passed. A Quality Gate that is not passed ends it.", "Quality Gate"),
        ("On the Transfer Date the staff move; costs before the Transfer Date stay.", "Transfer Date"),
        ("Under a Deed of Adherence it joins. The Deed of Adherence binds it.", "Deed of Adherence"),
        ("The Loss Share Cap holds. No Loss Share Cap is waived.", "Loss Share Cap"),
        ("It pays for Key Person Events, and a Key Person Event is told.", "Key Person Event"),
    ],
)
def test_words_in_capitals_that_nothing_defines_are_found(words: str, term: str) -> None:
    (found,) = undefined(clause(words))
    assert found.startswith(term)


@pytest.mark.parametrize(
    "words",
    [
        "The Goodwill Payment is final.",
        "At the Ferndale General Hospital, and at the Ferndale General Hospital again.",
        "The Chief Executive signs, and the Chief Executive reports.",
        "Under the Health and Care Act the Care Act applies; the Care Act says so.",
        "A Service User complains, and the Service User is heard.",
        "The Variation Agreement is signed, and the Variation Agreement is kept.",
        "Jane Smith signs. Jane Smith reports to Ferndale.",
        'See the "Joint Transfer Plan" and the "Joint Transfer Plan" again.',
        "The NHS Oversight Metrics apply, and the NHS Oversight Metrics are published.",
        "A Clinical Lead sits. The Clinical Lead votes.",
        "Each party acts. Each member acts. The parties act.",
        "The Clinical Frailty Scale is used, and the Clinical Frailty Scale is kept.",
        "Before the Expiry Date of the contract and after the Expiry Date.",
    ],
)
def test_names_and_terms_known_to_every_draft_are_passed_over(words: str) -> None:
    assert undefined(clause(words)) == []


@pytest.mark.parametrize(
    "declared",
    [
        'DEFINE "Goodwill Payment": a sum\n',
        'DEFINE "Goodwill Payments": sums\n',
        'GOVERNANCE G1 "Goodwill Payment"\n',
        'PARTY A "Ferndale Goodwill Payment Trust"\n',
    ],
)
def test_what_the_draft_names_itself_is_defined(declared: str) -> None:
    words = clause("It may make a Goodwill Payment. Goodwill Payments are final.")
    assert undefined(words) == ["Goodwill Payment"]
    assert undefined(declared + words) == []


@pytest.mark.parametrize(
    ("term", "line", "uses"),
    [
        ("Actual Cost", "", 0),
        ("Actual Cost", "Reconciliation: against Actual Cost and actual  costs", 1),
        ("Actual Cost", "Reconciliation: against Actual Costs", 1),
        ("Actual Cost", "Threshold: 2% of Actual Cost", 1),
        ("Actual Cost", "Reconciliation: against the Factual Cost", 0),
        ("Loss Policy", "Reconciliation: under Loss Policies", 1),
        ("day", "Reconciliation: within 10 days", 1),
        ("Actual Cost", "Cap:\n    - losses: 2% of Actual Cost for Acute", 1),
    ],
)
def test_a_term_is_used_wherever_its_words_stand(term: str, line: str, uses: int) -> None:
    text = f'DEFINE "{term}": what {term} is\nRISK SHARE R1 "Pool"\n  {line}\n'
    (fact,) = facts_of("defined_term", text)
    assert bool(fact.values["uses"]) is bool(uses)


def test_a_use_in_a_title_or_another_definition_counts_and_in_its_own_does_not() -> None:
    own, other = facts_of("defined_term", 'DEFINE "Pool": the Pool\nDEFINE "Host": it holds the Pool\n')
    assert (own.values["uses"], other.values["uses"]) == (1, 0)
    (titled,) = facts_of("defined_term", 'DEFINE "Pool": money\nRISK SHARE R1 "Alliance Pool"\n')
    assert titled.values["uses"] == 1


@pytest.mark.parametrize(
    ("second", "differs"), [("audited  Spend", False), ("forecast spend", True), ("", True)]
)
def test_a_second_definition_is_told_and_whether_it_differs(second: str, differs: bool) -> None:
    text = f'DEFINE "Actual Cost": audited spend\nDEFINE "actual cost": {second}\n'
    first, again = facts_of("defined_term", text)
    assert (first.values["again"], first.values["differs"]) == (False, False)
    assert (again.values["again"], again.values["differs"]) == (True, differs)
    assert again.values["empty"] is (second == "")
    assert again.spans["first"] == first.span
