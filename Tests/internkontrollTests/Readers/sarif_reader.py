"""Reads a SARIF file with sarif-tools, checks it by the models of the SARIF schema, and says what it holds."""

import json
import sys

from pydantic_sarif.model import StaticAnalysisResultsFormatSarifVersion210JsonSchema as Log
from sarif import loader

path = sys.argv[1]
with open(path, encoding="utf-8") as file:
    log = Log.model_validate_json(file.read())
run = log.runs[0]
rules = [rule.id for rule in run.tool.driver.rules]
results = []
for result in run.results:
    assert rules[result.ruleIndex] == result.ruleId, result.ruleId
    place = result.locations[0].physicalLocation
    results.append(
        {
            "rule": result.ruleId,
            "uri": place.artifactLocation.uri,
            "line": place.region.startLine,
            "column": place.region.startColumn,
            "end": place.region.endColumn,
            "fingerprint": result.partialFingerprints["internkontroll/v1"],
        }
    )
invocation = run.invocations[0]
records = loader.load_sarif_file(path).get_records()
print(
    json.dumps(
        {
            "rules": rules,
            "results": results,
            "levels": {
                level: sum(record["Severity"] == level for record in records)
                for level in ["error", "warning", "note", "none"]
            },
            "successful": invocation.executionSuccessful,
            "notifications": len(invocation.toolExecutionNotifications or []),
        }
    )
)
