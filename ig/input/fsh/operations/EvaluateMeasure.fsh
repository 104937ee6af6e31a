Instance: anc-evaluate-measure
InstanceOf: OperationDefinition
Usage: #definition
Title: "Count an indicator"
Description: "FHIR's Measure-evaluate-measure, for several Measures at once where they are wanted: how many pregnancies of an area or a facility count in a period, how many of them meet the indicator, and the same by month, age group and education. Counted are those whose area the caller looks after; a program counts what its scopes allow."
* insert PatientOperation(anc-evaluate-measure, EvaluateMeasure, evaluate-measure, false)
* resource = #Measure
* type = true
* instance = true
* title = "Count an indicator"
* description = "FHIR's Measure-evaluate-measure, for several Measures at once where they are wanted: how many pregnancies of an area or a facility count in a period, how many of them meet the indicator, and the same by month, age group and education. Counted are those whose area the caller looks after; a program counts what its scopes allow."
* insert In(measure, 0, *, [[The Measure's id or canonical address; required when the address of the request does not name it. A return has many figures: several may be named and are answered in one Bundle.]])
* insert Type(string)
* insert In(periodStart, 1, 1, [[The first day, as a whole date.]])
* insert Type(date)
* insert In(periodEnd, 1, 1, [[The last day, as a whole date, at most ten years later. What has not come yet is not counted.]])
* insert Type(date)
* insert In(subject, 0, 1, [[An area or a facility, as Organization/id. An area's pregnancies are those that it looks after now, with the areas within it; a facility's those that were seen there first. Without it, all that the caller may know.]])
* insert Type(string)
* insert In(reportType, 0, 1, [[summary, which is also the answer without it, or subject-list for the women behind the numbers.]])
* insert Type(code)
* insert Out(return, 1, 1, [[A MeasureReport; a Bundle of them where several Measures were named.]])
* insert Type(Resource)
