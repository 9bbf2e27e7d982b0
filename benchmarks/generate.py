"""Makes drafts to measure with: shaped like real ones, no two the same, and the same everywhere for a seed.

About one draft in six has shares that do not total 100%, and about one in four a hole, so that findings
are made as well as looked for.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

PLACES = ("Ashby", "Calder", "Fenmarch", "Harrowdale", "Linford", "Merrow", "Oakvale", "Penbury", "Wexcombe")
SERVICES = ("Frailty", "Respiratory", "Diabetes", "Heart Failure", "End of Life", "Urgent Care")
MEASURES = (
    ("Fewer emergency admissions", "emergency admissions", "lower is better", "at most"),
    ("More people at home after discharge", "people at home on day 91", "higher is better", "at least"),
    ("Fewer delayed discharges", "days of delay", "lower is better", "at most"),
    ("More care plans agreed", "people with an agreed care plan", "higher is better", "at least"),
    ("Fewer falls with harm", "falls with harm", "lower is better", "at most"),
)
SOURCES = ("SUS+ monthly extract", "community dataset", "local audit", "[source to be agreed]")
PROVIDERS = (
    ("Acute", "Hospitals NHS Foundation Trust", "foundation trust"),
    ("Community", "Community Care CIC", "VCSE"),
    ("Mental", "Partnership NHS Trust", "NHS trust"),
    ("Hospice", "Hospice", "VCSE"),
    ("Federation", "GP Federation Ltd", "GP federation"),
)


def drafts(count: int, seed: int = 1) -> Iterator[str]:
    """`count` drafts, about 90 to 190 lines each. The first n are the same whatever `count` is."""
    random = Random(seed)
    for _ in range(count):
        yield _draft(random)


def _draft(random: Random) -> str:
    place, service = random.choice(PLACES), random.choice(SERVICES)
    providers = PROVIDERS[: random.randint(2, len(PROVIDERS))]
    members = ["ICB", *(provider[0] for provider in providers)]
    outcomes = random.randint(1, 6)
    budget = random.randint(2_000, 90_000) * 1_000
    blocks = [
        _contract(random, place, service, budget),
        _party("ICB", f"NHS {place} Integrated Care Board", "commissioner", "ICB", budget // 20),
        *(
            _party(name, f"{place} {title}", "provider", kind, budget // 40)
            for name, title, kind in providers
        ),
        f'POPULATION P1 "people registered with {place} practices"\n  Basis: segment\n'
        f"  Size: {random.randint(5_000, 400_000):,}\n  Attribution: GP registration\n  Counted: quarterly",
        f'DEFINE "{service} Pool": the budget described in RISK SHARE R1',
        *(_outcome(random, number, members) for number in range(1, outcomes + 1)),
        _risk_share(random, service, members, budget),
        _payment(random, outcomes),
        _governance(members, service),
        "LINKS\n  Service specification: Schedule 2A\n  Variations: GC13\n  Termination: GC17",
    ]
    return "CLAUSECHECK 1\n\n" + "\n\n".join(blocks) + "\n"


def _contract(random: Random, place: str, service: str, budget: int) -> str:
    year, years = random.randint(2025, 2028), random.randint(2, 7)
    return f"""\
CONTRACT "{place} {service} Alliance Agreement"
  Purpose: people in {place} move between {random.randint(3, 9)} services with no shared plan
  Model: alliance
  Integration: virtual
  Form: overlay on NHS Standard Contract 2026/27, full-length
  Service Commencement Date: 1 April {year}
  Expiry Date: 31 March {year + years}
  Contract value: £{budget * years:,} excluding VAT, over the Contract Term
  Precedence: NHS Standard Contract, then this Agreement, then its Schedules
  Status: draft"""


def _party(name: str, title: str, role: str, kind: str, capacity: int) -> str:
    return f"""\
PARTY {name} "{title}"
  Role: {role}
  Kind: {kind}
  Services contract: NHS Standard Contract with ICB
  Risk capacity: £{capacity:,} per Contract Year"""


def _outcome(random: Random, number: int, members: list[str]) -> str:
    title, counted, direction, bound = random.choice(MEASURES)
    baseline = random.randint(150, 400)
    step = -8 if direction.startswith("lower") else 8
    source = random.choice(SOURCES)
    targets = "\n".join(f"    - Year {year}: {bound} {baseline + step * year}" for year in range(1, 4))
    return f"""\
OUTCOME O{number} "{title}"
  Joint: yes
  Owner: {", ".join(random.sample(members, 2))}
  Population: P1
  Numerator: {counted}
  Denominator: people in P1, per 1,000
  Direction: {direction}
  Source: {source}
  Reported: monthly, under Schedule 6A
  Verified by: ICB
  Baseline: {baseline} in 2024/25
  Target:
{targets}"""


def _risk_share(random: Random, service: str, members: list[str], budget: int) -> str:
    parts = _hundred(random, len(members))
    if random.randrange(6) == 0:
        parts[0] += random.randint(1, 15)
    shares = ", ".join(f"{member} {part}%" for member, part in zip(members, parts, strict=True))
    return f"""\
RISK SHARE R1 "{service} Pool"
  Budget: £{budget:,} per Contract Year
  Counterfactual: outturn of the year before, uplifted by the NHS cost uplift factor
  Sides: {random.choice(("gain and loss", "gain only"))}
  Shares: {shares}
  Bands:
    - 0% to 1% of Budget: no sharing
    - 1% to {random.randint(3, 8)}% of Budget: shared in the Shares
  Cap: £{budget // 50:,} per Contract Year for {members[-1]}
  Order: bands, shares, cap
  Residual: ICB
  Reconciliation: within {random.choice((30, 40, 60))} Operational Days after each Contract Year, under SC36
  Withdrawal: 12 months notice, run-off 1 year"""


def _payment(random: Random, outcomes: int) -> str:
    weights = ", ".join(f"O{number} {part}%" for number, part in enumerate(_hundred(random, outcomes), 1))
    return f"""\
OUTCOME PAYMENT OP1
  Budget: R1
  Type: withhold
  Share of budget: {random.randint(1, 6)}%
  Weights: {weights}
  Curve: linear
  Unearned money: reinvested in the service"""


def _governance(members: list[str], service: str) -> str:
    return f"""\
GOVERNANCE G1 "{service} Alliance Board"
  Members: {", ".join(f"{member} 1" for member in members)}
  Chair: independent, appointed by ICB
  Quorum: {len(members) // 2 + 1} members, including at least 1 commissioner and at least 1 provider
  Decisions: unanimous for Reserved matters, otherwise 75% of votes cast
  Reserved matters: change to R1, admission or exclusion of a PARTY
  Meets: monthly
  Delegation: each member acts within its own scheme of delegation
  Principles: best for person, open book, no blame
  Deadlock: dispute resolution under GC14"""


def _hundred(random: Random, parts: int) -> list[int]:
    """Whole percentages, one a part and none below 1, that total 100."""
    cuts = sorted(random.sample(range(1, 100), parts - 1))
    return [high - low for low, high in zip([0, *cuts], [*cuts, 100], strict=True)]
