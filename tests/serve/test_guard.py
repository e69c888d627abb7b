"""What is refused: forged and foreign writes, planted sessions, wrong roles, strange hosts, odd paths, too much at once."""

import pytest
from fastapi.testclient import TestClient

from claimatlas.serve import Settings, create_app
from claimatlas.serve.accounts import Accounts
from claimatlas.serve.guard import HEADERS
from claimatlas.serve.who import COOKIE

ACCEPT = {"verdict": "accept", "subjects": ["c_0"]}


def test_a_write_without_the_token_or_with_another_sessions_is_refused(alone, scratch):
    other = TestClient(create_app(Settings(scratch)))
    foreign = other.get("/").text.split('name="csrf-token" content="')[1].split('"')[0]
    for headers in ({}, {"X-CSRF-Token": ""}, {"X-CSRF-Token": "x"}, {"X-CSRF-Token": foreign}):
        assert alone.client.post("/api/judgements", json=ACCEPT, headers=headers).status_code == 403
        assert alone.client.post("/api/reports", data={"text": "x"}, headers=headers).status_code == 403
    bare = TestClient(alone.client.app)
    assert bare.post("/api/judgements", json=ACCEPT, headers={"X-CSRF-Token": alone.token}).status_code == 403


def test_nothing_is_shown_before_the_log_in(shared_server):
    client = TestClient(create_app(shared_server), follow_redirects=False)
    for path in ("/", "/desk", "/brief", "/sources", "/judgements"):
        assert client.get(path).headers["location"] == "/login"
    for path in ("/api/atlas", "/api/events", "/api/search?q=x", "/api/complete?slot=actor", "/api/judgements", "/api/openapi.json"):
        assert client.get(path).status_code in (401, 200 if "openapi" in path else 401), path


@pytest.mark.parametrize(("name", "word"), [("edda", "wrong-word-is-wrong"), ("nobody", "edda-has-a-long-word"), ("", "x")])
def test_a_wrong_log_in_is_refused_in_the_same_words(shared_server, name, word):
    client = TestClient(create_app(shared_server), follow_redirects=False)
    token = client.get("/login").text.split('name="csrf-token" content="')[1].split('"')[0]
    answer = client.post("/login", data={"name": name, "password": word, "csrf": token})
    assert answer.status_code in (403, 422)
    assert client.get("/").status_code == 303


def test_a_planted_session_is_worth_nothing_after_the_log_in(shared_server):
    client = TestClient(create_app(shared_server), follow_redirects=False)
    token = client.get("/login").text.split('name="csrf-token" content="')[1].split('"')[0]
    planted = client.cookies[COOKIE]
    answer = client.post("/login", data={"name": "edda", "password": "edda-has-a-long-word", "csrf": token})
    assert answer.status_code == 303 and client.cookies[COOKIE] != planted
    thief = TestClient(client.app, cookies={COOKIE: planted}, follow_redirects=False)
    assert thief.get("/").status_code == 303
    invented = TestClient(client.app, cookies={COOKIE: "mine"}, follow_redirects=False)
    invented.get("/login")
    assert invented.cookies.get(COOKIE, domain="testserver.local") != "mine"


def test_the_cookie_is_kept_from_scripts_and_other_sites(shared_server, scratch):
    told = TestClient(create_app(Settings(scratch, https=True))).get("/").headers["set-cookie"].lower()
    assert "httponly" in told and "samesite=strict" in told and "secure" in told and "path=/" in told


def test_logging_out_ends_the_session(entered):
    edda = entered("edda")
    assert edda.client.get("/").status_code == 200
    held = edda.client.cookies[COOKIE]
    edda.client.post("/logout", data={"csrf": edda.token})
    assert TestClient(edda.client.app, cookies={COOKIE: held}, follow_redirects=False).get("/").status_code == 303


def test_a_new_password_and_a_removed_account_end_the_sessions(entered, shared_server):
    edda, carl = entered("edda"), entered("carl")
    assert edda.client.get("/").status_code == carl.client.get("/").status_code == 200
    accounts = Accounts(shared_server.accounts)
    accounts.add("edda", "editor", "quite another long word")
    accounts.remove("carl")
    assert edda.client.get("/").status_code == carl.client.get("/").status_code == 303


