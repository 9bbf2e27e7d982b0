"""Caps and what each party can lose: against its capacity, against the pool, and by the bands."""

from __future__ import annotations

import pytest
from finance_facts import PARTIES, fact, facts, pool

from clausecheck.facts.fact import Fact, State

LOSS = "Loss shares: ICB 60%, Acute 25%, Community 15%"
BANDS = ("Bands:", "- 0% to 1% of Budget: no sharing", "- 1% to 5% of Budget: shared in the Shares")
ENDED = (*BANDS, "- above 5% of Budget: ICB 100%")


def member(party: str, *lines: str, budget: str | None = "£10,000,000") -> Fact:
    """What a party can lose in a pool with these lines."""
    found = facts("member_cap", PARTIES, pool(*lines, budget=budget))
    return next(each for each in found if each.values["party"] == party)


@pytest.mark.parametrize(
    ("cap", "exceeds"),
    [("£149,999.99", False), ("£150,000", False), ("£150,000.01", True), ("£250,000", True)],
)
def test_a_cap_equal_to_the_capacity_does_not_exceed_it(cap: str, exceeds: bool) -> None:
    found = member("Community", LOSS, f"Cap: {cap} per Contract Year for Community")
    assert found.values["exceeds_capacity"] is exceeds


def test_a_cap_beyond_capacity_says_by_how_much() -> None:
    found = member("Community", LOSS, "Cap: £250,000 for Community")
    assert (found.shown["amount"], found.shown["capacity"], found.shown["beyond"]) == (
        "£250,000",
        "£150,000",
        "£100,000",
    )


@pytest.mark.parametrize(("percent", "exceeds"), [("1.5%", False), ("1.51%", True)])
def test_a_cap_in_percent_of_the_budget_is_worked_out(percent: str, exceeds: bool) -> None:
    found = member("Community", LOSS, f"Cap: {percent} of Budget for Community")
    assert found.values["exceeds_capacity"] is exceeds


def test_a_cap_for_losses_counts_and_one_for_gains_does_not() -> None:
    found = member("Community", LOSS, "Cap:", "- gains: £250,000 for Community")
    assert found.values["uncapped"] is True
    found = member("Community", LOSS, "Cap:", "- losses: £250,000 for Community")
    assert found.values["uncapped"] is False


def test_a_bullet_that_begins_with_a_party_is_its_cap() -> None:
    found = member("Community", LOSS, "Cap:", "- Community: £250,000 per Contract Year")
    assert (found.values["own_cap"], found.values["amount"]) == (True, 25_000_000)


def test_bands_that_end_limit_the_loss_below_the_cap() -> None:
    found = member(
        "Community", "Shares: ICB 60%, Acute 25%, Community 15%", *ENDED, "Cap: £250,000 for Community"
    )
    # 15% of the 4% that is shared
    assert (found.values["amount"], found.values["exceeds_capacity"]) == (6_000_000, False)
    assert (found.values["capped"], found.values["uncapped"]) == (True, False)


def test_the_party_that_takes_the_last_band_is_not_limited() -> None:
    found = member("ICB", "Shares: ICB 60%, Acute 25%, Community 15%", *ENDED)
    assert found.values["uncapped"] is True
    assert "amount" not in found.values


LISTED = (
    "Loss shares: ICB 40%, Acute 30%, Community 30%",
    "Bands:",
    "- 0% to 2% of Budget: no sharing",
    "- 2% to 10% of Budget: ICB 60%, Acute 20%, Community 20%",
    "- above 10% of Budget: ICB 80%, Acute 10%, Community 10%",
)


@pytest.mark.parametrize(
    ("cap", "most", "at_five"),
    [
        ("£100,000", "£20,000", "£20,000"),
        ("£300,000", "£60,000", "£60,000"),
        ("£1,000,000", "£180,000", "£60,000"),
    ],
)
def test_a_cap_of_the_pool_limits_bands_with_lists_of_their_own(cap: str, most: str, at_five: str) -> None:
    found = member("Acute", *LISTED, f"Cap: {cap}")
    assert (found.shown["amount"], found.shown["at_five_percent"]) == (most, at_five)


