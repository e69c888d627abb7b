"""The learned reader: the rules find mentions and give their opinion; a trained network decides what is told of whom."""

import hashlib
from functools import cached_property
from pathlib import Path

from safetensors.numpy import load_file

from claimatlas.extract.draft import Draft
from claimatlas.extract.drafting import Drafter
from claimatlas.extract.ground.beside import beside
from claimatlas.extract.later import named_later
from claimatlas.extract.leaf import Leaf, named_places
from claimatlas.extract.learned.decide import decisions
from claimatlas.extract.learned.decision import Decision
from claimatlas.extract.learned.drafts import drafts_of
from claimatlas.extract.learned.encoder import Encoder
from claimatlas.extract.learned.heads import Heads
from claimatlas.extract.learned.settings import FOLDER, Settings, load_settings
from claimatlas.extract.learned.sheet import Sheet
from claimatlas.extract.reader import RuleReader
from claimatlas.extract.war_wide import of_the_war
from claimatlas.model.claim import ReaderInfo
from claimatlas.model.passage import Passage
from claimatlas.model.report import Report
from claimatlas.theatres import Theatre

NAME, VERSION = "learned-en", "3"


class LearnedReader:
    """Codes reports with a rule reader's mentions and trained weights."""

    def __init__(self, rules: RuleReader, folder: Path = FOLDER) -> None:
        self.rules = rules
        self.folder = folder
        self.encoder = Encoder(folder)

    @cached_property
    def settings(self) -> Settings:
        """Thresholds and calibration."""
        return load_settings(self.folder)

    @cached_property
    def heads(self) -> Heads:
        """The heads' weights."""
        return Heads(load_file(self.folder / "heads.safetensors"))

    @cached_property
    def info(self) -> ReaderInfo:
        """Name and version, with a hash of the weights and of the rules."""
        digest = hashlib.sha256(self.rules.info.version.encode())
        for name in ("encoder.onnx", "heads.safetensors", "settings.json", "tokenizer.json"):
            digest.update((self.folder / name).read_bytes())
        return ReaderInfo(NAME, f"{VERSION}-{digest.hexdigest()[:8]}")

    def drafts(self, report: Report, passages: list[Passage]) -> list[Draft]:
        """Drafts of a report's claims in order of the text."""
        leaves = self.rules.leaves(report, passages)
        w = self.encoder.windows(leaves)
        decided = decisions(Sheet(leaves), w, self.encoder.vectors(w), self.heads, self.settings)
        whom = self.rules.meant(report, leaves)
        return [whom.draft(d) for d in drafts_from(report, leaves, decided, self.rules.theatre, self.info)]


def drafts_from(report: Report, leaves: list[Leaf], decided: list[Decision], theatre: Theatre, info: ReaderInfo) -> list[Draft]:
    """The drafts of a report from the network's decisions."""
    drafts = [draft for d in decided for draft in drafts_of(report, leaves, d, theatre, info)]
    drafts = beside(drafts, leaves, Drafter(report, theatre, info))
    places = named_places(leaves)
    return of_the_war(named_later(drafts, places), places, theatre, report.text)
