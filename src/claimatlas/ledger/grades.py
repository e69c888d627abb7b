"""The Admiralty code: how reliable a source is (A to F) and how credible its information (1 to 6), each derived by itself.

Reliability looks at the source alone, credibility at the information alone:

=  ==========================================================  =  ===================================================
B  a monitor, agency or international body of no side           1  told by sides that fight each other, nobody denies it
C  an outlet, body or person whom the register knows            2  told by two independent voices, nobody denies it
E  (only by a person's mark, as are A and D)                    3  told by one voice, nobody denies it
F  a speaker without a name, or unknown to the register         4  denied or contradicted by another
\\                                                              5  set right, or only denied
\\                                                              6  nothing but hearsay without a name
=  ==========================================================  =  ===================================================
"""

from claimatlas.ledger.voices import Voice


def reliability(voice: Voice, mark: str | None = None) -> str:
    """The letter of a voice; `mark`: the one that a person gave."""
    if mark:
        return mark
    if voice.neutral:
        return "B"
    return "C" if voice.registered and voice.kind != "anonymous" else "F"


def credibility(status: str, independent: int, anonymous: bool) -> int:
    """The figure of an event. `independent`: how many voices tell it; `anonymous`: none of them has a name and the report doubts it."""
    if status in ("denied", "corrected"):
        return 5
    if status == "disputed":
        return 4
    if status == "corroborated":
        return 1
    if independent > 1:
        return 2
    return 6 if anonymous else 3
