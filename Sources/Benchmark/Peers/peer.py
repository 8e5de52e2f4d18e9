"""What the peers share: the exported columns, the check against our verdicts, the clock and the result line."""
import json
import os
import sys
import time

import numpy as np


class Job:
    """The cases that `benchmark measure` exported to a folder; `limit` keeps only the first ones."""

    def __init__(self, folder, limit=None):
        self.folder = folder
        self.name = os.path.basename(folder)
        with open(f"{folder}/manifest.json") as file:
            self.manifest = json.load(file)
        self.cases = min(limit or self.manifest["cases"], self.manifest["cases"])
        self.day = self.manifest["control_day"]
        self.points = self.manifest["points"]
        verdicts = np.fromfile(f"{folder}/verdicts.u8", np.uint8).reshape(-1, len(self.points))
        self.verdicts = verdicts[: self.cases]

    def column(self, name):
        return np.fromfile(f"{self.folder}/{name}.i32", np.int32)

    def events(self, collection, *fields):
        """The columns of a collection, `sak` first, for the cases of this job."""
        case = self.column(f"{collection}.sak")
        rows = int(np.searchsorted(case, self.cases))
        return [case[:rows]] + [self.column(f"{collection}.{field}")[:rows] for field in fields]

    def simple(self):
        """The three tables of the simple job: placements, plans and visits, each (case, day)."""
        return self.events("plassering", "fra"), self.events("plan", "dato"), self.events("besøk", "dato")


def compare(name, version, job, ways, points=None, repetitions=5):
    """Checks every way of asking against our verdicts, times each, and reports the quickest.

    `ways` maps a name to a function that gives an array of verdicts, a row for a case and a column for a point.
    """
    expected = job.verdicts[:, [job.points.index(p) for p in points]] if points else job.verdicts
    timings = {}
    for label, ask in ways.items():
        wrong = np.argwhere(np.asarray(ask()).astype(np.uint8) != expected)
        if len(wrong):
            case, point = wrong[0]
            sys.exit(f"{name} ({label}): {len(wrong)} verdicts differ from ours, first case {case}, "
                     f"{(points or job.points)[point]}")
        timings[label] = min(seconds(ask) for _ in range(repetitions))
    best = min(timings, key=timings.get)
    per_case = {label: round(value / job.cases * 1e9, 1) for label, value in timings.items()}
    print(json.dumps({"contestant": name, "job": job.name, "version": version, "cases": job.cases,
                      "ns": per_case[best], "way": best, "ways": per_case, "points": points or job.points},
                     ensure_ascii=False))


def seconds(ask):
    """The processor time of asking once, so that a busy neighbour counts for nothing."""
    start = time.process_time()
    ask()
    return time.process_time() - start
