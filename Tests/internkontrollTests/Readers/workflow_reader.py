"""Reads a workflow of GitHub Actions with PyYAML, and says what it runs."""

import json
import sys

import yaml

with open(sys.argv[1], encoding="utf-8") as file:
    workflow = yaml.safe_load(file)
steps = workflow["jobs"]["validate"]["steps"]
print(
    json.dumps(
        {
            "program": workflow["env"]["INTERNKONTROLL"],
            "run": [step["run"] for step in steps if "run" in step],
            "always": ["run" in step and "cancelled" in step.get("if", "") for step in steps if "run" in step],
            "files": [value for step in steps for value in step.get("with", {}).values()],
        }
    )
)
