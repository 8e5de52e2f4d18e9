"""Reads an OSCAL plan of action and milestones with compliance-trestle: its models, and `trestle validate`."""

import contextlib
import json
import os
import pathlib
import sys
import tempfile
import uuid

from trestle.cli import run as trestle_cli
from trestle.oscal.poam import Model

source = pathlib.Path(sys.argv[1])
plan = Model.model_validate_json(source.read_text(encoding="utf-8")).plan_of_action_and_milestones


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
    trestle("import", "-f", path, "-o", "tiltaksplan")
    trestle("validate", "-t", "plan-of-action-and-milestones", "-n", "tiltaksplan")
    os.chdir("/")

observations = {each.uuid: each for each in plan.observations or []}
risks = {each.uuid: each for each in plan.risks or []}
roles = {each.id for each in plan.metadata.roles or []}
everything = [plan.uuid, *observations, *risks] + [item.uuid for item in plan.poam_items]
for risk in risks.values():
    for remedy in risk.remediations or []:
        everything += [remedy.uuid] + [task.uuid for task in remedy.tasks]
assert len(set(everything)) == len(everything)
assert all(uuid.UUID(each).version == 5 for each in everything)


def prop(node, name):
    return next((each.value for each in node.props or [] if each.name == name), None)


def milestones(item):
    for related in item.related_risks:
        for remedy in risks[related.risk_uuid].remediations or []:
            for task in remedy.tasks:
                assert all(each.role_id in roles for each in task.responsible_roles)
                yield [task.title, task.timing.on_date.date.date().isoformat(), prop(task, "gjort")]


for risk in risks.values():
    assert all(each.observation_uuid in observations for each in risk.related_observations or [])

print(
    json.dumps(
        {
            "uuid": plan.uuid,
            "unit": plan.system_id.id,
            "items": {
                prop(item, "nummer"): {
                    "state": prop(item, "tilstand"),
                    "result": prop(item, "resultat"),
                    "points": [each.value for each in item.props if each.name == "punkt"],
                    "avvik": prop(item, "antall-avvik"),
                    "observations": [
                        prop(observations[each.observation_uuid], "nummer")
                        for each in item.related_observations or []
                    ],
                    "risks": [risks[each.risk_uuid].status for each in item.related_risks],
                    "milestones": list(milestones(item)),
                }
                for item in plan.poam_items
            },
            "observations": len(observations),
        },
        default=lambda value: getattr(value, "value", getattr(value, "root", str(value))),
    )
)
