"""Words that take away, replace or turn round a General Condition, and words that do not."""

from __future__ import annotations

import pytest
from drafting_facts import cut, facts_of

FULL = 'CONTRACT "Harbour Contract"\n  Form: NHS Standard Contract 2026/27, full-length\n\n'
OVER = 'CONTRACT "Ferndale Alliance"\n  Form: overlay on NHS Standard Contract 2026/27, full-length\n\n'
PARTIES = (
    'PARTY ICB "NHS Ferndale ICB"\n  Role: commissioner\n\n'
    'PARTY Community "Ferndale Care CIC"\n  Role: provider\n\n'
)


def faults(text: str, form: str = FULL) -> list[str]:
    return [str(fact.values["fault"]) for fact in facts_of("local_term", form + PARTIES + text)]


def clause(said: str, title: str = "Local terms") -> str:
    return f'CLAUSE 1.1 "{title}"\n  {said}\n'


@pytest.mark.parametrize(
    "said",
    [
        "No party may terminate this Contract before Year 7.",
        "Neither party shall end this Contract in the first three years.",
        "ICB shall not terminate this Contract during the first 12 months.",
        "The commissioners may not terminate before Year 3.",
        "This Contract cannot be terminated in its first year.",
        "ICB waives its right to terminate.",
    ],
)
def test_a_contract_that_cannot_be_ended(said: str) -> None:
    assert faults(clause(said)) == ["kept in"]


@pytest.mark.parametrize(
    "said",
    [
        "No party may terminate this Contract before Year 7 except under GC17.",
        "No party may terminate this Contract without cause before Year 7.",
        "ICB may terminate this Contract on 12 months notice.",
        "Community may not terminate this Contract during the first 12 months.",
        "No party may terminate a lease before Year 7.",
        "No party may end the risk share in the first year.",
        "This Contract cannot be terminated because a target is missed.",
        "No party may terminate this Contract before the Earliest Termination Date.",
    ],
)
def test_a_contract_that_can(said: str) -> None:
    assert faults(clause(said)) == []


def test_the_parties_may_tie_themselves_to_their_own_agreement_only() -> None:
    assert faults(clause("No party may terminate this Agreement before Year 3."), OVER) == []
    assert faults(clause("ICB may not terminate a Services Contract before Year 3."), OVER) == ["kept in"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("MEMBERSHIP\n  Exclusion: for default, and its Services Contract ends\n", True),
        ("MEMBERSHIP\n  Leaving: 12 months notice, which ends its Services Contract\n", True),
        ("MEMBERSHIP\n  Exclusion: for default, its Services Contract continuing\n", False),
        ("MEMBERSHIP\n  Leaving: when its Services Contract ends\n", False),
        ("MEMBERSHIP\n  Exclusion: of a party whose Services Contract is terminated\n", False),
        ("TERMINATION\n  Consequences: each Services Contract continues until ended under GC17\n", False),
        (clause("On expulsion the party's Services Contract shall automatically terminate."), True),
        (clause("If this Agreement ends, every Services Contract ends."), True),
        (clause("A Services Contract terminates on its Expiry Date."), False),
        (clause("On expulsion the Services Contract does not end."), False),
    ],
)
def test_a_services_contract_that_falls_with_the_alliance(text: str, found: bool) -> None:
    assert faults(text, OVER) == (["contract falls"] if found else [])


@pytest.mark.parametrize(
    ("ground", "found"),
    [
        ("any single missed target", True),
        ("a missed KPI", True),
        ("failure to meet any KPI", True),
        ("one failure to achieve an outcome", True),
        ("any breach of a Local Quality Requirement", True),
        ("any breach of the record-keeping rules", False),
        ("failure to meet the targets", False),
        ("persistent failure to meet any KPI", False),
        ("any KPI missed in three consecutive quarters", False),
        ("any failure to meet a target that is not put right", False),
        ("failure to meet two targets", False),
    ],
)
def test_one_miss(ground: str, found: bool) -> None:
    assert faults(f"TERMINATION\n  Grounds: {ground}\n") == (["one miss"] if found else [])


