"""Reads OSCAL assessment results with compliance-trestle: its models, and `trestle validate` in a workspace."""

import contextlib
import json
import os
import pathlib
import sys
import tempfile
import uuid
from collections import Counter

from trestle.cli import run as trestle_cli
from trestle.oscal.assessment_results import Model

source = pathlib.Path(sys.argv[1])
text = source.read_text(encoding="utf-8")
document = Model.model_validate_json(text).assessment_results

def trestle(*arguments):
    sys.argv = ["trestle", *arguments]
    try:
        trestle_cli()
    except SystemExit as end:
        assert end.code in (None, 0), arguments


with tempfile.TemporaryDirectory() as workspace, contextlib.redirect_stdout(sys.stderr):
    path = str(source.resolve())
    os.chdir(workspace)
    trestle("init", "--local")
    trestle("import", "-f", path, "-o", "kontroll")
    trestle("validate", "-t", "assessment-results", "-n", "kontroll")
    os.chdir("/")

(result,) = document.results
observations = result.observations or []
findings = result.findings or []
cases = {item.uuid for item in result.local_definitions.inventory_items} if result.local_definitions else set()
namespace = uuid.UUID("d2d388de-15f1-4796-a69a-be556f538ed5")
for item in result.local_definitions.inventory_items if result.local_definitions else []:
    name = item.description.removeprefix("Sak ")
    assert item.uuid == str(uuid.uuid5(namespace, f"3:sak{len(name)}:{name}")), item.uuid
known = {observation.uuid for observation in observations}
assert all(subject.subject_uuid in cases for each in observations for subject in each.subjects)
assert all(each.observation_uuid in known for finding in findings for each in finding.related_observations)
risks = {risk.uuid for risk in result.risks or []}
assert all(each.risk_uuid in risks for finding in findings for each in finding.related_risks or [])
everything = [document.uuid, result.uuid, *cases, *risks]
everything += [each.uuid for each in observations + findings]
assert len(set(everything)) == len(everything)
objectives = {part.id for each in document.local_definitions.objectives_and_methods for part in each.parts}
assert all(finding.target.target_id in objectives for finding in findings)


def prop(node, name):
    return next(each.value for each in node.props if each.name == name)


print(
    json.dumps(
        {
            "uuid": document.uuid,
            "start": result.start.isoformat(),
            "cases": len(cases),
            "controls": [
                each.control_id for each in result.reviewed_controls.control_selections[0].include_controls
            ],
            "outcomes": Counter(prop(observation, "utfall") for observation in observations),
            "findings": {
                finding.title: [
                    finding.target.status.state.value,
                    str(getattr(finding.target.status.reason, "value", finding.target.status.reason)),
                    prop(finding, "utfall"),
                    len(finding.related_observations),
                ]
                for finding in findings
            },
            "risks": len(risks),
            "log": [entry.title for entry in result.assessment_log.entries] if result.assessment_log else [],
        }
    )
)
