"""Single lines in canonical form: what is spelt anew, and what stays exactly as the drafter wrote it."""

from __future__ import annotations

import pytest
from format_corpus import text

from clausecheck.format import format_source


def line(head: str, words: str) -> str:
    """The one line below a heading, formatted, without its indentation."""
    return format_source(text(f"{head}\n{words}\n")).split("\n")[1].strip()


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("£14.2m", "£14,200,000"),
        ("£350k", "£350,000"),
        ("£1.2bn", "£1,200,000,000"),
        ("£ 3 million", "£3,000,000"),
        ("£14200000", "£14,200,000"),
        ("£655.50", "£655.50"),
        ("£655.5", "£655.50"),
        ("£655.00", "£655"),
        ("£0.125m", "£125,000"),
        ("£0.005", "£0.005"),  # half a penny has no other spelling
        ("£14.2m per contract year", "£14,200,000 per Contract Year"),
        ("£14.2m  per annum,  excluding VAT", "£14,200,000 per annum, excluding VAT"),
        ("£14.2m , excluding VAT", "£14,200,000, excluding VAT"),
        (
            "£14.2m excluding VAT, over  the Contract Term",
            "£14,200,000 excluding VAT, over  the Contract Term",
        ),
        ("£[ ] excluding VAT", "£[ ] excluding VAT"),
        ("[ £14.2m ]", "[ £14.2m ]"),
    ],
)
def test_money_is_written_in_full(written: str, canonical: str) -> None:
    assert line('CONTRACT "A"', f"Contract value: {written}") == f"Contract value: {canonical}"


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("1 April 2026", "1 April 2026"),
        ("2026-04-01", "1 April 2026"),
        ("1 Apr 2026", "1 April 2026"),
        ("01 april 2026", "1 April 2026"),
        ("1st of April 2026", "1 April 2026"),
        ("Wednesday 1 April 2026", "Wednesday 1 April 2026"),
        ("Wed 1 Apr 2026", "Wednesday 1 April 2026"),
        ("Monday 1 April 2026", "Monday 1 April 2026"),  # a wrong weekday is a finding, not a spelling
        ("01/04/2026", "01/04/2026"),  # two dates: not for a formatter to choose
        ("31 Apr 2026", "31 Apr 2026"),  # no date at all
        ("[date]", "[date]"),
        ("2026-04-01, or  sooner", "1 April 2026, or  sooner"),
    ],
)
def test_dates_are_written_in_words(written: str, canonical: str) -> None:
    wanted = f"Service Commencement Date: {canonical}"
    assert line('CONTRACT "A"', f"Service Commencement Date: {written}") == wanted


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("Shares: ICB 45 %,Council 15% ,  Acute 40%", "Shares: ICB 45%, Council 15%, Acute 40%"),
        ("Shares: ICB 45 per cent, Acute 55 percent", "Shares: ICB 45%, Acute 55%"),
        ("Shares: ICB 47.50%, Acute 52.50%", "Shares: ICB 47.50%, Acute 52.50%"),
        ("Shares: ICB\t45%,\u00a0Acute 55%", "Shares: ICB 45%, Acute 55%"),
        ("Shares: ICB [45]%,  Acute 55 %", "Shares: ICB [45]%, Acute 55%"),
        ("Sides: Gain and Loss", "Sides: gain and loss"),
        ("Sides: gain  and loss, from  Year 2", "Sides: gain and loss, from  Year 2"),
        ("Cap: £350k per Contract Year  for Community", "Cap: £350,000 per Contract Year for Community"),
        ("RECONCILIATION: within  60 days", "Reconciliation: within  60 days"),
        ("exclusions :  “new”  drugs", "Exclusions: “new”  drugs"),
        ("Budget:£14.2m", "Budget: £14,200,000"),
    ],
)
def test_a_risk_share_keeps_its_words_and_mends_its_spelling(written: str, canonical: str) -> None:
    assert line('RISK SHARE R1 "Pool"', written) == canonical


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("Baseline: 81.5 % in 2024/2025 , n = 4,100", "Baseline: 81.5% in 2024/25, n=4,100"),
        ("Baseline: 248  in 2024/25", "Baseline: 248 in 2024/25"),
        ("Target: At least 86 % by 2029-03-31", "Target: at least 86% by 31 March 2029"),
        ("Target: ≥ 86%", "Target: ≥ 86%"),
        ("Target: between 1 % and 2 %", "Target: between 1% and 2%"),
        ("Owner: Acute,Community", "Owner: Acute, Community"),
        ("Direction: Lower is better", "Direction: lower is better"),
        ("Joint: Yes, from  Year 2", "Joint: yes, from  Year 2"),
    ],
)
def test_an_outcome_keeps_its_words_and_mends_its_spelling(written: str, canonical: str) -> None:
    assert line('OUTCOME O1 "Fewer admissions"', written) == canonical


