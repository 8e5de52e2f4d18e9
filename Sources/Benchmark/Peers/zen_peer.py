"""zen-engine: a decision model evaluated once a case, from its Python interface as documented."""
import json
import sys
from importlib.metadata import version

import numpy as np
import zen

from peer import Job, compare

job = Job(sys.argv[1], limit=int(sys.argv[2]))
day = job.day
expressions = {
    "year": f"count(visits, # >= {day - 365} and # <= {day}) < 4",
    "plan": "not some(plans, # >= placed and # <= placed + 42)",
    "quarter": f"not some(visits, # >= {day - 90} and # <= {day})",
}
(_, placed), (plan_case, plan_day), (visit_case, visit_day) = job.simple()


def lists(case, values):
    return [part.tolist() for part in np.split(values, np.searchsorted(case, np.arange(1, job.cases)))]


contexts = [{"placed": int(p), "plans": q, "visits": v}
            for p, q, v in zip(placed, lists(plan_case, plan_day), lists(visit_case, visit_day))]

model = {
    "nodes": [
        {"id": "in", "type": "inputNode", "name": "in", "content": {}},
        {"id": "points", "type": "expressionNode", "name": "points", "content": {"expressions": [
            {"id": key, "key": key, "value": value} for key, value in expressions.items()]}},
        {"id": "out", "type": "outputNode", "name": "out", "content": {}},
    ],
    "edges": [{"id": "1", "type": "edge", "sourceId": "in", "targetId": "points"},
              {"id": "2", "type": "edge", "sourceId": "points", "targetId": "out"}],
}
decision = zen.ZenEngine().create_decision(json.dumps(model))
compiled = [zen.compile_expression(value) for value in expressions.values()]


def by_decision():
    answers = (decision.evaluate(context)["result"] for context in contexts)
    return [[a["year"], a["plan"], a["quarter"]] for a in answers]


def by_expression():
    return [[expression.evaluate(context) for expression in compiled] for context in contexts]


compare("zen-engine", version("zen-engine"), job, {"decision": by_decision, "compiled expressions": by_expression},
        repetitions=3)
