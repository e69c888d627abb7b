"""A view made in code: invented sentences about central and eastern Syria in July and August 2017."""

from dataclasses import dataclass, replace
from datetime import date

import pytest

from claimatlas.model.actor import ActorRef
from claimatlas.model.claim import Claim, Quote, ReaderInfo, SourceRef, with_id
from claimatlas.model.event import Belief, Event
from claimatlas.model.hold import HeldPlace, Hold, Holder, Rival, Share
from claimatlas.model.place import Place, PlaceRef
from claimatlas.model.quantity import Quantity
from claimatlas.model.report import Report
from claimatlas.model.time import TimeRange, default_time
from claimatlas.publish.atlas import AtlasView, Correction
from claimatlas.theatres.theatre import Side

READER = ReaderInfo("by hand", "0")
ON = date(2017, 8, 2)
SIDES = {
    "government": Side("government", "Syrian government and allies", "#b5534a"),
    "isis": Side("isis", "ISIS", "#55585f"),
    "sdf": Side("sdf", "SDF and US-led coalition", "#d9a520"),
    "opposition": Side("opposition", "Opposition", "#4b8f5c"),
}
ACTOR_SIDES = {
    "saa": "government",
    "isis": "isis",
    "sdf": "sdf",
    "mat": "opposition",
    "russia": "government",
    "hts": "opposition",
    "aas": "opposition",
}
NAMES = {
    "saa": "Syrian Arab Army",
    "isis": "ISIS",
    "sdf": "Syrian Democratic Forces",
    "mat": "Jaysh Maghawir al-Thawra",
    "russia": "Russia",
    "hts": "Hayat Tahrir al-Sham",
    "aas": "Ahrar al-Sham",
    "tiger": "Tiger Forces",
    "coalition": "US-led coalition",
    "soufan": "Hassan Soufan",
    "omar": "Ali Omar",
}
PLACES = {
    "al-Sukhnah": (34.885, 38.871, "town", "Homs"),
    "Palmyra": (34.562, 38.284, "town", "Homs"),
    "at-Tanf": (33.49, 38.657, "site", "Homs"),
    "T-2 Airbase": (34.376, 40.152, "site", "Deir ez-Zor"),
    "Hamimah": (34.457, 39.786, "town", "Homs"),
    "Raqqa": (35.95, 39.01, "town", "Raqqa"),
    "Deir ez-Zor": (35.336, 40.14, "town", "Deir ez-Zor"),
    "Deir ez-Zor Airbase": (35.286, 40.176, "site", "Deir ez-Zor"),
    "Ghanim al-Ali": (35.80, 39.36, "town", "Raqqa"),
    "Tabqa": (35.836, 38.548, "town", "Raqqa"),
    "Idlib": (35.93, 36.634, "town", "Idlib"),
    "Resafa": (35.63, 38.76, "town", "Raqqa"),
    "Umm Rahil": (33.05, 37.15, "site", "Suwayda"),
    "Mayadin": (35.02, 40.45, "town", "Deir ez-Zor"),
    "Hama": (35.132, 36.754, "town", "Hama"),
    "Uqayribat": (34.98, 37.31, "town", "Hama"),
    "Raqqa province": (35.55, 39.0, "province", "Raqqa"),
}
TOWNS = {
    "Aleppo": (36.2, 37.16, 2_000_000),
    "Homs": (34.73, 36.71, 650_000),
    "Damascus": (33.51, 36.29, 1_700_000),
    "Latakia": (35.52, 35.79, 400_000),
    "Abu Kamal": (34.45, 40.92, 60_000),
    "Hasakah": (36.5, 40.75, 190_000),
    "al-Qaryatayn": (34.23, 37.24, 15_000),
    "Manbij": (36.53, 37.95, 100_000),
}
TEXTS = {
    "desert-wire": (
        "Desert Wire",
        "Army units at the gates of al-Sukhnah",
        date(2017, 8, 2),
        "The army entered the town of al-Sukhnah from the south on Tuesday, a field commander told Desert Wire. "
        "Units took the heights west of al-Sukhnah after a night of shelling. Russian aircraft struck ISIS positions in the town at least "
        "24 times. Reports that the army has taken the T-2 Airbase are wrong; the base remains under ISIS. "
        "Hamimah was said to have been secured, but ISIS still holds the village. The army is expected to take al-Sukhnah within days. "
        "Palmyra has been in the hands of the army since March. Pro-government tribes joined the Tiger Forces near Ghanim al-Ali, "
        "which fell on Monday.",
    ),
    "euphrates-post": (
        "Euphrates Post",
        "Half of Raqqa taken, say fighters",
        date(2017, 8, 1),
        "The Syrian Democratic Forces now hold about 50 percent of Raqqa, a spokesman said. "
        "Dozens of fighters of Jaysh Maghawir al-Thawra, "
        "up to 30, went over to the army near at-Tanf, according to opposition sources. The coalition threatened to bomb the group's "
        "positions if it does not return its weapons. ISIS attacked the army near Deir ez-Zor Airbase and may attack again. "
        'Residents <b>fled</b> the southern villages of Raqqa province; "hundreds" are on the road & without water. '
        "SDF units hold Tabqa. ISIS is in Mayadin. Both sides claim Uqayribat.",
    ),
    "idlib-voice": (
        "Idlib Voice",
        "Ahrar al-Sham names a new leader </script><script>alert(1)</script>",
        date(2017, 8, 1),
        "Ahrar al-Sham has named Hassan Soufan as its leader in place of Ali Omar. Hayat Tahrir al-Sham took Idlib in July. "
        "Local sources say the two groups may unite. Clashes were reported at Umm Rahil between opposition fighters and the army; "
        "opposition fighters allegedly used rocket launchers. Rebels deny that Resafa was shelled. "
        "Uqayribat is ours, an army officer is quoted as saying.",
    ),
}


