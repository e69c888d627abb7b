"""One row of a theatre's file, read field by field: what is missing or wrong ends in one sentence that names file and row."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from claimatlas.model.errors import BadKnowledge


@dataclass(frozen=True, slots=True)
class Row:
    """A mapping as read from YAML. `path`: its file; `label`: how a complaint calls the row ("place mill"), "" for a whole file."""

    path: str
    label: str
    data: dict[Any, Any]

    def bad(self, why: str) -> BadKnowledge:
        """The error to raise for this row; `why` is the rest of the sentence."""
        return BadKnowledge(": ".join(part for part in (self.path, self.label, why) if part))

    def text(self, key: str) -> str:
        """A field that must be there; BadKnowledge where it is not, or is no text."""
        value = self.word(key)
        if not value:
            raise self.bad(f"lacks `{key}`; write it.")
        return value

    def word(self, key: str) -> str | None:
        """A field that may be absent."""
        value = self.data.get(key)
        return None if value is None else self._plain(key, value)

    def words(self, key: str) -> tuple[str, ...]:
        """A list of words; () where it is absent."""
        return tuple(self._plain(key, value) for value in self.listed(key))

    def number(self, key: str, low: float, high: float) -> float:
        """A number from `low` to `high` that must be there."""
        if key not in self.data:
            raise self.bad(f"lacks `{key}`; write a number from {low:g} to {high:g}.")
        return self.between(key, self.data[key], low, high)

    def between(self, key: str, value: object, low: float, high: float) -> float:
        """The value as a number of the field `key`, where it is one from `low` to `high`."""
        if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
            raise self.bad(f"`{key}` is {_short(value)}; write a number from {low:g} to {high:g}.")
        return float(value)

    def flag(self, key: str, otherwise: bool = False) -> bool:
        """A field that is true or false."""
        value = self.data.get(key)
        if value is not None and not isinstance(value, bool):
            raise self.bad(f"`{key}` is {_short(value)}; write true or false.")
        return otherwise if value is None else value

    def day(self, key: str) -> date | None:
        """A date, or None where it is absent."""
        value = self.data.get(key, self.data.get(True) if key == "on" else None)  # YAML reads a bare `on` as True
        if value is None or (isinstance(value, date) and not isinstance(value, datetime)):
            return value
        raise self.bad(f"`{key}` is {_short(value)}, which is not a date; write YYYY-MM-DD.")

    def span(self, otherwise: tuple[date | None, date | None] = (None, None)) -> tuple[date | None, date | None]:
        """The days `from` (or `on`) and `to`; `otherwise` stands in for those that are not written."""
        begin = self.day("from") or self.day("on")
        begin = begin if begin or "from" in self.data else otherwise[0]
        end = self.day("to") if "to" in self.data else otherwise[1]
        if begin and end and end < begin:
            raise self.bad(f"ends on {end}, before it begins on {begin}; mend `from` or `to`.")
        return begin, end

    def fields(self) -> list[str]:
        """The keys of the mapping, as words."""
        return [self._plain("a key", key) for key in self.data]

    def table(self, key: str) -> "Row":
        """The mapping under a key; an empty one where it is absent."""
        value = self.data.get(key)
        if value is not None and not isinstance(value, dict):
            raise self.bad(f"`{key}` is {_short(value)}; write a mapping, in {{ }}.")
        return Row(self.path, ": ".join(part for part in (self.label, key) if part), value or {})

    def rows(self, key: str, what: str) -> list["Row"]:
        """The mappings listed under a key of a file, each labelled `what` and its id or name."""
        return [self._row(what, number, item) for number, item in enumerate(self.listed(key), 1)]

    def parts(self, key: str, bare: str | None = None) -> list["Row"]:
        """The mappings listed under a key of this row; with `bare`, a plain word stands for `{bare: word}`."""
        label = f"{self.label}: an entry of {key}"
        items = [{bare: x} if bare and not isinstance(x, dict | list) else x for x in self.listed(key)]
        return [Row(self.path, label, self._row(key, number, item).data) for number, item in enumerate(items, 1)]

    def listed(self, key: str) -> list[Any]:
        """What is listed under a key, as it was read; [] where it is absent."""
        value = self.data.get(key)
        if value is not None and not isinstance(value, list):
            raise self.bad(f"`{key}` is {_short(value)}; write a list, in [ ].")
        return value or []

    def _row(self, what: str, number: int, item: object) -> "Row":
        if not isinstance(item, dict):
            raise self.bad(f"{what} number {number} is {_short(item)}; write a mapping of fields, see docs/theatre.md.")
        return Row(self.path, f"{what} {item.get('id') or item.get('name') or item.get('text') or f'number {number}'}", item)

    def _plain(self, key: str, value: object) -> str:
        if isinstance(value, bool):
            raise self.bad(f"`{key}` holds a bare yes, no, on or off; put such a word in quotes.")
        if value is None or isinstance(value, dict | list):
            raise self.bad(f"`{key}` holds {_short(value)}; write plain words.")
        return str(value)


def _short(value: object) -> str:
    said = "nothing" if value is None else repr(value)
    return said if len(said) <= 60 else f"{said[:60]}..."