@pytest.mark.parametrize(
    ("label", "written", "canonical"),
    [
        ("Bands", "• 1%  to 5 % of Budget:ICB 50 %,Acute 50%", "- 1% to 5% of Budget: ICB 50%, Acute 50%"),
        (
            "Bands",
            "– Above 5% of Budget : shared in  the Shares",
            "- above 5% of Budget: shared in  the Shares",
        ),
        ("Cap", "-gains: 10 % of Budget for Acute", "- gains: 10% of Budget for Acute"),
        (
            "Cap",
            "* losses: £350k per Contract Year for Acute",
            "- losses: £350,000 per Contract Year for Acute",
        ),
    ],
)
def test_bullets_are_hyphens_and_their_values_canonical(label: str, written: str, canonical: str) -> None:
    draft = format_source(text(f'RISK SHARE R1 "Pool"\n{label}:\n{written}\n'))
    assert draft == f'RISK SHARE R1 "Pool"\n  {label}:\n    {canonical}\n'


def test_a_year_before_a_bullet_is_spelt_as_years_are() -> None:
    draft = text('OUTCOME O1 "A"\nTarget:\n- 2026/2027: At most 240\n- YEAR 2: at most 232\n')
    wanted = 'OUTCOME O1 "A"\n  Target:\n    - 2026/27: at most 240\n    - Year 2: at most 232\n'
    assert format_source(draft) == wanted


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("RISK   SHARE\tR1   “Alliance  Pool”", 'RISK SHARE R1 "Alliance  Pool"'),
        ('RISK SHARE R1"Pool"', 'RISK SHARE R1 "Pool"'),
        ('RISK SHARE R1 “the "Pool"”', 'RISK SHARE R1 “the "Pool"”'),  # straight quotes would end it early
        ("  LINKS", "LINKS"),
        ('CLAUSE 4.2   "Duties"', 'CLAUSE 4.2 "Duties"'),
        ("DEFINE   “Actual  Cost” :what is  spent", 'DEFINE "Actual  Cost": what is  spent'),
        ('Define "Actual Cost": “spent”', 'DEFINE "Actual Cost": “spent”'),
        ("INCLUDE   “schedule-3.clause”", 'INCLUDE "schedule-3.clause"'),
        ("CLAUSECHECK   1", "CLAUSECHECK 1"),
        ("  FRAGMENT", "FRAGMENT"),
        (
            "WAIVE  uncapped-loss  on R1 :  agreed by  the “board” ,  by ICB on 2026-03-03, until 1 Jul 2026",
            'WAIVE uncapped-loss on R1: agreed by the "board" , by ICB on 3 March 2026, until 1 July 2026',
        ),
        ("WAIVE   any right the parties have", "WAIVE   any right the parties have"),  # a sentence
    ],
)
def test_lines_at_the_margin(written: str, canonical: str) -> None:
    assert format_source(text(written + "\n")) == canonical + "\n"


def test_a_synonym_of_a_label_becomes_the_label() -> None:
    assert line('CONTRACT "A"', "start date: 1 April 2026") == "Service Commencement Date: 1 April 2026"


def test_a_synonym_of_a_choice_is_left_to_be_mended() -> None:
    draft = text('OUTCOME O1 "A"\nDirection: Down\n')
    assert format_source(draft) in (
        'OUTCOME O1 "A"\n  Direction: Down\n',
        'OUTCOME O1 "A"\nDirection: Down\n',
    )


def test_the_subject_of_a_scenario_label_is_kept() -> None:
    draft = text('SCENARIO S1 "Flu"\n  SPEND R1  in 2027/28 : £13.9m\n')
    assert format_source(draft).split("\n")[1].startswith("  Spend R1 in 2027/28: £13")


def test_text_keeps_its_spacing_and_its_quotes() -> None:
    words = "people aged  75\tand over, “frail”, about £14.2m ,from 2026-04-01"
    assert line('CONTRACT "A"', f"Purpose:\u00a0 {words} \u00a0\t") == f"Purpose: {words}"


def test_prose_of_a_clause_keeps_its_words() -> None:
    draft = text('CLAUSE 4.2 "Duties"\nThe Parties shall,  by 2026-04-01:  \n\t– meet;\nCap: £14.2m\n')
    wanted = 'CLAUSE 4.2 "Duties"\n  The Parties shall,  by 2026-04-01:\n  – meet;\n  Cap: £14.2m\n'
    assert format_source(draft) == wanted


def test_a_list_of_choices_has_commas_however_it_was_joined() -> None:
    written = "role: Commissioner; and Co-ordinating Commissioner"
    assert line("PARTY A", written) == "Role: commissioner, co-ordinating commissioner"
