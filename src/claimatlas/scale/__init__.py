"""Engines that run the per-report stages over many reports; only this room names one."""

from claimatlas.scale.pool import map_ordered

__all__ = ["map_ordered"]
