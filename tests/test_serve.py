"""The page for many: who is let in, what is taken, what is left, and that one's fault is nobody else's."""

import os
import re
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hostile.books import small_book
from served import BOUNDARY, NAME, PREFIX, PROGRAM, Reply, Served, form, serving

from generator.desk.uploads import MOST_BYTES
from generator.ground.places import templates_folder

BOOK = small_book()
FILES = {"förbundet/underlag.xlsx": BOOK}
HEAD = (
    f"POST {PREFIX}/examined HTTP/1.1\r\nhost: {NAME}\r\nx-arsredovisning: 1\r\n"
    f"content-type: multipart/form-data; boundary={BOUNDARY}\r\n"
)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serving(_folder(tmp_path_factory.mktemp("served")), "--workers", "1") as served:
        yield served


def _folder(place: Path) -> Path:
    room = place / "tmp"
    room.mkdir()
    return room


def answered(reply: Reply) -> str:
    assert reply.status == 200, reply.text
    return reply.text


def until(what: object, seconds: float = 10.0) -> bool:
    assert callable(what)
    end = time.monotonic() + seconds
    while not what() and time.monotonic() < end:
        time.sleep(0.05)
    return bool(what())


def test_an_examination_is_answered_and_nothing_is_left(served: Served) -> None:
    told = answered(served.send("/examined?parts=report", FILES))
    assert '"readable": true' in told
    assert str(served.room) not in told
    assert served.left() == []


def test_the_page_is_found_below_its_path_and_the_proxy_can_ask_how_it_is(served: Served) -> None:
    assert served.ask(PREFIX).headers["location"] == f"{PREFIX}/"
    page = served.ask(f"{PREFIX}/")
    assert page.status == 200
    assert 'src="static/desk.js"' in page.text
    assert served.ask("/").status == served.ask("/static/desk.js").status == 404
    assert served.ask(f"{PREFIX}/static/desk.js").status == 200
    health = served.ask(f"{PREFIX}/health", headers={"host": "10.0.0.1"})
    assert (health.status, health.text) == (200, "bra\n")


def test_every_answer_forbids_to_keep_frame_or_share_it(served: Served) -> None:
    for path in ("/", "/static/desk.js", "/frame", "/finns-inte"):
        headers = served.ask(PREFIX + path).headers
        assert headers["cache-control"] == "no-store"
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["x-content-type-options"] == "nosniff"
        assert "default-src 'none'" in headers["content-security-policy"]
        assert f"frame-ancestors '{'self' if path == '/frame' else 'none'}'" in headers["content-security-policy"]
        assert not [name for name in headers if name.startswith("access-control")]
        assert "server" not in headers


@pytest.mark.parametrize(
    "headers",
    [
        {"host": "elak.example"},
        {"host": "elak.example:8000"},
        {"host": f"{NAME}.elak.example"},
        {"origin": "https://elak.example"},
        {"origin": f"http://{NAME}"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"x-arsredovisning": "0"},
    ],
    ids=str,
)
def test_what_another_page_sends_is_not_answered(served: Served, headers: dict[str, str]) -> None:
    reply = served.send("/examined", FILES, headers)
    assert (reply.status, reply.text) == (404, "Sidan finns inte.")


def test_a_form_of_another_page_cannot_ask(served: Served) -> None:
    for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"):
        assert served.ask(f"{PREFIX}/examined", "POST", b"a=b", {"content-type": kind}).status == 404


def test_who_comes_from_the_log_in_sees_the_page_and_nothing_else(served: Served) -> None:
    come = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document"}
    assert served.ask(f"{PREFIX}/", headers=come).status == 200
    assert served.ask(f"{PREFIX}/frame", headers=come).status == 404
    assert served.ask(f"{PREFIX}/", headers={**come, "sec-fetch-dest": "iframe"}).status == 404


def test_other_methods_and_paths_that_lead_out_are_not_there(served: Served) -> None:
    for method in ("PUT", "DELETE", "OPTIONS", "PATCH", "TRACE"):
        assert served.ask(f"{PREFIX}/examined", method, headers=served.own).status == 404
    for path in ("..%2f..%2fapp.py", "../app.py", "%2e%2e/app.py", "..%5capp.py", "%2fetc/passwd", "desk.js%00"):
        assert served.ask(f"{PREFIX}/static/{path}").status == 404


