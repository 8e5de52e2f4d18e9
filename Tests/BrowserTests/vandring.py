"""Every page that can be reached by links, for a role."""

import re

from klient import Klient

# What differs between pages of one kind: numbers of avvik, months, teams, cases, dates, versions.
NAVN = re.compile(
    r"\d|^fosterhjem|^[b-z]{20}$|^(tiltaksplan|[A-ZÆØÅ]{2,}-)", re.IGNORECASE)


def slag(path):
    """The kind of a page: its path with stars where names and numbers stand."""
    plain, _, query = path.partition("?")
    parts = ["*" if NAVN.search(part) else part for part in plain.strip("/").split("/")]
    keys = sorted({pair.split("=")[0] for pair in query.split("&") if pair})
    return "/" + "/".join(parts) + ("?" + "&".join(keys) if keys else "")


def vandre(klient: Klient, each=3, most=600):
    """Follows links from the first page; gives (path, answer) of some pages of every kind."""
    counted, seen, waiting = {}, {"/"}, ["/"]
    for _ in range(most):
        if not waiting:
            return
        path = waiting.pop(0)
        kind = slag(path)
        if counted.get(kind, 0) >= each:
            continue
        counted[kind] = counted.get(kind, 0) + 1
        answer = klient.get(path)
        if answer.status == 303:
            # A page that has nothing to choose goes straight on.
            waiting.append(answer.sted)
            continue
        yield path, answer
        if not answer.er_side:
            continue
        for link in answer.side.lenker:
            bare = link.split("#")[0]
            if bare.startswith("/") and bare not in seen:
                seen.add(bare)
                waiting.append(bare)
    raise AssertionError(f"more than {most} pages; kinds: {sorted(counted)}")


def vurderinger(client):
    """The forms of the open control where somebody judges points, by case: one of each."""
    control = next(link for link in client.get("/kontroll").side.lenker if re.fullmatch(r"/kontroll/\d{4}-\d\d/.+", link))
    found = {}
    for link in client.get(control).side.lenker:
        case = re.search(r"/sak/([^/]+)/tema/", link)
        if not case or case[1] in found:
            continue
        form = next((form for form in client.get(link).side.skjemaer
                     if any(name.startswith("svar-") for name in form.choices)), None)
        if form:
            found[case[1]] = form
    return found
