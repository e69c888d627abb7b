"""Each format, from files that the tests make themselves."""

import io
import zipfile
from datetime import date
from email.message import EmailMessage
from pathlib import Path

import docx
import pytest

from claimatlas.model.errors import UnreadableFile
from claimatlas.model.report import Report
from claimatlas.read import read_file

DAY = "2026-01-02"
ONE = "Fighters took the hill west of the town at dawn on Saturday, a monitor said, after two days of heavy fire."
TWO = "The army said that its units had left the hill and now hold the ridge, where they wait for more men."


def read(path: Path, data: bytes | str) -> list[Report]:
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return read_file(path, DAY, publishers=[("hillpost.example", "hillpost"), ("Hill Post", "hillpost"), ("Reuters", "reuters")])


def test_text_keeps_its_characters(tmp_path: Path) -> None:
    (report,) = read(tmp_path / "seed.txt", f" date 2015-03-07 Posted on by hillwatcher\r\n\r\n{ONE}\r\n\r\n{TWO}  \r\n")
    assert report.text == f" date 2015-03-07 Posted on by hillwatcher\n\n{ONE}\n\n{TWO}  \n"
    assert (report.key, report.author, report.published, report.flags) == ("seed", "hillwatcher", date(2015, 3, 7), ())
    assert (report.language, report.media_type, report.retrieved) == ("en", "text/plain", DAY)
    assert report.origin.endswith("seed.txt")
    assert report.id.startswith("r_") and len(report.id) == 18