@pytest.mark.parametrize(
    "name",
    [
        "../ut.xlsx",
        "a/../../ut.xlsx",
        "..\\ut.xlsx",
        "C:/ut.xlsx",
        "CON.xlsx",
        "a/lpt1.md",
        "a/b/c/d/e/f.xlsx",
        "å" * 300 + ".xlsx",
        "a\tb.xlsx",
        "a\0b.xlsx",
        "a.xlsx:b.xlsx",
        "..\\..\\a.md",
        "a/..",
        "förbundet/underlag.xlsx/a.md",
    ],
)
def test_a_name_that_no_file_has_is_told(served: Served, name: str) -> None:
    reply = served.send("/examined", {**FILES, name: BOOK})
    assert reply.status == 422
    assert "kan inte användas" in reply.text
    assert served.left() == []


@pytest.mark.parametrize(
    "name", ["/etc/underlag.xlsx", "\\\\dator\\mapp\\underlag.xlsx", "underlag.xlsx", "%2e%2e/underlag.xlsx"]
)
def test_a_name_from_elsewhere_leads_nowhere_and_no_name_of_ours_is_told(served: Served, name: str) -> None:
    told = answered(served.send("/examined", {name: BOOK, "a.md": b"Hej."}))
    assert "arsredovisning-" not in told
    made = served.send("/made?what=json", {"underlag.xlsx": BOOK})
    assert made.headers["content-disposition"].endswith("%C3%85rsredovisning.json")


def test_a_font_that_was_sent_is_gone_when_the_report_is_drawn(served: Served) -> None:
    font = next(templates_folder().rglob("*.ttf")).read_bytes()
    assert served.send("/made?what=pdf", {**FILES, "förbundet/mall/fonts/x.ttf": font}).status == 200
    assert (served.left(), served.kept()) == ([], [])


def test_files_without_a_length_are_taken_and_not_more_of_them(served: Served) -> None:
    body = form(FILES)
    head = f"{HEAD}transfer-encoding: chunked\r\nconnection: close\r\n\r\n"
    parts = (body[at : at + 5000] for at in range(0, len(body), 5000))
    chunks = b"".join(b"%x\r\n%b\r\n" % (len(each), each) for each in parts)
    assert served.raw(head.encode() + chunks + b"0\r\n\r\n", 20).startswith(b"HTTP/1.1 200")
    large = b"%x\r\n" % MOST_BYTES + body + bytes(MOST_BYTES - len(body)) + b"\r\n1\r\n0\r\n0\r\n\r\n"
    assert b" 413 " in served.raw(head.encode() + large, 20)
    assert served.left() == []


def test_each_of_several_requests_at_once_is_looked_at(served: Served) -> None:
    asked = [(NAME, "/"), ("elak.example", "/"), (NAME, "/frame")]
    lines = "".join(f"GET {PREFIX}{path} HTTP/1.1\r\nhost: {host}\r\n\r\n" for host, path in asked)
    answer = served.raw(lines.encode(), 0.5).decode()
    assert re.findall(r"HTTP/1.1 (\d+)", answer) == ["200", "404", "200"]
    hidden = f"POST {PREFIX}/ HTTP/1.1\r\nhost: elak.example\r\ncontent-length: {len(lines)}\r\n\r\n{lines}"
    assert re.findall(r"HTTP/1.1 (\d+)", served.raw(hidden.encode(), 0.5).decode()) == ["404"]


def test_a_file_where_a_word_is_asked_for_is_told(served: Served) -> None:
    part = f'--{BOUNDARY}\r\ncontent-disposition: form-data; name="name"; filename="a.xlsx"\r\n\r\nhej\r\n'
    kind = {**served.own, "content-type": f"multipart/form-data; boundary={BOUNDARY}"}
    reply = served.ask(f"{PREFIX}/begun", "POST", f"{part}--{BOUNDARY}--\r\n".encode(), kind)
    assert (reply.status, "heter" in reply.text) == (422, True)


def test_what_one_has_at_home_is_not_there_for_many(served: Served) -> None:
    for path in ("/kept", "/left", "/shown", "/chosen?folder=/"):
        reply = served.ask(PREFIX + path, "POST", b"", served.own)
        assert (reply.status, "Sidan finns inte." in reply.text) == (404, True)


def test_too_much_is_refused_before_it_is_taken(served: Served) -> None:
    head = f"{HEAD}content-length: 99000000\r\n\r\n"
    assert "högst 60 MB" in served.raw(head.encode(), 0.5).decode()
    many = served.send("/examined", {f"{number}.md": b"a" for number in range(301)})
    assert (many.status, "högst 300" in many.text) == (413, True)