def place(name: str, **more: object) -> PlaceRef:
    """A resolved place of the table."""
    lat, lon, level, province = PLACES[name]
    radius = {"site": 1.0, "town": 3.0, "province": 80.0}[level]
    ref = PlaceRef(name, name, f"t:{name}", lat, lon, 4 if level == "province" else 1, radius, level=level, admin=("Syria", province, None))
    return replace(ref, **more)  # type: ignore[arg-type]


def refs(keys: str) -> tuple[ActorRef, ...]:
    """Actors by their keys, comma separated."""
    return tuple(ActorRef(NAMES[k], NAMES[k], k) for k in keys.split(",") if k)


@dataclass
class Maker:
    """Makes claims that quote the texts above."""

    reports: dict[str, Report]

    def claim(self, report: str, type_: str, stance: str, words: str, agent: str = "", target: str = "", **more: object) -> Claim:
        """A claim that quotes `words`; `said` names its source."""
        r = self.reports[report]
        start = r.text.index(words)
        said = str(more.pop("said", ""))
        source = (SourceRef(said, said),) if said else ()
        time = more.pop("time", default_time(r.published))
        quote = Quote(words, start, start + len(words))
        c = Claim(report, type_, stance, quote, READER, agent=refs(agent), target=refs(target), source=source, time=time, **more)  # type: ignore[arg-type]
        return with_id(c, r)


def _reports() -> dict[str, Report]:
    return {
        key: Report(key, key, text, publisher, title, None, published, "2017-08-03T00:00:00Z", None, "0" * 64)
        for key, (publisher, title, published, text) in TEXTS.items()
    }


