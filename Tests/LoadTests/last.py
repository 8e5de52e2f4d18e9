"""Puts fifty people to a server at once, and tells how long each kind of page takes.

    last.py STORE DATE [--seconds N] [--clients N] [--goal MS]

The requests come from the pages themselves: a walk over the links finds some addresses of every kind of page. Ends
with 1 when the slowest twentieth of all answers to people who think takes longer than the goal, or an answer is not
what it should be.
"""

import argparse
import re
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from datetime import date
from pathlib import Path
from urllib.parse import urlencode

HER = Path(__file__).resolve().parent
sys.path.insert(0, str(HER.parent / "BrowserTests"))

import bvrfil  # noqa: E402
from klient import Klient  # noqa: E402
from tjener import SJEKKLISTER, Tjener, kommando  # noqa: E402
from vandring import vurderinger  # noqa: E402

# How often each kind of page is asked for, of what a team leader and a quality group do in a month. The first pattern
# that an address fits is its kind.
SIDER = [
    ("gjør nå", r"^/$", 10),
    ("kontrolliste", r"^/kontroll$", 6),
    ("tema", r"^/kontroll/[^/]+/[^/]+/sak/[^/]+/tema/[^/]+$", 14),
    ("oppgaveliste", r"^/kontroll/[^/]+/[^/]+$", 8),
    ("se over", r"^/kontroll/[^/]+/[^/]+/se-over$", 3),
    ("kontroll, annet", r"^/kontroll/[^/]+/[^/]+/(sak|protokoll|kvittering)", 4),
    ("avviksliste", r"^/avvik$", 8),
    ("ett avvik", r"^/avvik/AV-", 10),
    ("meld avvik", r"^/avvik/(meld|mine)$", 2),
    ("tiltaksliste", r"^/tiltak$", 5),
    ("ett tiltak", r"^/tiltak/T-", 5),
    ("kvalitet", r"^/kvalitet$", 4),
    # Files to take out are not in the mix: one person may take out ten an hour.
    ("mønstre og tall", r"^/kvalitet/punkter$", 3),
    ("møte", r"^/kvalitet/mote/[^/]+", 4),
    ("sjekklister", r"^/sjekklister(/[^/]+)?$", 4),
    ("årshjul", r"^/arshjul$", 3),
    ("planer", r"^/planer$", 3),
    ("protokoller", r"^/protokoller$", 3),
    ("én protokoll", r"^/protokoller/\d{4}-\d\d/[^/]+$", 2),
    ("gjeldende", r"^/gjeldende", 1),
    ("om barna", r"^/(frister|saker)$", 2),
]
FLEST = 8
# How many of the people save answers and reports; the others read.
SKRIVERE = 3


def slag(path):
    plain = path.split("?")[0].split("#")[0]
    return next((name for name, pattern, _ in SIDER if re.search(pattern, plain)), None)


def gå_over(klient, most=400):
    """Addresses of every kind, found by following links from the first page."""
    found, waiting, seen = defaultdict(list), ["/"], {"/"}
    asked = 0
    while waiting and asked < most:
        path = waiting.pop(0)
        kind = slag(path)
        if kind is None or len(found[kind]) >= FLEST:
            continue
        answer = klient.get(path)
        asked += 1
        if answer.status == 303 and answer.sted not in seen:
            seen.add(answer.sted)
            waiting.append(answer.sted)
        if answer.status in (303, 429):
            continue
        if answer.status != 200:
            raise SystemExit(f"benchmark-web: {path} gave {answer.status}")
        found[kind].append(path)
        if answer.er_side:
            for link in answer.side.lenker:
                if link.startswith("/") and (bare := link.split("#")[0]) not in seen:
                    seen.add(bare)
                    waiting.append(bare)
    return found


def åpne_kontroll(store, day):
    """Draws the control of the month before, from a made-up register file: then there is something to answer."""
    day = date.fromisoformat(day)
    month = date(day.year - (day.month == 1), (day.month - 2) % 12 + 1, 1)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "nokkel.key").write_bytes(bytes(range(32)))
        (folder / "uttrekk.xml").write_text(bvrfil.fil(40, extracted=day.replace(day=2)))
        kommando("import", folder / "uttrekk.xml", "--key", folder / "nokkel.key", "--out", folder / "saker",
                 "--team", "fosterhjem-1")
        cases = folder / "saker/saker.jsonl"
        cases.write_text(cases.read_text().replace('"enhet":"kommune-9901"', '"enhet":"solvik"'))
        kommando("control", "--month", f"{month:%Y-%m}", "--team", "fosterhjem-1", "--cases", folder / "saker",
                 "--store", store, "--checklists", SJEKKLISTER, "--out", folder / "protokoll.html", ok=(0, 1))


