"""Denials of a capture told just before."""

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "The rebels reportedly took control of Suran. The Syrian army denied these reports.",
        "The rebels captured Suran. The claim was fabricated, the monitor said.",
    ],
)
def test_the_capture_told_last_is_denied(tell, text):
    denied = [c for c in tell(text, "capture") if c.stance == "denied"]
    assert [(c.agent, c.place) for c in denied] == [(("rebels",), "Suran")]


def test_a_denial_of_something_else_denies_no_capture(ground):
    told = ground("The rebels captured Suran. The army denied a report of talks.")
    assert [plain.event.stance for plain in told] == ["fact"]
