"""What a time expression says before any date is counted: the parsed fields of one mention."""

from dataclasses import dataclass

KINDS = (
    "day",
    "month",
    "year",
    "decade",
    "century",
    "season",
    "feast",
    "weekday",
    "deictic",
    "unit",
    "shift",
    "lookback",
    "lookahead",
    "duration",
    "war",
    "daytime",
    "vague",
    "range",
)


@dataclass(frozen=True, slots=True)
class TimeValue:
    """Fields of one time expression; those that the words do not give are None.

    `kind` is one of KINDS; `war`: the war that the report is about, told without a date. `weekday` counts from Monday = 0.
    `name`: the season, feast or deictic word (today, yesterday, tomorrow, overnight, tonight, last_night, same_day, next_day,
    previous_day, then, now, recently, soon, past, future, often).
    `part`: early, mid, late, start, end, first_half, second_half, earlier, later of the period; `daytime`: morning, night...
    `which`: last, this, next, same, the, previous, following, past. `unit`: minute, hour, day, weekend, week, month, year, decade.
    `count` of units (None: plural, not told), `approx` for "about" or "a few". `shift`: ago, later, earlier, after, before;
    so_far for a length that runs up to now ("besieged for two years"); of_year where `which` tells the year ("June last year").
    `than`: nearly or over, beside a count.
    `complement`: the event counted from is named ("a day after the attack"), or a clause begins there ("since the war began in
    March 2011": the month is the clause's, the time since then the main clause's). `bound`: since, until, by, before, after.
    `bc`: the year is before Christ. `first` and `second`: the ends of a range; `second` of a length the day that it ran up to
    ("fell on Tuesday after two days of fighting"), of a shift the day that it dates ("found on Friday, two days after they were
    taken"), of a day in figures the other reading ("05-04-2016").
    """

    kind: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    name: str | None = None
    part: str | None = None
    daytime: str | None = None
    which: str | None = None
    unit: str | None = None
    count: int | None = None
    approx: bool = False
    shift: str | None = None
    than: str | None = None
    complement: bool = False
    bound: str | None = None
    bc: bool = False
    first: "TimeValue | None" = None
    second: "TimeValue | None" = None


@dataclass(frozen=True, slots=True)
class Atom:
    """A value found at a span of the passage's text; a `weak` one stands only with words around it that say it is a time."""

    start: int
    end: int
    value: TimeValue
    weak: bool = False
