"""The words that tell how much of a place is meant, and whether it is the place at all: English, as regular expressions."""

import re

WHOLE = re.compile(r"\b(?:entire|whole|all of|all the|fully|completely|100 ?(?:%|percent))\b", re.I)
AROUND = re.compile(r"\b(?:outskirts|countryside|surround\w*|vicinity|around|near|approach\w*|outside|fortifications?|environs)\b", re.I)
INSIDE = re.compile(
    r"\b(?:enter(?:s|ed|ing)?|storm(?:s|ed|ing)?|infiltrat\w+|br(?:oke|eak|eaking|eaks) in(?:to)?|(?:push|advanc|mov|go)\w* into|inside|"
    r"within the (?:city|town)|street (?:battles?|fight\w*)|house[- ]to[- ]house|foothold)\b",
    re.I,
)
# entry told with a word that stands for the place named before: "attacked X, breaking into the city"
INSIDE_IT = re.compile(
    r"\b(?:enter|storm|(?:br(?:oke|eak|eaking|eaks)|push\w*|advanc\w+|burst)\s+into)\w*\s+(?:the|that|this)\s+"
    r"(?:city|town|village|district|neighbou?rhood|base|airbase|airport|camp|quarter|dam|castle)\b",
    re.I,
)
_PLANS = (
    r"about to|prepar\w+ to|trying to|tried to|attempt\w* to|plan\w* to|in order to|want\w* to|aim\w* (?:to|at)|seek\w* to|sought to|"
    r"hop\w* to|(?:goal|aim|objective|purpose) of|attempts? (?:to|at)|bid to|close to|verge of"
)
NOT_YET = re.compile(rf"\b(?:not|never|yet to|before|{_PLANS})\s+(?:\w+\s+)?$", re.I)
PLANNED = re.compile(rf"\b(?:yet to|{_PLANS})\s+(?:\w+\s+)?$", re.I)
LOOSE_HOLD = re.compile(r"\b[\w-]+(?:[- ])(?:held|controlled|occupied|run)\b(?!\s+by)", re.I)
ALMOST = re.compile(r"\b(?:almost|nearly|mostly|partially|partly|largely|virtually)\s+(?:\w+\s+){0,1}$", re.I)
EXCEPT = re.compile(r"\b(?:except|apart from|other than|with the exception of|but for)\b", re.I)
# "captured several hills", told beside the name of a place: what was taken is not the place
UNNAMED = re.compile(
    r"^\W*(?:(?:a|an|another|other|some|several|many|more|dozens of|a number of|a few|two|three|four|five|six|seven|eight|nine|ten|\d+)\s+)"
    r"(?:[\w-]+\s+){0,3}?(?:hills?|hilltops?|points?|sites?|positions?|areas?|wells?|farms?|roundabout|checkpoints?|heights|bases?|outposts?|territor\w+)\b",
    re.I,
)
# words that plainly tell what a claim's type says; a reader's bolder guesses do not move land
PLAIN = {
    "capture": re.compile(
        r"captur|seiz|t(?:ake|ook|aking)|reta?[ko]|retook|liberat|overr[au]n|conquer|gain|reclaim|recover|occup|secur|clear|f[ae]ll|los[est]|"
        r"expel|expuls|dr[io]v|oust|push|evict|dislodg|flush|control|impos|establish|assert|restor|wrest|ced[ei]|surrender|hand|sw?e[ep]|"
        r"cleans|purg|w[io]n|c[ao]me|br(?:ing|ought)|roll|mop|return|leav|left|rout|kick|forc|deni|den[iy]|reject|fabricat|false|claim|dismiss|refut|un",
        re.I,
    ),
    "repel": re.compile(
        r"repe|repuls|thwart|foil|rebuff|beat|fend|ward|push|dr[io]v|fought|fight|st[ou]p|block|resist|fail|crush|defeat|withst|halt|abort",
        re.I,
    ),
    "evacuate": re.compile(r"evacu|withdr|leav|depart|bus|transfer|exit", re.I),
}
# between what was taken and a name: the name is of another deed ("capturing two hills and breaking into X")
OTHER_DEED = re.compile(r"\b(?!including\b)\w{2,}(?:ing|ed)\b|\bbroke\b", re.I)
# "began an assault to capture X"; what was managed, helped or allowed to happen did
INFINITIVE = re.compile(
    r"(?<!managed )(?<!able )(?<!helped )(?<!proceeded )(?<!continued )(?<!began )(?<!started )(?<!went on )\bto\s+(?:\w+ly\s+)?$", re.I
)
ALLOWED = re.compile(r"\b(?:allow|enabl|permit|help)\w*\s+(?:[\w-]+\s+){0,5}to\s+(?:[\w-]+\s+(?:and\s+)?){0,3}$", re.I)
# fire over a place is no control of it; a force cut off from a place is not besieged in it
FIRE_CONTROL = re.compile(r"\b(?:fire|artillery)[- ](?:fire[- ])?control\b", re.I)
CUT_OFF_FROM = re.compile(r"\bcut\w*\s+off\s+(?:[\w'-]+\s+){1,6}from\b", re.I)
# what goes on with a list of what was taken
LISTED = re.compile(r",|\b(?:and|as well as|along with|together with|including)\b", re.I)
SOME_ONLY = re.compile(r"\b(?:most|majority|some|several|dozens|hundreds|part|parts|many|number)\b", re.I)
PERCENT = re.compile(r"(\d+(?:\.\d+)?)\s*(?:%|percent|per cent)", re.I)
WORD_SHARES = (
    (re.compile(r"\bthree[- ]quarters?\b", re.I), 75.0, 75.0),
    (re.compile(r"\bquarter\b", re.I), 25.0, 25.0),
    (re.compile(r"\btwo[- ]thirds?\b", re.I), 67.0, 67.0),
    (re.compile(r"\bthird\b", re.I), 33.0, 33.0),
    (re.compile(r"\b(?:more than|over) half\b|\bmost\b|\bmajor part\b|\bmajority\b", re.I), 50.0, None),
    (re.compile(r"\bhalf\b", re.I), 50.0, 50.0),
)
# what is taken in a town when it is not the town that is taken
PIECES = re.compile(
    r"\b(?:districts?|neighbou?rhoods?|buildings?|wells?|towers?|blocks?|streets?|positions?|points?|hills?|stations?|suburbs?|checkpoints?|quarters?|"
    r"sections?|parts?|areas|roundabouts?|hospitals?|silos|squares?|headquarters|percent|gates?|entrances?|houses?)\b|%",
    re.I,
)
# other places that are taken: "captured nine villages", told with the name of a place near them
OTHERS = re.compile(
    r"\b(?:villages|towns|settlements|localities|hamlets|territory)\b(?!\s+(?:of|called|named)\b)|\ba village\b(?! of)", re.I
)
# "the radio station in X": what is taken, then a preposition and at most three more words before the name
IN_PLACE = re.compile(r"\b(?:in|of|at|inside|within)\s+(?:(?!and\b|as\b|or\b)[\w-]+\s+){0,4}$", re.I)
TOWN_OF = re.compile(r"(?:the\s+)?(?:[\w-]+\s+)?(?:city|town|village)\s+of\s+$", re.I)
# "the Deir Ezzor region" is not the city of that name
WIDER = re.compile(r"\s*(?:region|province|governorate|countryside)\b", re.I)
NEXT_TO = re.compile(
    r"\b(?:(?:countryside|hills|outskirts|vicinity|surroundings|environs|(?:north|south|east|west)(?:east|west)?) of|"
    r"(?:km|kilomet\w+|miles) (?:away )?(?:of|from|to)|towards?|near|around|between)\s+(?:the\s+)?(?:(?:city|town|village) of\s+)?$",
    re.I,
)
# a reference that begins with a distance: "two km away from the crossing"
DISTANCE = re.compile(r"^(?:[\w.-]+\s+){0,3}(?:km|kilomet\w+|miles?)\b", re.I)
# a place named as what was besieged, neared or attacked after something else was taken: "captured the village, encircling X"
NEXT_DEED = re.compile(
    r"\b(?:encircl|besieg|surround|approach|near|advanc|threaten|overlook|attack|assault|shell|bomb|reach|cut)\w*ing\b|"
    r"\bcom(?:e|es|ing) within\b",
    re.I,
)
# "cleared the town of mines": swept, not taken
SWEPT = re.compile(
    r"^(?:clear|clean|sweep|swept|purg|rid)\w*\b.{0,80}?\bof\s+(?:[\w'-]+\s+){0,4}?"
    r"(?:mines?|landmines?|explosives?|ieds?|bombs?|devices|boob\w+|rubble|debris)\b",
    re.I | re.S,
)
# what is told as hearsay only: "there were also reports that"
HEARSAY = re.compile(
    r"\b(?:there (?:were|was|are|have been|had been)|amid|according to) (?:\w+ ){0,2}(?:reports?|rumou?rs?)\b|\bunconfirmed reports?\b",
    re.I,
)
# words that stand for a place named before
BACK_WORDS = re.compile(
    r"\b(?:it|them|both|control|(?:the|this|that|entire|whole)(?: [\w-]+)? (?:town|city|village|air ?base|base|airport|dam|plant|fields?|"
    r"hills?|sites?|settlement|districts?|neighbou?rhood|camp|crossing|crossroads|castle|place))\b",
    re.I,
)
