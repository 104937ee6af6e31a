Instance: anc-likely-duplicates
InstanceOf: OperationDefinition
Usage: #definition
Title: "Records that may be of one woman"
Description: "For a supervisor: pairs of records in her care that a job found in the background and that nobody has decided about, the likeliest first, twenty a page."
* insert PatientOperation(anc-likely-duplicates, LikelyDuplicates, likely-duplicates, false)
* type = true
* instance = false
* title = "Records that may be of one woman"
* description = "For a supervisor: pairs of records in her care that a job found in the background and that nobody has decided about, the likeliest first, twenty a page."
* insert In(grade, 0, 1, [[The least sure grade that is wanted: certain, probable (without it) or possible.]])
* insert Type(code)
* insert In(area, 0, 1, [[Only pairs of which a record is in the care of this area.]])
* insert To(anc-unit)
* insert In(page, 0, 1, [[From 1.]])
* insert Type(integer)
* insert Out(more, 1, 1, [[Whether there is another page.]])
* insert Type(boolean)
* insert Out(pair, 0, *, [[Two records.]])
* insert Part(out, patient, 1, 1, [[One.]])
* insert PartType(Patient)
* insert Part(out, other, 1, 1, [[The other.]])
* insert PartType(Patient)
* insert Part(out, score, 1, 1, [[Probability, from 0 to 1, that both are of one woman.]])
* insert PartType(decimal)
* insert Part(out, grade, 1, 1, [[How sure that is, after the vetoes.]])
* insert PartType(code)
* insert Part(out, found, 1, 1, [[The day on which it was found.]])
* insert PartType(dateTime)
