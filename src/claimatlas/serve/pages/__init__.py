"""The pages of the application, a file a subject."""

from fastapi import APIRouter

from claimatlas.serve.pages import actors, atlas, brief, changes, desk, events, feed, places, reports, search, sources

router = APIRouter(include_in_schema=False)
for subject in (atlas, brief, changes, desk, events, feed, places, actors, reports, search, sources):
    router.include_router(subject.router)