def test_one_miss_in_a_clause_must_end_the_contract() -> None:
    assert faults(clause("Any missed target is reported.")) == []
    assert faults(clause("Any missed target is reported.", "Termination")) == ["one miss"]
    assert faults(clause("ICB may terminate this Contract after a missed KPI.")) == ["one miss"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (clause("The Alliance Board may suspend a provider."), True),
        (clause("The Alliance Board has power to suspend any service below Target."), True),
        ('GOVERNANCE G1 "Board"\n  Limits: may suspend services for a month\n', True),
        (clause("The Alliance Board may suspend a provider from its meetings."), False),
        (clause("The Alliance Board may recommend that ICB suspends a provider."), False),
        (clause("The Alliance Board may not suspend a provider."), False),
        (clause("The Alliance Board may suspend a provider under GC16."), False),
        (clause("ICB may suspend a service."), False),
        ("MEMBERSHIP\n  Suspension: the board may suspend a provider for at most 90 calendar days\n", False),
        (clause("The Alliance Board may suspend a provider.", "Membership"), False),
    ],
)
def test_a_board_that_suspends(text: str, found: bool) -> None:
    assert faults(text, OVER) == (["board suspends"] if found else [])


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("The recovery plan is the only remedy for poor performance.", True),
        ("Performance is managed solely through the Alliance Board.", True),
        ("No party may serve a Contract Performance Notice.", True),
        ("The recovery plan is the only remedy for poor performance, subject to GC9.", False),
        ("The recovery plan is not the only remedy for poor performance.", False),
        ("No party may serve a Contract Performance Notice until the Board has met.", False),
        ("The ledger is the only means of recording costs.", False),
        ("Performance is managed through the Alliance Board.", False),
    ],
)
def test_performance_outside_the_contract(said: str, found: bool) -> None:
    assert faults(clause(said)) == (["own process"] if found else [])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("DISPUTES\n  Final step: decision of the Alliance Board\n", True),
        ("DISPUTES\n  Final step: expert appointed by the Alliance Board\n", False),
        ("DISPUTES\n  Final step: expert determination, binding\n", False),
        ("DISPUTES\n  Final step: the chief executives\n", False),
        ("DISPUTES\n  Final step: the adjudicator appointed by the Board\n", False),
        ('GOVERNANCE G1 "Board"\n  Deadlock: the decision of the Chair is final\n', True),
        ('GOVERNANCE G1 "Board"\n  Decisions: the decision of the Chair is final\n', False),
        (clause("The Board's decision on a dispute shall be final."), True),
        (clause("The decision of the Board is final.", "Disputes"), True),
        (clause("The decision of the Board is final.", "Agenda"), False),
        (clause("The decision of the Board is final, subject to GC14.", "Disputes"), False),
        (clause("The decision of an independent expert is final.", "Disputes"), False),
    ],
)
def test_a_board_with_the_last_word(text: str, found: bool) -> None:
    assert faults(text, OVER) == (["last word"] if found else [])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("DISPUTES\n  Services continue: no\n", True),
        ("DISPUTES\n  Services continue: services may be paused\n", True),
        ("DISPUTES\n  Services continue: yes\n", False),
        ("DISPUTES\n  Services continue: no party stops services\n", False),
        ("DISPUTES\n  Steps: no arbitration\n", False),
        (clause("Community may suspend the services while a dispute is open."), True),
        (clause("Community may suspend the services where they are unsafe, dispute or none."), False),
        (clause("Community may suspend the services."), False),
        (clause("Community may not suspend the services in a dispute."), False),
    ],
)
def test_services_that_stop(text: str, found: bool) -> None:
    assert faults(text) == (["stops services"] if found else [])


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("The parties hold regular review meetings.", True),
        ("The parties hold contract review meetings.", True),
        ("The parties hold monthly contract review meetings.", False),
        ("The parties hold contract review meetings each quarter.", False),
        ("Contract review meetings are held under GC8.", False),
        ("Contract review meetings are held at the frequency in the Particulars.", False),
    ],
)
def test_review_meetings(said: str, found: bool) -> None:
    assert faults(clause(said)) == (["bare review"] if found else [])


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("ICB shall indemnify Community against all claims.", True),
        ("ICB indemnifies the Provider against clinical negligence.", True),
        ("ICB shall indemnify Community against all claims arising from its own negligence.", False),
        ("ICB shall not indemnify Community against any claims.", False),
        ("Community shall indemnify ICB against all claims.", False),
        ("Each party shall indemnify each other against all claims.", False),
    ],
)
def test_an_indemnity_from_the_commissioner(said: str, found: bool) -> None:
    assert faults(clause(said)) == (["indemnifies"] if found else [])


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("Community need not notify ICB of a change of control.", True),
        ("A change in control may take place without notice.", True),
        ("No notice is needed of a change in control.", True),
        ("Community notifies ICB of a Change in Control under GC24.", False),
        ("A change in control without notice is not allowed, under GC24.", False),
        ("Community may not change its owner.", False),
    ],
)
def test_a_change_in_control(said: str, found: bool) -> None:
    assert faults(clause(said)) == (["silent change"] if found else [])


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("The members are the exclusive provider of the services for 10 years.", True),
        ("Each member undertakes not to compete with the Alliance.", True),
        ("Exclusivity lasts for the Contract Term.", True),
        ("The members have no exclusive right to provide the services.", False),
        ("Sums are exclusive of VAT.", False),
        ("Community is the sole provider of stroke care in the county.", False),
        ("The courts of England have exclusive jurisdiction.", False),
        ("Community is a non-exclusive provider of the services.", False),
    ],
)
def test_exclusivity(said: str, found: bool) -> None:
    assert faults(clause(said), OVER) == (["exclusive"] if found else [])


