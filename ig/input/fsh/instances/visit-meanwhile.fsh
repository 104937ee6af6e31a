Instance: visit-meanwhile
InstanceOf: AncRefusal
Usage: #example
Title: "Somebody wrote meanwhile"
Description: "The refusal of a visit that is based on an older version: what changed, and which version to look at."
* issue.extension[currentVersion].valueString = "2"
* issue.severity = #error
* issue.code = #conflict
* issue.details = AncProblem#version-conflict
* issue.diagnostics = "A contact of 7 December 2026 was added after you opened this record. Look at it and save again."
* issue.expression = "based-on"
