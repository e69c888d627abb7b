"""Sessions: too many of nobody's end nobody's work."""

import pytest

from claimatlas.serve import sessions
from claimatlas.serve.sessions import Sessions


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> Sessions:
    monkeypatch.setattr(sessions, "MOST", 4)
    return Sessions()


def test_a_flood_of_visitors_does_not_log_anybody_out(few: Sessions) -> None:
    ana, _ = few.start("ana")
    visitors = [few.start(None)[0] for _ in range(9)]
    assert few.of(ana) is not None
    assert [few.of(v) is not None for v in visitors] == [False] * 6 + [True] * 3


def test_the_oldest_goes_where_all_have_logged_in(few: Sessions) -> None:
    names = [few.start(f"ana {n}")[0] for n in range(5)]
    assert [few.of(n) is not None for n in names] == [False, True, True, True, True]


def test_an_ended_session_makes_room(few: Sessions) -> None:
    tokens = [few.start(None)[0] for _ in range(4)]
    few.end(tokens[3])
    fresh, _ = few.start("ana")
    assert all(few.of(t) for t in (*tokens[:3], fresh)) and few.of(tokens[3]) is None
    few.end(None)


def test_a_session_ends_in_time(few: Sessions, monkeypatch: pytest.MonkeyPatch) -> None:
    token, session = few.start("ana")
    monkeypatch.setattr(sessions.time, "monotonic", lambda: session.ends + 1)
    assert few.of(token) is None
