"""Duties that a draft takes away, disclosure that it bars, and what it calls its parties."""

from __future__ import annotations

import pytest

from clausecheck.facts.extract import extract
from clausecheck.facts.fact import Fact
from clausecheck.model.build import build
from clausecheck.source import source_from_text


def of(kind: str, text: str) -> list[Fact]:
    """The facts of a kind in a draft."""
    draft, _ = build(source_from_text(text, "example.clause"))
    return [fact for fact in extract(draft) if fact.kind == kind]


def clause(words: str) -> str:
    return f'CLAUSE 6.2 "Terms"\n  {words}\n'


def denied(words: str) -> list[object]:
    return [fact.values["duty"] for fact in of("duty_denied", clause(words))]


@pytest.mark.parametrize(
    ("words", "duty"),
    [
        ("The duty of candour does not apply to this Agreement.", "candour"),
        ("The statutory duty of candour shall not apply between the members.", "candour"),
        ("The duty of candour is waived.", "candour"),
        ("The Alliance disapplies the duty of candour.", "candour"),
        ("Sub-contractors are exempt from the duty of candour.", "candour"),
        ("No duty of candour applies.", "candour"),
        ("The duty of candour applies only to registered providers.", "candour"),
        ("The duty of candour applies solely to providers carrying on a regulated activity.", "candour"),
        ("The duty of candour does not bind providers that are not registered.", "candour"),
        ("The Provider is not required to co-operate on education and training.", "training"),
        ("Terms on education and training do not apply.", "training"),
        ("The Provider will not provide clinical placements.", "training"),
        ("There is no access for the NHS Counter Fraud Authority.", "counter-fraud"),
        ("NHSCFA has no right to see the records.", "counter-fraud"),
        ("NHSCFA may not audit the Alliance.", "counter-fraud"),
        ("NHS counter-fraud requirements are disapplied.", "counter-fraud"),
        ("The parties are released from counter-fraud duties.", "counter-fraud"),
    ],
)
def test_a_duty_is_taken_away(words: str, duty: str) -> None:
    assert denied(words) == [duty]


@pytest.mark.parametrize(
    "words",
    [
        "The duty of candour applies to every provider.",
        "The duty of candour applies to registered and unregistered providers.",
        "Nothing in this Agreement disapplies the duty of candour.",
        "No term of this Agreement waives the duty of candour.",
        "This clause does not exclude the duty of candour.",
        "A member may not waive the duty of candour.",
        "No duty of candour is limited by clause 4.",
        "The duty of candour does not apply to near misses that cause no harm.",
        "The duty of candour does not apply to the commissioners.",
        "The duty of candour does not apply unless harm was done.",
        "The duty of candour goes before No blame.",
        "No blame does not reach the duty of candour, safeguarding or patient safety.",
        "The Provider co-operates on education and training.",
        "The Provider will not charge for education and training.",
        "NHSCFA may not be refused access.",
        "NHSCFA may audit the Alliance.",
        "There is no limit on access for the NHS Counter Fraud Authority.",
        "Counter-fraud requirements apply, and no audit is announced.",
    ],
)
def test_a_duty_is_kept(words: str) -> None:
    assert denied(words) == []


def test_a_condition_named_beside_the_duty_is_another_finding() -> None:
    words = clause("SC35 (duty of candour) does not apply.")
    assert len(of("amendment", words)) == 1
    assert of("duty_denied", words) == []
    elsewhere = 'CONTRACT "Grant"\n  Form: grant agreement\n\n' + clause("The duty of candour is waived.")
    assert [fact.values["national"] for fact in of("duty_denied", elsewhere)] == [False]


def test_each_duty_once_in_a_sentence_and_where_it_stands() -> None:
    text = clause("The duty of candour is waived, and counter-fraud requirements are disapplied.")
    found = of("duty_denied", text)
    assert [fact.values["duty"] for fact in found] == ["candour", "counter-fraud"]
    assert [text[fact.span.start : fact.span.end] for fact in found] == [
        "duty of candour is waived",
        "counter-fraud requirements are disapplied",
    ]


def barred(text: str) -> list[object]:
    return [fact.values["means"] for fact in of("disclosure_barred", text)]


@pytest.mark.parametrize(
    ("words", "means"),
    [
        ("The Freedom of Information Act 2000 does not apply to this Agreement.", "information"),
        ("Prices shall not be disclosed in response to a request under FOIA.", "information"),
        ("The ICB will refuse any request under the Freedom of Information Act.", "information"),
        ("Prices are exempt from disclosure under FOIA in all circumstances.", "information"),
        ("The terms must not be disclosed under any circumstances.", "secrecy"),
        ("Under no circumstances shall the terms be disclosed.", "secrecy"),
        ("All terms are confidential, without exception.", "secrecy"),
    ],
)
def test_disclosure_is_barred(words: str, means: str) -> None:
    assert barred(clause(words)) == [means]