def _claims(m: Maker) -> dict[str, Claim]:
    d, e, i = "desert-wire", "euphrates-post", "idlib-voice"
    first = TimeRange("on Monday", date(2017, 7, 31), date(2017, 7, 31))
    return {
        "enter": m.claim(
            d,
            "assault",
            "fact",
            "The army entered the town of al-Sukhnah from the south on Tuesday",
            "saa",
            "isis",
            place=place("al-Sukhnah"),
            said="a field commander",
            time=TimeRange("Tuesday", date(2017, 8, 1), date(2017, 8, 1)),
        ),
        "heights": m.claim(
            d,
            "capture",
            "fact",
            "Units took the heights west of al-Sukhnah",
            "saa",
            "isis",
            place=place("al-Sukhnah", relation="west_of", precision=2),
        ),
        "strikes": m.claim(
            d,
            "airstrike",
            "fact",
            "Russian aircraft struck ISIS positions in the town at least 24 times",
            "russia",
            "isis",
            place=place("al-Sukhnah"),
            quantities=(Quantity("strikes", 24, None),),
        ),
        "not_t2": m.claim(
            d, "capture", "denied", "Reports that the army has taken the T-2 Airbase are wrong", "saa", "isis", place=place("T-2 Airbase")
        ),
        "t2": m.claim(d, "control", "fact", "the base remains under ISIS", "isis", place=place("T-2 Airbase")),
        "hamimah": m.claim(d, "control", "fact", "ISIS still holds the village", "isis", place=place("Hamimah")),
        "hamimah_said": m.claim(d, "capture", "denied", "Hamimah was said to have been secured", "saa", "isis", place=place("Hamimah")),
        "soon": m.claim(
            d, "capture", "predicted", "The army is expected to take al-Sukhnah within days", "saa", "isis", place=place("al-Sukhnah")
        ),
        "palmyra": m.claim(
            d,
            "control",
            "fact",
            "Palmyra has been in the hands of the army since March",
            "saa",
            place=place("Palmyra"),
            time=TimeRange("since March", date(2017, 3, 1), ON, 4),
        ),
        "ghanim": m.claim(
            d, "capture", "fact", "Ghanim al-Ali, which fell on Monday", "tiger", "isis", place=place("Ghanim al-Ali"), time=first
        ),
        "tribes": m.claim(
            d,
            "ally",
            "fact",
            "Pro-government tribes joined the Tiger Forces",
            "tiger",
            "saa",
            place=place("Ghanim al-Ali", relation="near", precision=2),
        ),
        "half": m.claim(
            e,
            "control",
            "fact",
            "The Syrian Democratic Forces now hold about 50 percent of Raqqa",
            "sdf",
            "isis",
            place=place("Raqqa"),
            said="a spokesman",
            quantities=(Quantity("percent_of_place", 50, 50, True),),
        ),
        "defect": m.claim(
            e,
            "defect",
            "fact",
            "Dozens of fighters of Jaysh Maghawir al-Thawra, up to 30, went over to the army",
            "mat",
            "saa",
            place=place("at-Tanf", relation="near", precision=2),
            said="opposition sources",
            quantities=(Quantity("defected", None, 30),),
        ),
        "threat": m.claim(
            e, "threaten", "fact", "The coalition threatened to bomb the group's positions", "coalition", "mat", place=place("at-Tanf")
        ),
        "bomb": m.claim(
            e,
            "airstrike",
            "conditional",
            "to bomb the group's positions if it does not return its weapons",
            "coalition",
            "mat",
            place=place("at-Tanf"),
            said="US-led coalition",
        ),
        "airbase": m.claim(
            e,
            "assault",
            "fact",
            "ISIS attacked the army near Deir ez-Zor Airbase",
            "isis",
            "saa",
            place=place("Deir ez-Zor Airbase", relation="near", precision=2),
        ),
        "again": m.claim(e, "assault", "conditional", "may attack again", "isis", "saa", place=place("Deir ez-Zor Airbase")),
        "fled": m.claim(
            e,
            "displace",
            "fact",
            'Residents <b>fled</b> the southern villages of Raqqa province; "hundreds"',
            place=place("Raqqa province", part="southern villages", precision=4),
            quantities=(Quantity("displaced", 200, None),),
        ),
        "tabqa": m.claim(e, "control", "fact", "SDF units hold Tabqa", "sdf", place=place("Tabqa")),
        "mayadin": m.claim(e, "control", "fact", "ISIS is in Mayadin", "isis", place=place("Mayadin")),
        "uq_isis": m.claim(e, "control", "alleged", "Both sides claim Uqayribat", "isis", place=place("Uqayribat")),
        "uq_saa": m.claim(i, "control", "fact", "Uqayribat is ours", "saa", place=place("Uqayribat"), said="an army officer"),
        "leader": m.claim(
            i, "lead", "fact", "Ahrar al-Sham has named Hassan Soufan as its leader in place of Ali Omar", "aas", "soufan,omar"
        ),
        "idlib": m.claim(
            i,
            "capture",
            "fact",
            "Hayat Tahrir al-Sham took Idlib in July",
            "hts",
            "aas",
            place=place("Idlib"),
            time=TimeRange("in July", date(2017, 7, 1), date(2017, 7, 31), 3),
        ),
        "unite": m.claim(i, "merge", "conditional", "the two groups may unite", "aas", "hts", said="local sources"),
        "umm": m.claim(
            i,
            "clash",
            "fact",
            "Clashes were reported at Umm Rahil between opposition fighters and the army",
            "mat",
            "saa",
            place=place("Umm Rahil"),
        ),
        "rockets": m.claim(
            i, "shelling", "alleged", "opposition fighters allegedly used rocket launchers", "mat", "saa", place=place("Umm Rahil")
        ),
        "resafa": m.claim(i, "shelling", "denied", "Rebels deny that Resafa was shelled", place=place("Resafa")),
    }