POUND_BANDS = ("Bands:", "- £0 to £100,000: no sharing", "- £100,000 to £400,000: shared in the Loss shares")


@pytest.mark.parametrize("budget", ["£10,000,000", "£14,200,000"])
def test_bands_in_pounds_are_read_on_a_known_budget(budget: str) -> None:
    # 25% of £300,000, whatever the Budget
    ended = member("Acute", LOSS, *POUND_BANDS, "- above £400,000: no sharing", budget=budget)
    assert (ended.shown["amount"], ended.shown["at_five_percent"]) == ("£75,000", "£75,000")
    assert member("Acute", LOSS, *POUND_BANDS, "- above £400,000: ICB 50%, Acute 50%").values["uncapped"]
    open_ = member("Acute", LOSS, *POUND_BANDS, "- above £400,000: ICB 50%, Acute 50%", budget=None)
    assert not open_.values["uncapped"]


@pytest.mark.parametrize(
    ("words", "amount"),
    [
        (", on the whole amount", "£250,000"),
        (" (whole amount)", "£250,000"),
        ("; of the whole loss", "£250,000"),
        ("", "£250,000"),
        (", on the whole amount if the board agrees", None),
    ],
)
def test_a_list_that_is_applied_to_the_whole_amount_is_still_a_list(words: str, amount: str | None) -> None:
    bands = (f"- 0% to 5% of Budget: ICB 50%, Acute 50%{words}", "- above 5% of Budget: no sharing")
    assert member("Acute", LOSS, "Loss bands:", *bands).shown.get("amount") == amount


def test_a_capped_party_passes_on_what_it_does_not_bear() -> None:
    lines = ("Loss shares: Acute 50%, Community 50%", "Cap: £100,000 for Acute")
    assert member("Community", *lines).shown["at_five_percent"] == "£400,000"
    assert fact("pool_loss", PARTIES, pool(*lines)).shown["price"] == (
        "At an overspend of 5% (£500,000) Acute and Community would pay £500,000"
    )


@pytest.mark.parametrize(
    ("lines", "uncapped"),
    [
        (("Cap: £100,000", "Residual: Community"), True),
        (("Cap: £100,000", "Residual: Community bears the rest"), True),
        (("Cap: £100,000", "Residual: ICB"), False),
        (("Cap: £100,000", "Residual: Community and Acute"), False),
        (("Cap: £100,000", "Residual: Community, up to £200,000"), False),
        (("Cap: £100,000", "Residual: Community within its Risk capacity"), False),
        (("Cap: £100,000", "Residual: Community", "Member limits: as each board decides"), False),
        (("Cap: £100,000", "Residual: Community", *ENDED[:3], "- above 5% of Budget: no sharing"), False),
        (("Cap: £100,000 for Community", "Residual: Community"), False),
        (
            ("Cap:", "- £9 for Community", "- £9 for Acute", "- £9 for ICB", "Residual: Community"),
            True,
        ),
    ],
)
def test_a_provider_that_bears_what_caps_leave_has_no_limit(lines: tuple[str, ...], uncapped: bool) -> None:
    found = member("Community", LOSS, *lines)
    assert (found.values["uncapped"], "amount" in found.values) == (uncapped, not uncapped)


@pytest.mark.parametrize(
    ("cap", "price"),
    [
        ("£100,000", "£415,000, of which £400,000 is what the caps leave, £265,000 more than it says"),
        ("£500,000", "£75,000, and more as the overspend grows"),
    ],
)
def test_what_a_cap_leaves_is_added_to_its_bearers_own_part(cap: str, price: str) -> None:
    found = member("Community", LOSS, f"Cap: {cap}", "Residual: Community")
    assert f"At an overspend of 5% (£500,000) Community would pay {price}" in found.shown["price"]
    pool_ = pool(LOSS, f"Cap: {cap}", "Residual: Community")
    owed = {"£100,000": "£440,000", "£500,000": "£200,000"}[cap]
    assert f"Acute and Community would pay {owed}" in fact("pool_loss", PARTIES, pool_).shown["price"]


