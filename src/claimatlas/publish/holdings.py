"""Who holds a place, in words: the same in the brief and on the web map."""

from claimatlas.model.hold import Hold, Share
from claimatlas.publish.telling import with_article
from claimatlas.publish.words import bounds, day, joined


def age_words(days: int | None) -> str:
    """«the newest evidence is 3 days old»."""
    if days is None:
        return ""
    return "the newest evidence is of the day itself" if days == 0 else f"the newest evidence is {days} day{'s' * (days != 1)} old"


def share_words(share: Share | None) -> str:
    """«about half» is not said: «between 45 and 55 percent of it»."""
    return f"{bounds(share.low, share.high)} percent of it" if share and (share.low is not None or share.high is not None) else ""


def hold_words(hold: Hold) -> str:
    """Who holds a place, as a phrase: «held by the Syrian Arab Army since 31 July 2017»."""
    holder = with_article(hold.holder.name) if hold.holder else ""
    rivals = joined(list(dict.fromkeys(with_article(r.holder.name) for r in hold.rivals)))
    if hold.status == "held":
        said = f"held by {holder}"
    elif hold.status == "claimed":
        said = f"claimed by {holder}, with nothing else to go by"
    elif hold.status == "contested":
        parties = list(dict.fromkeys(w for w in (holder, *(with_article(r.holder.name) for r in hold.rivals)) if w))
        said = f"contested between {joined(parties)}" if len(parties) > 1 else f"contested ({holder or rivals})"
    else:
        said = f"not known who holds it{f' ({hold.why})' if hold.why else ''}"
    share = share_words(hold.share)
    sharer = holder or (with_article(hold.rivals[0].holder.name) if hold.rivals else "")
    told = [said + (f", {sharer} with {share}" if share and sharer else "")]
    if hold.since and hold.status == "held":
        told[0] += f" since {day(hold.since)}"
    if age := age_words(hold.evidence_age_days):
        told.append(age)
    return "; ".join(told) + "."