@pytest.mark.parametrize(
    "note",
    [
        "ASSURANCE\n  Competition note: advice of 12 January 2026\n",
        "ASSURANCE\n  Advice: legal advice on competition of 12 January 2026\n",
        clause("The parties have taken advice on competition.").replace("1.1", "1.2"),
    ],
)
def test_exclusivity_with_a_note_on_competition(note: str) -> None:
    assert faults(clause("Exclusivity lasts for the Contract Term.") + "\n" + note, OVER) == []


def test_one_fault_is_told_once_a_block_and_points_at_its_sentence() -> None:
    text = OVER + clause(
        "The Board meets. The Board may suspend a provider. The Board may suspend a service."
    )
    [fact] = facts_of("local_term", text)
    assert cut(text, fact) == "The Board may suspend a provider"


def test_how_the_draft_stands_to_the_national_form() -> None:
    said = clause("The Alliance Board may suspend a provider.")

    def stands(head: str) -> tuple[object, object]:
        [fact] = facts_of("local_term", head + said)
        return fact.values["itself"], fact.values["over"]

    assert stands(FULL) == (True, False)
    assert stands(OVER) == (False, True)
    assert stands('CONTRACT "Alliance"\n\n') == (False, False)
    assert stands('CONTRACT "Alliance"\n  Form: section 75 agreement\n\n') == (False, False)
    party = 'PARTY Acute "Trust"\n  Services contract: NHS Standard Contract with ICB\n\n'
    assert stands('CONTRACT "Alliance"\n\n' + party) == (False, True)


def test_a_long_sentence_is_cut_short_for_the_message() -> None:
    tail = " and so on" * 20
    [fact] = facts_of("local_term", OVER + clause(f"The Board may suspend a provider{tail}."))
    assert len(fact.shown["written"]) <= 154
    assert fact.shown["written"].endswith(" ...")
