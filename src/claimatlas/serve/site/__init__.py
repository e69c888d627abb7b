"""The public atlas as static files: map, pages and data that open from disk and from any web host."""

from claimatlas.serve.site.build import build_site

__all__ = ["build_site"]