@pytest.mark.parametrize(
    "odd",
    [
        f"{HEAD}content-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n",
        f"{HEAD}content-length: 5\r\ncontent-length: 6\r\n\r\nhello",
        f"{HEAD}transfer-encoding: gzip, chunked\r\n\r\n",
        f"GET {PREFIX}/ HTTP/1.1\r\nhost: {NAME}\r\nhost: elak.example\r\n\r\n",
        f"GET {PREFIX}/ HTTP/1.1\r\nhost : {NAME}\r\n\r\n",
        f"GET {PREFIX}/ HTTP/1.1\r\n\r\n",
        f"GET {PREFIX}/ HTTP/1.1\r\nhost: {NAME}\r\na: {'x' * 400_000}\r\n\r\n",
        "\x16\x03\x01\x02\x00",
    ],
)
def test_what_is_no_request_is_not_answered_as_one(served: Served, odd: str) -> None:
    answer = served.raw(odd.encode("latin-1"), 0.3)
    assert not answer.startswith(b"HTTP/1.1 200")
    assert answer.count(b"HTTP/1.1 ") <= 1
    assert b"Traceback" not in answer


def test_nobody_speaks_another_language_over_it(served: Served) -> None:
    upgrade = f"GET {PREFIX}/news HTTP/1.1\r\nhost: {NAME}\r\nconnection: Upgrade\r\nupgrade: websocket\r\n"
    answer = served.raw(f"{upgrade}sec-websocket-key: YQ==\r\nsec-websocket-version: 13\r\n\r\n".encode(), 0.5)
    assert answer.startswith(b"HTTP/1.1 404")


def test_uploads_are_gone_when_who_sent_them_goes_away(served: Served) -> None:
    body = form(FILES)
    head = f"{HEAD}content-length: {len(body)}\r\n\r\n"
    for sent in (len(body) // 2, len(body)):
        with socket.create_connection(("127.0.0.1", served.port)) as way:
            way.sendall(head.encode() + body[:sent])
    assert until(lambda: served.left() == [])
    assert answered(served.send("/examined", FILES))


def test_a_worker_that_is_killed_amid_its_work_is_told_in_a_sentence_and_the_next_task_works(served: Served) -> None:
    answered(served.send("/examined", FILES))
    for child in served.children():
        os.kill(child, signal.SIGSTOP)
    body = form(FILES)
    head = f"{HEAD}content-length: {len(body)}\r\n\r\n"
    with socket.create_connection(("127.0.0.1", served.port), timeout=20) as way:
        way.sendall(head.encode() + body)
        assert until(lambda: bool(served.left()))
        time.sleep(0.3)
        for child in served.children():
            os.kill(child, signal.SIGKILL)
        told = way.recv(65536)
    assert told.startswith(b"HTTP/1.1 422")
    assert served.left() == []
    assert answered(served.send("/examined", FILES))


def test_the_log_names_no_file_and_nothing_in_it(served: Served) -> None:
    served.send("/examined", {"Hemlig Person/../x.xlsx": BOOK})
    served.send("/made?what=Hemlig", {"Hemlig Person/underlag.xlsx": b"Hemlig"})
    served.ask(f"{PREFIX}/Hemlig?Hemlig")
    assert until(lambda: "404 GET annan sida" in served.log.read_text(encoding="utf-8"))
    log = served.log.read_text(encoding="utf-8")
    assert "422 POST /made" in log
    assert "emlig" not in log
    assert "Traceback" not in log


def test_a_server_that_is_killed_leaves_no_process_and_the_next_takes_its_files_away(tmp_path: Path) -> None:
    room = _folder(tmp_path)
    with serving(room, "--workers", "1") as killed:
        children = killed.children()
        assert children
        (next(room.glob("arsredovisning-sida-*/")) / "uppladdat.xlsx").write_bytes(b"x")
        (room / "arsredovisning-annat").mkdir()
        killed.process.kill()
        killed.process.wait()
        assert until(lambda: not [child for child in children if _lives(child)])
    with serving(room, "--workers", "1") as next_one:
        assert len(list(room.glob("arsredovisning-sida-*/"))) == 1
        assert not list(room.glob("*/uppladdat.xlsx"))
        next_one.process.terminate()
        assert next_one.process.wait(30) == 0
    assert [each.name for each in room.iterdir()] == ["arsredovisning-annat"]
    assert "Stoppad." in next_one.log.read_text(encoding="utf-8")


def test_it_is_not_open_to_all_by_mistake() -> None:
    tried = subprocess.run([PROGRAM, "serve", "--host", "0.0.0.0", "--port", "0"], capture_output=True, check=False)  # noqa: S104, S603
    assert tried.returncode == 2
    assert "--public" in tried.stderr.decode()


def _lives(pid: int) -> bool:
    return Path(f"/proc/{pid}").exists()
