"""The brief as a PDF: the words are in it, and equal views give equal bytes."""

import io
from pathlib import Path

from pypdf import PdfReader

from claimatlas.publish.atlas import AtlasView
from claimatlas.publish.brief_pdf import brief_pdf


def test_the_words_are_in_it_and_equal_views_give_equal_bytes(view: AtlasView) -> None:
    made = brief_pdf(view)
    assert made == brief_pdf(view)
    text = "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(made)).pages)
    flat = " ".join(text.split())
    assert "reported, not verified" in flat and "Claims and their words" in flat
    assert all(" ".join(c.quote.exact.split()) in flat for c in list(view.claims.values())[:3])


def test_a_brief_is_written_by_its_ending(tmp_path: Path, ledger: Path) -> None:
    from claimatlas import Atlas

    with Atlas.open(ledger) as atlas:
        atlas.brief(tmp_path / "b.pdf", "2017-08-02")
    assert (tmp_path / "b.pdf").read_bytes().startswith(b"%PDF")
