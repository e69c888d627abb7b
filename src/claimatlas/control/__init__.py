"""Conclusions about land: who holds which place on which date, on the strength of which claims."""

from claimatlas.control.area import Area, Ground, areas
from claimatlas.control.evidence import Evidence, evidence_of
from claimatlas.control.holds import Land, all_holds, hold
from claimatlas.control.state import State
from claimatlas.control.telling import Party
from claimatlas.control.timeline import timeline

__all__ = ["Area", "Evidence", "Ground", "Land", "Party", "State", "all_holds", "areas", "evidence_of", "hold", "timeline"]