def skriving(client, day):
    """What the writers send: answers in the open control, and reports of avvik."""
    answers = []
    for form in vurderinger(client).values():
        point = next(name for name in form.choices if name.startswith("svar-"))
        answers += [
            {"path": form.sti, "body": urlencode(
                [(point, "kan_ikke_vurderes"), (point.replace("svar-", "grunn-"), f"Prøve under last {number}.")])}
            for number in range(500)]
    form = next(one for one in client.get("/avvik/meld").side.skjemaer if "prosedyre" in one.choices)
    year, month, this = day.split("-")
    report = [("prosedyre", form.choices["prosedyre"][0]), ("hva", "Avtalt besøk ble ikke holdt."),
              ("team", "fosterhjem-1"), ("nar.dag", this), ("nar.maned", month), ("nar.ar", year)]
    return [
        {"name": "lagre svar", "weight": 3, "status": 303, "variants": answers},
        {"name": "send melding", "weight": 1, "status": 303,
         "variants": [{"path": form.sti, "body": urlencode(report)}]}]


def lua(value):
    """A value as Lua reads it."""
    if isinstance(value, dict):
        return "{" + ",".join(f"[{lua(key)}]={lua(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "{" + ",".join(map(lua, value)) + "}"
    if isinstance(value, str):
        return '"' + "".join(f"\\{byte:03}" for byte in value.encode()) + '"'
    return str(value)


def andel(values, share):
    """The smallest value that this share of all is not above."""
    return sorted(values)[max(0, -(-len(values) * share // 100) - 1)]


def kjør(server, plan, clients, seconds, think):
    """One run of wrk; gives times by kind, faults, and seconds."""
    times, faults, spent = defaultdict(list), Counter(), 0.0
    with tempfile.TemporaryDirectory() as folder:
        (path := Path(folder) / "plan.lua").write_text("return " + lua(plan))
        done = subprocess.run(
            ["wrk", "-t", str(clients), "-c", str(clients), "-d", f"{seconds}s", "--timeout", "30s", "-s",
             HER / "last.lua", server.adresse, "--", path, str(think), folder],
            check=True, stdout=subprocess.PIPE, text=True)
        said = [done.stdout] + [(Path(folder) / str(number + 1)).read_text() for number in range(clients)]
        for line in "\n".join(said).splitlines():
            what, number, *rest = (line + "  ").split(" ", 2)
            if what == "seconds":
                spent = float(number)
            elif what == "fault":
                faults[rest[0].strip()] += int(float(number))
            elif what == "ms":
                times[rest[0].strip()].append(float(number))
    return times, faults, spent


def vis(title, times, spent, goal):
    every = [one for values in times.values() for one in values]
    print(f"\n{title}: {len(every)} answers in {spent:.0f} s, {len(every) / spent:.0f} a second")
    print(f"{'':22} {'n':>6} {'p50 ms':>8} {'p95 ms':>8} {'max ms':>8}")
    rows = sorted(times.items(), key=lambda row: -andel(row[1], 95)) + [("all", every)]
    for name, values in rows:
        print(f"{name:22} {len(values):6} {andel(values, 50):8.1f} {andel(values, 95):8.1f} {max(values):8.1f}")
    missed = andel(every, 95) > goal
    print(f"goal: p95 over all at most {goal} ms: {'missed' if missed else 'kept'}")
    return missed


def main():
    words = argparse.ArgumentParser()
    words.add_argument("store")
    words.add_argument("date")
    words.add_argument("--seconds", type=int, default=20)
    words.add_argument("--clients", type=int, default=50)
    words.add_argument("--goal", type=int, default=200)
    told = words.parse_args()
    åpne_kontroll(told.store, told.date)
    server = Tjener(told.store, told.date)
    try:
        return mål(server, told)
    finally:
        server.stop()


def mål(server, told):
    clients = [Klient(server)]
    while len(clients) < told.clients:
        server.ny_lenke()
        clients.append(Klient(server))
    found = gå_over(clients[0])
    for name, _, _ in SIDER:
        if name not in found:
            print(f"benchmark-web: no page of the kind «{name}» was found", file=sys.stderr)
    reads = [
        {"name": name, "weight": weight, "variants": [{"path": path} for path in found[name]]}
        for name, _, weight in SIDER if found.get(name)]
    plan = {"cookies": [one.kake for one in clients], "writers": SKRIVERE, "writes": skriving(clients[0], told.date),
            "reads": reads}
    missed, faults = False, Counter()
    # The goal is for people, and decides the exit code. Who never think are as many requests at once as there are
    # people, all the time, with the client on the same cores: it is told whether that keeps the goal too.
    for title, think in (("50 people who think one second", 1000), ("50 people who never think", 0)):
        times, wrong, spent = kjør(server, plan, told.clients, told.seconds, think)
        late = vis(title.replace("50", str(told.clients)), times, spent, told.goal)
        missed |= late and think > 0
        faults += wrong
    for what, count in faults.items():
        print(f"benchmark-web: {count} × {what}", file=sys.stderr)
    return 1 if missed or faults else 0


if __name__ == "__main__":
    sys.exit(main())
