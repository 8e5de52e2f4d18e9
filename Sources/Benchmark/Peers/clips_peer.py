"""CLIPS through clipspy: the cases are facts, the points are rules, and a breach is a fact that a rule asserts."""
import sys
from importlib.metadata import version

import clips
import numpy as np

from peer import Job, compare

job = Job(sys.argv[1], limit=int(sys.argv[2]))
day = job.day
environment = clips.Environment()
for construct in [
    "(deftemplate case (slot id (type INTEGER)) (slot placed (type INTEGER)) (multislot plans) (multislot visits))",
    """(deffunction between (?low ?high $?days)
         (bind ?count 0)
         (foreach ?day ?days (if (and (>= ?day ?low) (<= ?day ?high)) then (bind ?count (+ ?count 1))))
         ?count)""",
    "(deftemplate breach (slot id (type INTEGER)) (slot point (type INTEGER)))",
    f"""(defrule year (case (id ?id) (visits $?v&:(< (between {day - 365} {day} ?v) 4)))
         => (assert (breach (id ?id) (point 0))))""",
    """(defrule plan (case (id ?id) (placed ?p) (plans $?q&:(= (between ?p (+ ?p 42) ?q) 0)))
         => (assert (breach (id ?id) (point 1))))""",
    f"""(defrule quarter (case (id ?id) (visits $?v&:(= (between {day - 90} {day} ?v) 0)))
         => (assert (breach (id ?id) (point 2))))""",
]:
    environment.build(construct)
case, breach = environment.find_template("case"), environment.find_template("breach")
(_, placed), (plan_case, plan_day), (visit_case, visit_day) = job.simple()


def lists(owner, values):
    return [part.tolist() for part in np.split(values, np.searchsorted(owner, np.arange(1, job.cases)))]


facts = [{"id": i, "placed": int(p), "plans": q, "visits": v} for i, (p, q, v) in enumerate(
    zip(placed, lists(plan_case, plan_day), lists(visit_case, visit_day)))]


def ask():
    environment.reset()
    for fact in facts:
        case.assert_fact(**fact)
    environment.run()
    result = np.zeros((job.cases, 3), np.uint8)
    for fact in breach.facts():
        result[fact["id"], fact["point"]] = 1
    return result


compare("CLIPS", version("clipspy"), job, {"facts and rules": ask}, repetitions=3)