def test_ids_follow_content_not_place(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (one,) = read(tmp_path / "a.txt", ONE)
    (same,) = read(tmp_path / "sub" / "a.txt", ONE)
    (other,) = read(tmp_path / "a.txt", TWO)
    assert one.id == same.id != other.id
    assert one.flags == ("no_date",)


def test_a_wire_story_names_its_agency(tmp_path: Path) -> None:
    (report,) = read(tmp_path / "a.txt", f"BEIRUT (Reuters) - {ONE}")
    assert (report.dateline, report.publisher) == ("BEIRUT", "reuters")


def test_a_digest_gives_reports_that_share_the_date(tmp_path: Path) -> None:
    reports = read(tmp_path / "mix.txt", f"date 2015-03-07\n\n{ONE}\n{TWO}\n{ONE}\n{TWO}\n\nEBANON (9:10 A.M.) – {TWO} {ONE}\n")
    assert [r.key for r in reports] == ["mix", "mix#2"]
    assert {r.published for r in reports} == {date(2015, 3, 7)}
    assert reports[1].dateline == "LEBANON"
    assert reports[1].flags == ("piece",)


def test_markdown(tmp_path: Path) -> None:
    front = "---\ntitle: Hill falls\ndate: 2015-03-07\nsource: Hill Post\n---\n"
    text = f"{front}# A heading\n\n{ONE} It is **bold** & [linked](x).\n\n- item\n"
    (report,) = read(tmp_path / "a.md", text)
    assert report.text == f"A heading\n\n{ONE} It is bold & linked.\n\nitem"
    assert (report.title, report.published, report.publisher) == ("Hill falls", date(2015, 3, 7), "hillpost")


def test_html(tmp_path: Path) -> None:
    page = f"""<!DOCTYPE html><html><head><title>Hill falls</title><meta charset="utf-8">
    <meta property="article:published_time" content="2015-03-07T10:00:00Z"><meta name="author" content="John Smith">
    <link rel="canonical" href="https://www.hillpost.example/2015/hill"></head>
    <body><nav>Home | News | Sport</nav><article><h1>Hill falls</h1><p>{ONE}</p><p>{TWO}</p><script>alert(1)</script></article>
    <footer>All rights reserved</footer></body></html>"""
    (report,) = read(tmp_path / "a.html", page)
    assert ONE in report.text and TWO in report.text
    assert "alert" not in report.text and "Sport" not in report.text
    assert (report.title, report.published, report.publisher) == ("Hill falls", date(2015, 3, 7), "hillpost")
    assert report.url == "https://www.hillpost.example/2015/hill"


def test_html_is_known_by_its_bytes(tmp_path: Path) -> None:
    (report,) = read(tmp_path / "a.txt", f"<html><body><article><p>{ONE}</p><p>{TWO}</p></article></body></html>")
    assert report.media_type == "text/html"


RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>Hill Post</title>
<item><title>Hill falls</title><link>https://hillpost.example/1</link><pubDate>Sat, 07 Mar 2015 10:00:00 GMT</pubDate>
<description>&lt;p&gt;{one}&lt;/p&gt;&lt;p&gt;{two}&lt;/p&gt;&lt;script&gt;x&lt;/script&gt;</description></item>
<item><title>Ridge holds</title><pubDate>Sun, 08 Mar 2015 10:00:00 GMT</pubDate><description>{two}</description></item></channel></rss>"""


def test_rss(tmp_path: Path) -> None:
    reports = read(tmp_path / "feed.xml", RSS.format(one=ONE, two=TWO))
    assert [r.key for r in reports] == ["feed", "feed#2"]
    assert [r.published for r in reports] == [date(2015, 3, 7), date(2015, 3, 8)]
    assert reports[0].text == f"{ONE}\n\n{TWO}".replace("\n\n\n", "\n\n")
    assert (reports[0].title, reports[0].publisher, reports[0].url) == ("Hill falls", "hillpost", "https://hillpost.example/1")


def test_atom(tmp_path: Path) -> None:
    atom = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Other</title><entry><title>T</title><updated>2015-03-07T00:00:00Z</updated>
    <author><name>John Smith</name></author><content type="text">{ONE}</content></entry></feed>"""
    (report,) = read(tmp_path / "f.atom", atom)
    assert (report.text, report.author, report.publisher, report.published) == (ONE, "John Smith", "Other", date(2015, 3, 7))


def test_entities_in_a_feed_are_refused(tmp_path: Path) -> None:
    bomb = '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + RSS.format(one="&b;", two=TWO)[21:]
    with pytest.raises(UnreadableFile, match="entities"):
        read(tmp_path / "feed.xml", bomb)


@pytest.mark.parametrize("html", [False, True])
def test_mail(tmp_path: Path, html: bool) -> None:
    message = EmailMessage()
    message["From"] = "John Smith <john@hillpost.example>"
    message["Subject"] = "Hügel gefallen"
    message["Date"] = "Sat, 07 Mar 2015 10:00:00 +0000"
    if html:
        message.set_content(f"<html><body><p>{ONE}</p><p>{TWO}</p></body></html>", subtype="html")
    else:
        message.set_content(f"{ONE}\n\n{TWO}\n")
        message.add_attachment(b"\x00\x01", maintype="application", subtype="octet-stream")
    (report,) = read(tmp_path / "a.eml", message.as_bytes())
    assert report.text.split("\n\n")[0] == ONE
    assert (report.title, report.author, report.published) == ("Hügel gefallen", "John Smith", date(2015, 3, 7))


def word_file(**parts: str) -> bytes:
    document = docx.Document()
    document.add_paragraph(ONE)
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "left", "right"
    document.add_paragraph(TWO)
    document.core_properties.title = "Hill falls"
    packed = io.BytesIO()
    document.save(packed)
    with zipfile.ZipFile(packed, "a", zipfile.ZIP_DEFLATED) as file:
        for name, text in parts.items():
            file.writestr(name, text)
    return packed.getvalue()


def test_word(tmp_path: Path) -> None:
    (report,) = read(tmp_path / "a.docx", word_file())
    assert report.text == f"{ONE}\n\nleft\tright\n\n{TWO}"
    assert (report.title, report.author) == ("Hill falls", None)


@pytest.mark.parametrize(
    ("part", "text", "words"),
    [
        ("word/media.bin", "a" * (60 * 1024 * 1024), "unpacks to over"),
        ("word/extra.xml", '<!DOCTYPE r [<!ENTITY a "b">]><r>&a;</r>', "no whole DOCX"),
    ],
)
def test_word_bombs(tmp_path: Path, part: str, text: str, words: str) -> None:
    with pytest.raises(UnreadableFile, match=words):
        read(tmp_path / "bomb.docx", word_file(**{part: text}))


def test_a_cut_off_word_file(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="no whole DOCX"):
        read(tmp_path / "a.docx", word_file()[:-200])


def pdf_file(words: str) -> bytes:
    stream = f"BT /F1 12 Tf 40 700 Td ({words}) Tj ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Title (Hill falls) >>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    return out + head + table + b"trailer << /Size 7 /Root 1 0 R /Info 6 0 R >>\nstartxref\n%d\n%%%%EOF" % len(out)


def test_pdf(tmp_path: Path) -> None:
    (report,) = read(tmp_path / "2015-03-07.pdf", pdf_file(ONE))
    assert report.text.strip() == ONE
    assert (report.title, report.published, report.flags) == ("Hill falls", date(2015, 3, 7), ("date_from_name",))


def test_a_scan_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="text recognition"):
        read(tmp_path / "a.pdf", pdf_file(""))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("سيطرت القوات على التلة غرب المدينة فجر السبت بعد يومين من القصف العنيف", "ar"),
        ("Армия заняла высоту к западу от города, сообщил наблюдатель в субботу", "ru"),
        ("Ordu cumartesi günü şehrin batısındaki tepeyi ele geçirdi, bir gözlemci söyledi", "tr"),
        ("12:00", "en"),
    ],
)
def test_language(tmp_path: Path, text: str, language: str) -> None:
    (report,) = read(tmp_path / "a.txt", text)
    assert report.language == language
