"""Which words tell an event, and of what type."""

from collections.abc import Callable
from typing import Any

import pytest

Tell = Callable[..., list[Any]]


def missed(reason: str) -> pytest.MarkDecorator:
    """A case that the reader gets wrong today; the mark must go when it is mended."""
    return pytest.mark.xfail(strict=True, reason=reason)


TOLD = [
    ("capture", "Rebels seized the town of Suran."),
    ("capture", "Rebels retook Suran."),
    ("capture", "Suran was liberated by rebels."),
    ("capture", "The army took control of Suran."),
    ("capture", "The army regained control over Suran."),
    ("capture", "The army cleared the town of Suran of ISIS fighters."),
    ("capture", "Suran fell to the rebels."),
    ("assault", "Rebels attacked Suran."),
    ("assault", "Rebels launched an offensive on Suran."),
    ("assault", "ISIS fighters stormed the town of Suran."),
    ("assault", "The army advanced towards Suran."),
    ("repel", "The army repelled an attack by ISIS on Suran."),
    ("repel", "The army foiled an ISIS attack on Suran."),
    ("besiege", "The army besieged Suran."),
    ("besiege", "The army imposed a siege on Suran."),
    ("lift_siege", "The army broke the siege of Suran."),
    ("clash", "Clashes erupted between rebels and the army in Suran."),
    ("clash", "Rebels clashed with the army in Suran."),
    ("shelling", "The army shelled Suran."),
    ("shelling", "The army fired rockets at Suran."),
    ("shelling", "Rockets hit the town of Suran."),
    ("shelling", "The army targeted Suran with artillery."),
    ("airstrike", "Russian warplanes struck Suran."),
    ("airstrike", "Air raids on Suran killed two people."),
    ("airstrike", "Helicopters dropped barrel bombs on Suran."),
    ("airstrike", "A drone struck a car in Suran."),
    ("bombing", "A car bomb exploded in Suran."),
    ("bombing", "A landmine killed two people in Suran."),
    ("suicide_attack", "A suicide bomber blew himself up in Suran."),
    ("suicide_attack", "A suicide attack hit Suran."),
    ("chemical_attack", "The army used sarin gas in Suran."),
    ("chemical_attack", "A chemical attack killed two people in Suran."),
    ("small_arms", "Snipers shot two civilians in Suran."),
    ("small_arms", "Gunmen ambushed soldiers near Suran."),
    ("killing", "ISIS beheaded two men in Suran."),
    ("killing", "ISIS massacred civilians in Suran."),
    ("downing", "Rebels shot down a warplane over Suran."),
    ("destruction", "ISIS demolished a shrine in Suran."),
    ("abduction", "ISIS abducted two men in Suran."),
    ("abduction", "Gunmen took two hostages in Suran."),
    ("arrest", "Police arrested two men in Suran."),
    ("arrest", "Asayish detained a journalist in Suran."),
    pytest.param("abuse", "ISIS tortured prisoners in Suran.", marks=missed("parsed as an adjective: no claim")),
    ("withdraw", "The army withdrew from Suran."),
    ("withdraw", "The rebels pulled out of Suran."),
    ("deploy", "The army deployed tanks in Suran."),
    ("deploy", "Turkey set up a base in Suran."),
    ("evacuate", "Civilians were evacuated from Suran."),
    ("displace", "Civilians fled Suran."),
    ("arm", "The United States armed the YPG."),
    ("arm", "Turkey supplied weapons to the rebels."),
    ("aid", "The Red Crescent delivered aid to Suran."),
    ("block_aid", "The army prevented aid from reaching Suran."),
    ("defect", "Two officers defected from the army."),
    ("surrender", "Forty fighters laid down their arms."),
    ("surrender", "Forty ISIS fighters surrendered."),
    ("lead", "Ahrar al-Sham elected Hassan Soufan as its leader."),
    ("merge", "Ahrar al-Sham merged with the Sham Legion."),
    ("split", "Ahrar al-Sham was expelled from the Sham Legion."),
    ("ally", "Hezbollah pledged allegiance to Iran."),
    ("ceasefire", "Russia and Turkey announced a ceasefire in Suran."),
    ("agreement", "Russia and Turkey reached an agreement on Suran."),
    ("talks", "Russia and Turkey held talks."),
    ("prisoner_exchange", "Hezbollah and Ahrar al-Sham exchanged prisoners."),
    ("release", "Rebels freed two journalists."),
    ("threaten", "Turkey threatened the YPG."),
    ("accuse", "Turkey accused the YPG of shelling Suran."),
    ("demand", "Turkey urged the YPG to leave Suran."),
    ("protest", "Residents demonstrated in Suran."),
    ("sanction", "The United States imposed sanctions on Iran."),
    ("control", "Rebels control Suran."),
    ("control", "Suran is under the control of rebels."),
    ("control", "Rebels hold the town of Suran."),
]


@pytest.mark.parametrize(("type_", "text"), TOLD)
def test_the_word_tells_the_type(tell: Tell, type_: str, text: str) -> None:
    """One plain sentence each; the claim is a fact of that type."""
    assert (type_, "fact") in {(c.type, c.stance) for c in tell(text)}


SILENT = [
    "The conflict is complex and has many sides.",
    "The weather was hot in Damascus.",
    "He was born in Aleppo in 1965.",
    "The film captures the mood of the city.",
    "The school fell into disrepair.",
    "The minister was struck by her words.",
    "Prices rose in Homs.",
    "The bank released its yearly report.",
    "The team advanced to the final.",
]


@pytest.mark.parametrize("text", SILENT)
def test_no_event_no_claim(tell: Tell, text: str) -> None:
    """General comment and figures of speech are not coded."""
    assert [(c.type, c.claim.quote.exact) for c in tell(text)] == []