def _event(claims: dict[str, Claim], *names: str, status: str = "reported") -> Event:
    first = claims[names[0]]
    ids = tuple(claims[n].id for n in names)
    return Event("e_" + ids[0][2:], first.type, first.place, first.time, status, Belief(0.62, (("one report", 0.62),)), ids)


def _hold(claims: dict[str, Claim], name: str, status: str, holder: str | None, because: str, **more: object) -> Hold:
    lat, lon, _, _ = PLACES[name]
    held = Holder(NAMES[holder], holder) if holder else None
    ids = tuple(claims[b].id for b in because.split(",") if b)
    return Hold(HeldPlace(name, f"t:{name}", lat, lon), ON, None, status, held, because=ids, evidence_age_days=1, **more)  # type: ignore[arg-type]


def make_view() -> AtlasView:
    """The whole view."""
    reports = _reports()
    c = _claims(Maker(reports))
    events = [
        _event(c, "enter", status="corroborated"),
        _event(c, "heights"),
        _event(c, "strikes"),
        _event(c, "not_t2", status="denied"),
        _event(c, "hamimah_said", status="corrected"),
        _event(c, "soon"),
        _event(c, "ghanim"),
        _event(c, "tribes"),
        _event(c, "defect"),
        _event(c, "threat"),
        _event(c, "bomb"),
        _event(c, "airbase", status="disputed"),
        _event(c, "again"),
        _event(c, "fled"),
        _event(c, "leader"),
        _event(c, "idlib"),
        _event(c, "unite"),
        _event(c, "umm"),
        _event(c, "rockets"),
        _event(c, "resafa", status="denied"),
    ]
    saa = Holder(NAMES["saa"], "saa")
    holds = (
        _hold(c, "al-Sukhnah", "contested", "isis", "enter", rivals=(Rival(saa, (c["enter"].id, c["heights"].id)),)),
        _hold(c, "T-2 Airbase", "held", "isis", "t2,not_t2"),
        _hold(c, "Hamimah", "held", "isis", "hamimah,hamimah_said"),
        _hold(c, "Palmyra", "held", "saa", "palmyra", since=date(2017, 3, 1)),
        _hold(c, "Ghanim al-Ali", "held", "saa", "ghanim", since=date(2017, 7, 31)),
        _hold(c, "Raqqa", "contested", "sdf", "half", share=Share(45, 55), rivals=(Rival(Holder("ISIS", "isis"), (c["half"].id,)),)),
        _hold(c, "Tabqa", "held", "sdf", "tabqa"),
        _hold(c, "Mayadin", "claimed", "isis", "mayadin"),
        _hold(c, "Uqayribat", "contested", "isis", "uq_isis", rivals=(Rival(saa, (c["uq_saa"].id,)),)),
        _hold(c, "Idlib", "held", "hts", "idlib", since=date(2017, 7, 31)),
        _hold(c, "Resafa", "unknown", None, "resafa", why="no claim says who holds it"),
    )
    before = (replace(holds[4], status="held", holder=Holder("ISIS", "isis"), because=()),)
    return AtlasView(
        on=ON,
        theatre="Syria and Iraq",
        bounds=(35.5, 29.0, 48.8, 37.5),
        sides=SIDES,
        reports=reports,
        claims={x.id: x for x in c.values()},
        events=tuple(events),
        holds=holds,
        since=date(2017, 7, 26),
        before=before,
        corrections=(Correction(c["hamimah_said"].id, (), "the village is reported as still held by ISIS"), Correction(c["not_t2"].id)),
        towns=tuple(Place(f"t:{n}", n, a, b, "city", "town", "SY", population=p) for n, (a, b, p) in TOWNS.items()),
        actor_sides=ACTOR_SIDES,
        generated="Claimatlas, from 3 reports",
    )


@pytest.fixture
def view() -> AtlasView:
    """The view, made anew for each test."""
    return make_view()