@pytest.mark.parametrize(
    ("cap", "how"),
    [
        ("£29,999", "That is 15% of £200,000, £30,000, and £4,000.20 that the caps of others leave to it. "),
        ("£50,000", ""),
    ],
)
def test_what_the_caps_of_others_add_is_shown(cap: str, how: str) -> None:
    lines = ("Cap:", "- losses: £200,000", f"- losses: {cap} for Acute")
    assert member("Community", LOSS, *lines).shown["how"] == how


def test_a_provider_without_a_share_may_bear_what_caps_leave() -> None:
    found = member("Community", "Loss shares: ICB 60%, Acute 40%", "Cap: £100,000", "Residual: Community")
    assert (found.values["uncapped"], found.values["share"]) == (True, 0)
    assert found.shown["at_five_percent"] == "£400,000"


def test_a_share_still_to_come_leaves_the_others_priced() -> None:
    lines = ("Loss shares: ICB [ ]%, Acute 40%",)
    assert member("Acute", *lines).shown["at_five_percent"] == "£200,000"
    assert member("Acute", *lines, "Cap: £100,000").shown["at_five_percent"] == ""


@pytest.mark.parametrize(
    ("lines", "uncapped"),
    [
        ((LOSS,), True),
        ((LOSS, "Cap: £300,000"), False),
        ((LOSS, "Cap: £300,000 for Acute"), False),
        ((LOSS, "Cap: £300,000 for Community"), True),
        ((LOSS, "Cap: [ ]"), None),
        ((LOSS, "Cap:", "- losses: £300,000 for Community", "- losses: [ ]"), False),
        ((LOSS, "Member limits: no member loses more than its Risk capacity"), False),
        (
            (
                LOSS,
                "Bands:",
                "- 0% to 1% of Budget: no sharing",
                "- above 1% of Budget: shared in the Loss shares",
            ),
            True,
        ),
        ((LOSS, "Bands:", "- 0% to 1% of Budget: no sharing", "- above 1% of Budget: as agreed"), False),
        ((LOSS, *BANDS), False),
    ],
)
def test_an_unlimited_loss_is_only_claimed_where_it_is_certain(
    lines: tuple[str, ...], uncapped: bool | None
) -> None:
    found = facts("member_cap", PARTIES, pool(*lines))
    acute = [each.values["uncapped"] for each in found if each.values["party"] == "Acute"]
    assert acute == ([] if uncapped is None else [uncapped])


def test_gains_alone_bring_no_loss() -> None:
    assert not facts("member_cap", PARTIES, pool("Shares: ICB 50%, Acute 50%", "Sides: gain only"))


def test_a_share_of_nothing_brings_no_loss() -> None:
    found = facts("member_cap", PARTIES, pool("Loss shares: ICB 50%, Acute 50%, Community 0%"))
    assert [each.values["party"] for each in found] == ["ICB", "Acute"]


def test_an_uncapped_loss_is_priced_at_an_overspend_of_5_percent() -> None:
    found = member("Acute", "Loss shares: Acute 100%", budget="£20,000,000")
    assert found.shown["price"] == (
        "At an overspend of 5% (£1,000,000) Acute would pay £1,000,000, "
        "£500,000 more than it says it can bear"
    )


def test_a_threshold_for_the_excess_lowers_the_price() -> None:
    found = member("Acute", LOSS, "Threshold: 1% of Budget, excess only")
    # 25% of the 4% above the threshold
    assert found.shown["at_five_percent"] == "£100,000"


def test_a_cap_lowers_the_price() -> None:
    found = member("Acute", LOSS, "Cap: £90,000 for Acute")
    assert found.shown["price"] == "At an overspend of 5% (£500,000) Acute would pay £90,000"


def test_without_a_budget_the_price_is_of_a_million_pounds() -> None:
    found = member("Acute", LOSS, budget=None)
    assert found.shown["price"] == "Of every £1,000,000 of loss that is shared Acute would pay £250,000"


