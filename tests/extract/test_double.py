"""One event told by two words of a sentence is one claim."""

from collections.abc import Callable
from typing import Any

import pytest

Tell = Callable[..., list[Any]]


def missed(reason: str) -> pytest.MarkDecorator:
    """A case that the reader gets wrong today; the mark must go when it is mended."""
    return pytest.mark.xfail(strict=True, reason=reason)


ONE = [
    ("A suicide bomber blew himself up in Suran.", "suicide_attack"),
    ("A car bomb exploded in Suran.", "bombing"),
    pytest.param(
        "Shelling hit the town of Suran.",
        "shelling",
        marks=missed("`Shelling` at the head of a sentence is taken for an auxiliary: no claim"),
    ),
    ("An air strike hit the town of Suran.", "airstrike"),
    ("Russian warplanes carried out air strikes on Suran.", "airstrike"),
    ("ISIS launched an attack on Suran.", "assault"),
    ("Rebels fired mortar shells at Suran.", "shelling"),
    ("Clashes broke out in Suran.", "clash"),
    ("A roadside bomb went off in Suran.", "bombing"),
    pytest.param("Heavy shelling hit the town of Suran.", "shelling", marks=missed("the parse makes `shelling` an adverb: no claim")),
    ("A landmine explosion killed two people in Suran.", "bombing"),
    ("The army launched an offensive in Suran.", "assault"),
    ("Russia and Turkey signed an agreement on Idlib.", "agreement"),
    ("Russia and Turkey held talks in Astana.", "talks"),
    ("Russia and Turkey announced a ceasefire in Idlib.", "ceasefire"),
]


@pytest.mark.parametrize(("text", "type_"), ONE)
def test_told_by_two_words_once_coded(tell: Tell, text: str, type_: str) -> None:
    """The precise type stays, the other word is folded in."""
    assert [c.type for c in tell(text)] == [type_]


TWO = [
    ("Russian warplanes bombed Suran while the army shelled Halfaya.", {"airstrike", "shelling"}),
    ("The army captured Suran and arrested two ISIS fighters.", {"capture", "arrest"}),
    ("Rebels shelled Suran and kidnapped two soldiers.", {"shelling", "abduction"}),
]


@pytest.mark.parametrize(("text", "types"), TWO)
def test_two_events_stay_two(tell: Tell, text: str, types: set[str]) -> None:
    """Different events of a sentence are not folded."""
    assert {c.type for c in tell(text)} == types
