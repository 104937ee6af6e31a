Extension: AncProblemConcerns
Id: anc-problem-concerns
Title: "What stands in the way"
Description: "On an issue of a refusal: the resource that stands in the way, for those who may see it."
Context: OperationOutcome.issue
* value[x] only Reference(Resource)
* value[x] 1..1
