"""Reads a JUnit file with junitparser, counts the tests again, and says what it holds."""

import json
import sys

from junitparser import Error, Failure, JUnitXml, Skipped

xml = JUnitXml.fromfile(sys.argv[1])


def totals(node):
    return {"tests": node.tests, "failures": node.failures, "errors": node.errors, "skipped": node.skipped}


def count(cases, kind):
    return sum(any(isinstance(result, kind) for result in case.result) for case in cases)


suites = []
for suite in xml:
    cases = list(suite)
    own = {
        "tests": len(cases),
        "failures": count(cases, Failure),
        "errors": count(cases, Error),
        "skipped": count(cases, Skipped),
    }
    assert totals(suite) == own, suite.name
    suites.append({"name": suite.name, **own})
names = ["tests", "failures", "errors", "skipped"]
assert totals(xml) == {name: sum(suite[name] for suite in suites) for name in names}
problems = [
    {
        "case": case.name,
        "kind": type(result).__name__,
        "type": result.type,
        "message": result.message,
        "text": result.text,
    }
    for suite in xml
    for case in suite
    for result in case.result
]
outputs = [case.system_out for suite in xml for case in suite if case.system_out]
print(json.dumps({"totals": totals(xml), "suites": suites, "problems": problems, "outputs": outputs}))
