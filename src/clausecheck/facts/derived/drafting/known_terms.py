"""The words that the search for undefined terms passes over: terms defined for every draft, and names."""

from __future__ import annotations

from clausecheck.model.vocabulary.types import folded


def singular(key: str) -> str:
    """A folded phrase without the s of a plural."""
    return key if key.endswith("ss") else key.removesuffix("s")


def _phrases(lines: str) -> frozenset[str]:
    return frozenset(
        singular(folded(phrase))
        for line in lines.splitlines()
        for phrase in line.split("|")
        if phrase.strip()
    )


def _words(lines: str) -> frozenset[str]:
    return frozenset(lines.split())


# Terms that the NHS Standard Contract, the law or plain English define for every draft.
KNOWN_TERMS = _phrases(
    """
    Activity Planning Assumption|Actual Annual Value|Actual Monthly Value|Annual Contract Value
    Bank Holiday|Better Care Fund|Business Continuity Plan|Caldicott Guardian|Care Plan
    Care Quality Commission|Central Digital Platform|Change in Control|Chief Executive
    Chief Finance Officer|Chief Financial Officer|Chief Nurse|Chief Officer|Chief Operating Officer
    Christmas Day|City Council|Co-ordinating Commissioner|Commissioner Representative
    Condition Precedent|Confidential Information|Contract Management Meeting|Contract Performance Notice
    Contract Query|Contract Query Notice|Contract Technical Guidance|Contract Term|Contract Value
    Contract Year|County Council|Data Controller|Data Processor|Data Protection Impact Assessment
    Data Quality Improvement Plan|Data Security|Director of Finance|Discharge Summary|Dispute Resolution
    Duty of Candour|Effective Date|Enhanced Health in Care Home|Equality Act|Essential Service
    Essential Services Continuity Plan|Exception Report|Exit Fee|Expected Annual Contract Value
    Expected Monthly Value|Expiry Date|Finance Director|Financial Year|Find a Tender|Force Majeure
    Foundation Trust|Freedom of Information|Freedom of Information Act|General Condition
    General Practice|Good Friday|Good Practice|Green Plan|Health and Care Act|Immediate Action Plan
    Improvement Plan|Index of Multiple Deprivation|Indicative Activity Plan|Insolvency Event
    Integrated Care Board|Intellectual Property|Joint Forward Plan|Joint Investigation|Lead Provider
    Local Authority|Local Price|Local Quality Requirement|Local Variation|Long Term Plan|Longstop Date
    Managing Director|Material Sub-Contract|Material Sub-Contractor|Medical Director|Model Hospital
    NHS Constitution|NHS England|NHS Foundation Trust|NHS Payment Scheme|NHS Standard Contract|NHS Trust
    National Price|National Quality Requirement|National Variation|Never Event|Operational Day
    Operational Days|Particulars|Patient Safety Incident|Payment Scheme|Personal Data|Primary Care
    Primary Care Network|Procurement Act|Prohibited Act|Provider Data Processing Agreement
    Provider Representative|Provider Selection Regime|Public Contract|Quality Requirement
    Remedial Action Plan|Review Meeting|Secretary of State|Serious Incident|Service Commencement Date
    Service Condition|Service Development|Service Quality Performance Report|Service Specification
    Service Suspension|Service User|Standard Contract|Sub-Contract|Sub-Contractor|Succession Plan
    Suspension Event|Variation Agreement|Year Plan
    """
)

# The last word of what is a name of its own: a body, a place, a day, an Act, a job, a measure.
NAMED = _words(
    """
    hospital hospitals infirmary trust trusts council councils university college school road street
    avenue lane square park house court centre center surgery practice practices network networks
    federation partnership act acts regulations regulation order directive code constitution framework
    guidance handbook manual england wales scotland ireland kingdom europe north south east west region
    county city borough district january february march april may june july august september october
    november december monday tuesday wednesday thursday friday saturday sunday officer director nurse
    lead manager chair owner guardian secretary minister commission commissioner ombudsman inspectorate
    limited ltd plc llp cic society association foundation charity institute agency authority
    authorities department ministry service services survey census register registry programme academy
    scale index score test tool questionnaire statistics set record assessment audit collection
    """
)

# Words that a sentence or a phrase may begin with, and no term does.
ORDINARY = _words(
    """
    a an the each any every all no such this that these those its their where when if in on at by for
    from to under after before unless until once both either neither not nothing subject see and or but
    as with within
    """
)
