"""What dates are counted from: the report's date, the story's date, the tense of the governing verb."""

from dataclasses import dataclass
from datetime import date

from claimatlas.model.time import TimeRange, default_time
from claimatlas.resolve.time_calendar import Span


@dataclass(frozen=True, slots=True)
class TimeContext:
    """Context of one time mention.

    `anchor`: the story's current time, that "the same day" and "two days later" count from (None: not known).
    `tense`: past, present or future, of the verb that the time belongs to.
    `role`: for "a day after the attack": `complement` asks for the time of the attack, `main` for that of the main clause;
    for "200 killed since the war began in March 2011": the month, or all the time since it. `outset` asks for the beginning of a
    stretch of time alone ("since 2011, when G struck": the strike).
    `war`: the day that the war is counted from, for "since the war began" (None: not known).
    `narrative`: dates without a year follow the anchor, as in a history, instead of the report's date.
    """

    anchor: TimeRange | None = None
    tense: str = "past"
    role: str = "complement"
    narrative: bool = False
    war: date | None = None

    @classmethod
    def on(cls, day: date, tense: str = "past", narrative: bool = False) -> "TimeContext":
        """A context whose story stands at one day."""
        return cls(TimeRange(start=day, end=day), tense, "complement", narrative)


@dataclass(frozen=True, slots=True)
class Base:
    """The dates that a value is counted from: `today` (report), `story` (anchor), and the direction in time."""

    today: date | None
    story: Span | None
    future: bool
    role: str
    narrative: bool
    war: date | None = None

    @property
    def point(self) -> date | None:
        """The day that years and weekdays without a date are counted from."""
        if self.narrative and self.story:
            return self.story[0]
        return self.today or (self.story[0] if self.story else None)

    def counted_from(self) -> Span | None:
        """The story's time, else what a report without time words tells of: the day before it to its date."""
        if self.story or self.today is None:
            return self.story
        default = default_time(self.today)
        return (default.start, default.end) if default.start and default.end else None


def base_of(report_date: date | None, context: TimeContext) -> Base:
    """The base that a report's date and a context give."""
    a = context.anchor
    story = (a.start, a.end) if a and a.start and a.end else None
    narrative = context.narrative or report_date is None
    return Base(report_date, story, context.tense == "future", context.role, narrative, context.war)
