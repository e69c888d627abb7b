"""Word lists of the number reader: which nouns and verbs make a count one of killed, wounded, captured and so on."""

NOUN_WHAT = {
    "killed": "death dead fatality body corpse martyr martyrdom life",
    "wounded": "wounded injured injury casualty-wounded",
    "captured": "prisoner hostage detainee captive abductee",
    "missing": "missing",
    "displaced": "refugee displaced",
    "evacuated": "evacuee",
    "surrendered": "surrender",
    "defected": "defector defection deserter",
    "strikes": "strike airstrike raid sortie bombing airraid bombardment missile",
    "attacks": "attack bomb bombing shell rocket mortar explosion blast clash assault IED mine ambush operation",
    "places": "village town city position settlement building neighborhood neighbourhood district area hill point checkpoint hamlet"
    " airbase farm base location site quarter suburb post crossing headquarters hq street block airport fortification region province"
    " mountain",
    "km": "km kilometer kilometre kms",
    "other": "",
}
FORCE = (
    "fighter militant soldier troop member terrorist insurgent gunman rebel combatant personnel force jihadist extremist mercenary"
    " operative recruit officer commander militiaman paratrooper marine sniper bomber element serviceman policeman guard adviser advisor"
)
PERSON = (
    "person people civilian child woman man journalist student resident girl boy family youth victim worker medic staff other protester"
    " activist passenger villager local doctor baby infant teacher photographer reporter correspondent sister brother mother father human"
)
VEHICLE = "tank vehicle truck car bulldozer humvee jeep bmp apc helicopter aircraft plane warplane jet drone armored convoy launcher"
LOSS = ("casualty", "casualties")

OBJECT_VERBS = {
    "killed": "kill slay martyr execute behead massacre murder assassinate slaughter eliminate neutralize neutralise"
    " claim hang crucify lynch lose",
    "wounded": "wound injure hurt maim",
    "captured": "capture arrest detain abduct kidnap imprison apprehend seize",
    "displaced": "displace uproot",
    "evacuated": "evacuate rush transfer transport relocate bus",
    "released": "release free liberate",
}
SUBJECT_VERBS = {
    "killed": "die perish succumb",
    "displaced": "flee escape",
    "surrendered": "surrender",
    "defected": "defect desert",
    "missing": "disappear vanish",
    "evacuated": "evacuate",
}
NOUNS_OF = {
    "killed": "death killing body corpse life execution massacre murder toll assassination slaughter loss martyrdom",
    "wounded": "injury wounding wound injuring",
    "captured": "capture arrest detention abduction kidnapping",
    "displaced": "displacement flight exodus",
    "evacuated": "evacuation transfer",
    "released": "release",
    "surrendered": "surrender",
    "defected": "defection desertion",
}
MODIFIERS = {
    "killed": "killed dead slain martyred executed beheaded murdered dying",
    "wounded": "wounded injured hurt",
    "captured": "captured arrested detained kidnapped abducted imprisoned",
    "missing": "missing disappeared",
    "displaced": "displaced uprooted homeless",
    "evacuated": "evacuated",
    "released": "released freed",
    "surrendered": "surrendered surrendering",
    "defected": "defected defecting",
}


def inverted(table: dict[str, str]) -> dict[str, str]:
    """Each word of a table to its class; the first class that lists a word has it."""
    out: dict[str, str] = {}
    for what, words in table.items():
        for word in words.split():
            out.setdefault(word, what)
    return out


NOUN_CLASS = inverted(NOUN_WHAT)
OBJECT_CLASS = inverted(OBJECT_VERBS)
SUBJECT_CLASS = inverted(SUBJECT_VERBS)
OF_CLASS = inverted(NOUNS_OF)
MODIFIER_CLASS = inverted(MODIFIERS)
FORCE_NOUNS = frozenset(FORCE.split())
PERSON_NOUNS = frozenset(PERSON.split())
VEHICLE_NOUNS = frozenset(VEHICLE.split())
