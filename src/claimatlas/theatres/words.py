"""Words that a theatre lends to reading, beside the lists that hold for all wars: peoples, names that are no places."""

from dataclasses import dataclass, field

from claimatlas.theatres.rows import Row

LISTS = ("demonyms", "not_places", "not_place_persons", "headlines", "singular_in_s")


@dataclass(frozen=True, slots=True)
class Words:
    """What words.yaml of a theatre lists; each list is in lower case and comes beside a general one of the reader.

    `lists`: demonyms ("syrian"), not_places and not_place_persons (names of peoples, groups and persons that are towns elsewhere),
    headlines (words that stand in no publisher's name), singular_in_s ("isis"). `collectives`: word -> the name under which a body
    of people is kept ("opposition": "Syrian opposition"). `peoples`: ISO code -> adjectives of the country, as written.
    """

    lists: dict[str, frozenset[str]] = field(default_factory=dict)
    collectives: dict[str, str] = field(default_factory=dict)
    peoples: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def of(self, name: str) -> frozenset[str]:
        """The words of a list; empty where the theatre has none."""
        return self.lists.get(name, frozenset())


def words_of(row: Row) -> Words:
    """Words as their file gives them; BadKnowledge where a list is none of ours, or none."""
    for key in row.fields():
        if key not in (*LISTS, "collectives", "peoples"):
            raise row.bad(f"there is no list `{key}`; write one of {', '.join((*LISTS, 'collectives', 'peoples'))}.")
    collectives, peoples = row.table("collectives"), row.table("peoples")
    return Words(
        lists={name: frozenset(word.lower() for word in row.words(name)) for name in LISTS if row.listed(name)},
        collectives={word.lower(): collectives.text(word) for word in collectives.fields()},
        peoples={code: peoples.words(code) for code in peoples.fields()},
    )