@pytest.mark.parametrize(
    "words",
    [
        "The Freedom of Information Act 2000 applies to this Agreement.",
        "Subject to law, prices shall not be disclosed in response to a request under FOIA.",
        "The ICB answers each request under FOIA after asking the members.",
        "Prices are exempt from disclosure under FOIA where section 43 applies.",
        "The terms must not be disclosed under any circumstances unless the law requires it.",
        "Patient records must not be disclosed under any circumstances.",
        "All terms are confidential.",
    ],
)
def test_disclosure_is_not_barred(words: str) -> None:
    assert barred(clause(words)) == []


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("no disclosure", ["information"]),
        ("all requests are refused", ["information"]),
        ("no disclosure except as required by law", []),
        ("each public body answers its own", []),
    ],
)
def test_a_line_on_freedom_of_information(line: str, found: list[str]) -> None:
    assert barred(f"INFORMATION SHARING\n  Freedom of information: {line}\n") == found


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("This Agreement creates a legal partnership.", 1),
        ("The parties are partners within the meaning of the Partnership Act 1890.", 1),
        ("Each party is the agent of the other parties.", 1),
        ("Each party acts as agent of the other parties.", 1),
        ("The ICB acts as agent for the other commissioners.", 0),
        ("The Lead is the agent of all the other parties.", 1),
        ("A member may bind all the other members.", 1),
        ("The parties work in partnership and are partners in care.", 0),
        ("No party may bind the other parties.", 0),
        ("Nothing in this Agreement creates a legal partnership.", 0),
        ("A member may bind all the other members, subject to its scheme of delegation.", 1),
    ],
)
def test_words_of_partnership(words: str, count: int) -> None:
    assert len(of("partnership_words", clause(words))) == count


BODIES = {
    "trust": 'PARTY Acute "Ferndale Hospitals NHS Trust"\n  Role: provider\n  Kind: NHS trust\n\n',
    "foundation": 'PARTY Acute "Ferndale Hospitals"\n  Role: provider\n  Kind: foundation trust\n\n',
    "unstated": 'PARTY Acute "Ferndale Hospitals"\n  Role: provider\n\n',
}
ICB = 'PARTY ICB "NHS Ferndale"\n  Role: commissioner\n  Kind: ICB\n\n'


@pytest.mark.parametrize(
    ("body", "words", "count"),
    [
        ("trust", "Disputes go to the High Court.", 1),
        ("trust", "Debts are recovered through the courts.", 1),
        ("trust", "No party goes to the High Court.", 0),
        ("trust", "Disputes go to the High Court, this being no NHS contract under section 9.", 0),
        ("trust", "The Court of Protection decides on capacity.", 0),
        ("trust", "Litigation shall not be started.", 0),
        ("foundation", "Disputes go to the High Court.", 0),
        ("unstated", "Disputes go to the High Court.", 0),
    ],
)
def test_courts_among_nhs_bodies(body: str, words: str, count: int) -> None:
    assert len(of("court_remedy", ICB + BODIES[body] + clause(words))) == count


def test_a_single_party_or_a_step_of_disputes_is_left_alone() -> None:
    assert of("court_remedy", ICB + clause("Disputes go to the High Court.")) == []
    assert of("court_remedy", ICB + BODIES["trust"] + "DISPUTES\n  Final step: the High Court\n") == []


HEAD = 'CONTRACT "Vale"\n'


@pytest.mark.parametrize(
    ("text", "noted"),
    [
        (HEAD + "  Integration: fully integrated\n", [False]),
        (HEAD + "  Integration: partially integrated\n", []),
        (HEAD + "  Care model: ACC\n", [False]),
        (HEAD + '\nPARTY Lead "Vale LLP"\n  Role: lead provider\n  Kind: LLP\n', [False]),
        (HEAD + '\nPARTY Lead "Vale LLP"\n  Role: guarantor\n  Kind: LLP\n', []),
        (HEAD + "  Integration: fully integrated\n\nASSURANCE\n  Competition note: none needed\n", [True]),
        (
            HEAD + "  Integration: fully integrated\n\n" + clause("Merger control was considered."),
            [True],
        ),
        ("FRAGMENT\n" + HEAD + "  Integration: fully integrated\n", [True]),
    ],
)
def test_services_under_one_body(text: str, noted: list[bool]) -> None:
    assert [fact.values["noted"] for fact in of("common_control", text)] == noted


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("A fine of £1,000 is due for each mixed-sex accommodation breach.", 1),
        ("£2,500 is deducted for each 52 week wait.", 1),
        ("2% is deducted where the 4-hour standard is missed.", 1),
        ("A penalty is due for each 52 week wait.", 0),
        ("No fine of £2,500 is due for a 52 week wait.", 0),
        ("£2,500 a week is paid for 18 weeks.", 0),
        ("A fine of £300 is due for each late letter.", 0),
    ],
)
def test_fines_on_national_standards(words: str, count: int) -> None:
    assert len(of("national_fine", clause(words))) == count
