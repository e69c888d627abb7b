"""One invented report with a sentence for each claim type of the codebook, coded by hand, and one with hostile text."""

from dataclasses import replace
from datetime import date

from claimatlas.model.actor import ActorRef
from claimatlas.model.claim import Claim, Quote, ReaderInfo, SourceRef, with_id
from claimatlas.model.event import Belief, Event
from claimatlas.model.place import PlaceRef
from claimatlas.model.quantity import Quantity
from claimatlas.model.report import Report
from claimatlas.model.time import TimeRange

READER = ReaderInfo("by hand", "1")
PUBLISHED = date(2017, 8, 2)
ARMY = ActorRef("the army", "Syrian Arab Army", "syrian_army")
ISIS = ActorRef("ISIS", "Islamic State", "islamic_state")
STRANGER = ActorRef('the <b>"Lions"</b>', 'the <b>"Lions"</b>')
PALMYRA = PlaceRef(
    "Palmyra", "Palmyra", "geonames:163915", 34.5624, 38.284, 1, 3.0, level="town", admin=("SY", "Homs", "Tadmur"), start=0, end=7
)
SENTENCES = {
    "clash": "The army and ISIS fought near Palmyra.",
    "assault": "The army attacked Palmyra.",
    "repel": "ISIS beat off the army at Palmyra.",
    "capture": "The army took Palmyra.",
    "besiege": "The army encircled Palmyra.",
    "lift_siege": "The army broke the siege of Palmyra.",
    "shelling": "The army shelled Palmyra.",
    "airstrike": "Two raids hit Palmyra.",
    "bombing": "A mine went off in Palmyra.",
    "suicide_attack": "A suicide bomber struck Palmyra.",
    "chemical_attack": "Chlorine was used in Palmyra.",
    "small_arms": "A sniper shot a man in Palmyra.",
    "killing": "ISIS killed 12 people in Palmyra.",
    "downing": "A jet was shot down over Palmyra.",
    "destruction": "ISIS burnt houses in Palmyra.",
    "air_support": "Jets covered the army at Palmyra.",
    "abduction": "ISIS kidnapped men in Palmyra.",
    "arrest": "The army arrested men in Palmyra.",
    "abuse": "Guards tortured men in Palmyra.",
    "withdraw": "ISIS left Palmyra.",
    "deploy": "The army sent men to Palmyra.",
    "evacuate": "Families left Palmyra by bus.",
    "displace": "Families fled Palmyra.",
    "arm": "The army got rifles in Palmyra.",
    "aid": "Bread reached Palmyra.",
    "block_aid": "Trucks were refused at Palmyra.",
    "defect": "Fighters of ISIS went over in Palmyra.",
    "surrender": "Fighters of ISIS gave up in Palmyra.",
    "lead": "ISIS has a new commander in Palmyra.",
    "merge": "Two groups joined in Palmyra.",
    "split": "A group left ISIS in Palmyra.",
    "ally": "A group stood by the army in Palmyra.",
    "ceasefire": "A truce holds in Palmyra.",
    "agreement": "A deal was made in Palmyra.",
    "talks": "The two sides met in Palmyra.",
    "prisoner_exchange": "Prisoners were exchanged in Palmyra.",
    "release": "Prisoners were freed in Palmyra.",
    "threaten": "ISIS threatened Palmyra.",
    "accuse": "The army blamed ISIS in Palmyra.",
    "demand": "The army told ISIS to leave Palmyra.",
    "protest": "People marched in Palmyra.",
    "sanction": "A ban was laid on ISIS in Palmyra.",
    "control": "The army holds Palmyra.",
    "strength": "ISIS has 500 men in Palmyra.",
    "toll": "Sixty have died in Palmyra.",
}
TEXT = " ".join(SENTENCES.values())
REPORT = Report(
    "5e1f", "every-type", TEXT, "Desert Wire", "All of it", None, PUBLISHED, "2017-08-03T00:00:00Z", "https://example.org/1", "a" * 64
)
HOSTILE_TEXT = '</script><img src=x onerror="alert(1)"> said "no" \\ it\u2028 was \u202etaken\u202c.\n"}],{"@id":"evil"} \u0007=cmd()'
HOSTILE = Report(
    "b0ad",
    'bad"}\n{"id',
    HOSTILE_TEXT,
    'Wire "</a>"\u0007',
    "<script>alert(1)</script>",
    'Eve "} {',
    PUBLISHED,
    "2017-08-03T00:00:00Z",
    'javascript:alert(1)//"> <',
    "b" * 64,
)
REPORTS = {r.id: r for r in (REPORT, HOSTILE)}


def claim(type_: str, stance: str = "fact", **slots: object) -> Claim:
    """A claim of the type, whose quote is its sentence."""
    words = SENTENCES[type_]
    start = TEXT.index(words)
    made = Claim(REPORT.id, type_, stance, Quote(words, start, start + len(words)), READER, agent=(ARMY,), target=(ISIS,), place=PALMYRA)
    made = replace(made, time=TimeRange("on Tuesday", date(2017, 8, 1), date(2017, 8, 1)))
    return with_id(replace(made, **slots), REPORT)  # type: ignore[arg-type]


def hostile() -> Claim:
    """A claim whose every word is hostile."""
    bad = HOSTILE_TEXT
    place = PlaceRef(bad, bad, 'x:"> <', 34.0, 38.0, 2, 5.0, admin=('"><', bad, None))
    said = (SourceRef(bad, bad, kind="person"), SourceRef("SANA", "SANA", "sana"))
    made = Claim(HOSTILE.id, "killing", "alleged", Quote(bad, 0, len(bad)), READER, agent=(STRANGER,), place=place, source=said)
    return with_id(replace(made, quantities=(Quantity("killed", 3, 5, who=bad),)), HOSTILE)


def every() -> dict[str, Claim]:
    """A claim of each type and the hostile one, by id."""
    made = [*(claim(t) for t in SENTENCES), hostile()]
    return {c.id: c for c in made}


def event_of(*told: Claim) -> Event:
    """The event that these claims tell of."""
    first = told[0]
    belief = Belief(0.62, (("one report", 0.62),))
    return Event("e_" + first.id[2:], first.type, first.place, first.time, "reported", belief, tuple(c.id for c in told))


def events() -> list[Event]:
    """An event for each claim."""
    return [event_of(c) for c in every().values()]