@pytest.mark.parametrize(("capacity", "state"), [("", State.ABSENT), ("Risk capacity: TBC", State.BLANK)])
def test_a_capacity_still_to_come_is_not_missing(capacity: str, state: State) -> None:
    party = f'PARTY Acute "Ferndale Hospitals"\n  Role: provider\n  {capacity}\n'
    found = fact("member_cap", party, pool("Loss shares: Acute 100%"))
    assert found.state("capacity") is state


def test_an_undeclared_party_is_no_provider() -> None:
    found = fact("member_cap", pool("Loss shares: Hospice 100%"))
    assert (found.values["declared"], found.values["provider"]) == (False, False)


CAPS = ("Cap:", "- losses: £500,000", "- losses: £300,000 for ICB")


@pytest.mark.parametrize(
    ("last", "short"), [("£199,999.99", True), ("£200,000", False), ("£200,000.01", False)]
)
def test_members_caps_must_reach_what_the_pool_can_lose(last: str, short: bool) -> None:
    found = fact(
        "pool_cap", PARTIES, pool("Loss shares: ICB 60%, Acute 40%", *CAPS, f"- losses: {last} for Acute")
    )
    assert found.values["falls_short"] is short


def test_what_nobody_bears_is_said_in_pounds() -> None:
    found = fact(
        "pool_cap", PARTIES, pool("Loss shares: ICB 60%, Acute 40%", *CAPS, "- losses: £150,000 for Acute")
    )
    assert found.shown["against"] == "caps of £300,000 + £150,000 = £450,000, against losses up to £500,000"
    assert found.shown["short_by"] == "Of a loss of £500,000 nobody is named to bear the last £50,000"


def test_a_pool_without_limit_outruns_its_members() -> None:
    lines = (
        "Loss shares: ICB 60%, Acute 40%",
        "Cap:",
        "- losses: £300,000 for ICB",
        "- losses: £150,000 for Acute",
    )
    found = fact("pool_cap", PARTIES, pool(*lines))
    assert found.values["falls_short"] is True
    assert found.shown["against"] == "caps of £300,000 + £150,000 = £450,000, against any loss"


def test_bands_limit_what_the_pool_can_lose() -> None:
    lines = ("Shares: ICB 60%, Acute 40%", *BANDS, "- above 5% of Budget: no sharing", "Cap:")
    caps = ("- losses: £240,000 for ICB", "- losses: £160,000 for Acute")
    assert fact("pool_cap", PARTIES, pool(*lines, *caps)).values["falls_short"] is False
    caps = ("- losses: £240,000 for ICB", "- losses: £159,999 for Acute")
    found = fact("pool_cap", PARTIES, pool(*lines, *caps))
    assert found.shown["short_by"] == "Of a loss of £400,000 nobody is named to bear the last £1"


def test_a_member_without_a_cap_takes_the_rest() -> None:
    assert not facts("pool_cap", PARTIES, pool("Loss shares: ICB 60%, Acute 40%", "Cap: £300,000 for Acute"))


@pytest.mark.parametrize(
    ("lines", "transferred"),
    [
        (("Loss shares: Acute 60%, Community 40%",), True),
        (("Loss shares: ICB 1%, Acute 59%, Community 40%",), False),
        (("Loss shares: Acute 60%, Community 30%",), False),
        (("Loss shares: Acute 60%, Hospice 40%",), False),
        (("Loss shares: Acute 60%, Community 40%", "Residual: ICB"), False),
        (("Loss shares: Acute 60%, Community 40%", "Cap: £300,000 for Acute"), False),
        (("Loss shares: Acute 60%, Community [ ]%",), False),
    ],
)
def test_risk_is_transferred_where_commissioners_certainly_bear_nothing(
    lines: tuple[str, ...], transferred: bool
) -> None:
    assert fact("pool_loss", PARTIES, pool(*lines)).values["transferred"] is transferred


def test_what_providers_owe_is_added_up() -> None:
    found = fact("pool_loss", PARTIES, pool(LOSS))
    assert found.shown["price"] == "At an overspend of 5% (£500,000) Acute and Community would pay £200,000"