def test_roles(entered):
    rita, carl, edda = (entered(n) for n in ("rita", "carl", "edda"))
    claim = rita.client.get("/api/claims").json()["claims"][0]["id"]
    accept, mark = {"verdict": "accept", "subjects": [claim]}, {"verdict": "mark", "subjects": ["SANA"], "value": "D"}
    assert rita.post("/api/judgements", json=accept).status_code == 403
    assert rita.post("/api/reports", data={"text": "x y z"}).status_code == 403
    assert carl.post("/api/judgements", json=mark).status_code == 403
    made = edda.post("/api/judgements", json=accept).json()
    assert made["author"] == "edda"
    assert carl.post("/api/judgements", json={"verdict": "undo", "subjects": [made["id"]]}).status_code == 403
    assert edda.post("/api/judgements", json=mark).status_code == 200
    own = carl.post("/api/judgements", json=accept).json()
    assert carl.post("/api/judgements", json={"verdict": "undo", "subjects": [own["id"]]}).status_code == 200


def test_pages_offer_what_the_role_allows(entered):
    rita, carl, edda = (entered(n) for n in ("rita", "carl", "edda"))
    claim = rita.client.get("/api/claims").json()["claims"][0]
    desk = f"/desk/{claim['report']['id']}"
    edda.post("/api/judgements", json={"verdict": "accept", "subjects": [claim["id"]]})
    assert 'data-act="accept"' not in rita.client.get(desk).text and 'data-act="accept"' in carl.client.get(desk).text
    assert "<textarea" not in rita.client.get("/read").text and "role coder" in rita.client.get("/read").text
    offers = ["data-undo" in who.client.get("/judgements").text for who in (rita, carl, edda)]
    assert offers == [False, False, True]


def test_headers_bind_the_browser_on_every_answer(client):
    for path in ("/", "/api/atlas", "/nothing", "/static/app.css", "/vendor/htmx.min.js", "/api/areas?on=x"):
        answer = client.get(path)
        assert all(answer.headers[name] for name in HEADERS), path
        assert "unsafe-eval" not in answer.headers["content-security-policy"]
        assert "script-src 'self';" in answer.headers["content-security-policy"]


def test_other_hosts_are_refused(client):
    assert client.get("/", headers={"host": "evil.example"}).status_code == 400


@pytest.mark.parametrize(
    "path",
    [
        "/static/../app.py", "/static/%2e%2e/app.py", "/static/..%2fapp.py", "/vendor/..%2f..%2fapp.py", "/vendor/%2e%2e",
        "/page/..%2fbase.js", "/page/brief.html.j2", "/places/..%2f..%2fetc%2fpasswd", "/reports/..%2f..%2f", "/map.png%00?on=2017-08-02",
        "/brief.%2e%2e?on=2017-08-02",
    ],
)  # fmt: skip
def test_paths_lead_nowhere_else(client, path):
    answer = client.get(path)
    assert answer.status_code in (404, 422) and "root:" not in answer.text and "import " not in answer.text


def test_what_is_too_large_is_refused_told_or_not(scratch):
    client = TestClient(create_app(Settings(scratch, upload=2000)))
    token = client.get("/").text.split('name="csrf-token" content="')[1].split('"')[0]
    assert client.post("/api/reports", data={"text": "x" * 3000}, headers={"X-CSRF-Token": token}).status_code == 413

    def chunks():
        for _ in range(30):
            yield b"x" * 100

    untold = client.post("/api/judgements", content=chunks(), headers={"X-CSRF-Token": token, "content-type": "application/json"})
    assert untold.status_code == 413


def test_too_many_requests_are_refused(scratch):
    client = TestClient(create_app(Settings(scratch, rates=(20, 3, 2))))
    assert [client.post("/login", data={"name": "a", "password": "b"}).status_code for _ in range(3)][-1] == 429
    assert 429 in [client.get("/api/events").status_code for _ in range(25)]


def test_hostile_words_stay_words_at_the_desk(client):
    report = next(r for r in client.get("/api/reports").json()["reports"] if "script" in (r["title"] or ""))
    for path in (f"/desk/{report['id']}", "/desk", f"/reports/{report['id']}"):
        told = client.get(path).text
        assert "<script>alert" not in told and "<img src=x" not in told, path
        assert path == "/desk" or "&lt;script&gt;alert(1)" in told, path