@pytest.mark.parametrize(
    ("cap", "has_base"), [("5%", False), ("5% of Budget", True), ("5% of Turnover", True), ("£5,000", True)]
)
def test_a_percentage_needs_a_base(cap: str, has_base: bool) -> None:
    assert fact("cap", pool(f"Cap: {cap}")).values["has_base"] is has_base


@pytest.mark.parametrize(
    ("caps", "lines", "short_by"),
    [
        ("£249,999", [], ": at an overspend of 5% (£500,000) that is £2"),
        ("£250,000", [], ""),
        ("£200,000", ["Threshold: 1% of Budget, excess only"], ""),
        (
            "£200,000",
            ["Threshold: 0.5% of Budget, excess only"],
            ": at an overspend of 5% (£500,000) that is £50,000",
        ),
        ("£1", ["Bands:", "- above 0% of Budget: shared in the Loss shares"], ""),
    ],
)
def test_what_an_overspend_leaves_with_nobody_is_priced(caps: str, lines: list[str], short_by: str) -> None:
    bullets = ("Cap:", f"- losses: {caps} for ICB", f"- losses: {caps} for Acute")
    found = fact("pool_cap", PARTIES, pool("Loss shares: ICB 50%, Acute 50%", *lines, *bullets))
    assert found.shown["short_by"].partition(": ")[1:] == short_by.partition(": ")[1:]


LISTS = (
    "Bands:",
    "- 0% to 2% of Budget: no sharing",
    "- 2% to 5% of Budget: ICB 50%, Acute 30%, Community 20%",
)


@pytest.mark.parametrize(
    ("last", "amount", "uncapped"),
    [
        ("ICB 100%", 6_000_000, False),
        ("ICB 80%, Community 20%", None, True),
        ("ICB 100%, Community 0%", 6_000_000, False),
    ],
)
def test_a_party_that_only_bands_name_shares_what_they_give_it(
    last: str, amount: int | None, uncapped: bool
) -> None:
    # 20% of 3% of £10,000,000
    found = member("Community", *LISTS, f"- above 5% of Budget: {last}")
    assert found.values["uncapped"] is uncapped
    assert found.values.get("amount") == amount
    assert "share" not in found.values


def test_a_party_that_only_bands_name_is_priced_at_five_percent_and_never_at_one_share() -> None:
    found = member("Community", *LISTS, "- above 5% of Budget: ICB 100%")
    assert found.shown["price"] == "At an overspend of 5% (£500,000) Community would pay £60,000"
    unknown = member("Community", *LISTS, "- above 5% of Budget: ICB 100%", budget=None)
    assert unknown.shown["price"] == "Community pays its share of whatever is lost"


def test_the_lists_of_the_other_side_give_no_share() -> None:
    lines = (
        "Gain bands:",
        "- above 0% of Budget: ICB 50%, Community 50%",
        "Loss bands:",
        "- above 0% of Budget: ICB 100%",
    )
    assert [each.values["party"] for each in facts("member_cap", PARTIES, pool(*lines))] == ["ICB"]


@pytest.mark.parametrize(
    ("turnover", "of", "exceeds"),
    [
        ("£5,000,000", "turnover", False),
        ("£5,000,100", "turnover", True),
        ("£5,000,100", "its annual turnover", True),
        ("£5,000,100", "the turnover of Acute", False),
    ],
)
def test_a_cap_in_percent_of_turnover_is_of_the_partys_own(turnover: str, of: str, exceeds: bool) -> None:
    parties = PARTIES.replace(
        "Risk capacity: £150,000", f"Turnover: {turnover} a year\n  Risk capacity: £150,000"
    )
    cap = f"- losses: 3% of {of} for Community"
    found = facts("member_cap", parties, pool(LOSS, "Cap:", cap))
    assert found[2].values["exceeds_capacity"] is exceeds


def test_bands_set_no_most_beside_a_cap_that_is_not_known() -> None:
    found = member(
        "Community", *LISTS, "- above 5% of Budget: ICB 100%", "Cap:", "- losses: 3% for Community"
    )
    assert "amount" not in found.values
