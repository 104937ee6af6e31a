Instance: anc-match-phn
InstanceOf: OperationDefinition
Usage: #definition
Title: "Compare a person with PHN records"
Description: "Compares identity evidence, or the details that a person declared, with the record of a PHN, field by field, or looks for records that may be hers. A person decides: nothing is merged or preselected. What is wrong with a PHN is told in detail only to a midwife or supervisor with live evidence and to systems; everybody else gets not-found."
* insert PatientOperation(anc-match-phn, MatchPhn, match-phn, false)
* type = true
* instance = false
* title = "Compare a person with PHN records"
* description = "Compares identity evidence, or the details that a person declared, with the record of a PHN, field by field, or looks for records that may be hers. A person decides: nothing is merged or preselected. What is wrong with a PHN is told in detail only to a midwife or supervisor with live evidence and to systems; everybody else gets not-found."
* insert In(phn, 0, 1, [[The number as it was read or typed; spaces, hyphens and small letters are understood.]])
* insert Type(string)
* insert In(evidence, 0, 1, [[Handle of identity evidence. Good for 30 minutes, for one midwife and one draft.]])
* insert Type(string)
* insert In(draft, 0, 1, [[The registration draft that the evidence belongs to.]])
* insert Type(string)
* insert In(resource, 0, 1, [[What she declared about herself, where there is no evidence.]])
* insert Type(Patient)
* insert Out(warning, 0, *, [[What to look at before deciding, such as phn-check-unknown.]])
* insert Codes(anc-problem-codes)
* insert Out(candidate, 0, *, [[A record that may be hers, the likeliest first.]])
* insert Part(out, patient, 0, 1, [[The record; none when it is in the national directory only.]])
* insert PartTo(anc-mother)
* insert Part(out, phn, 0, 1, [[Its PHN.]])
* insert PartType(Identifier)
* insert Part(out, score, 1, 1, [[How well it agrees, from 0 to 1.]])
* insert PartType(decimal)
* insert Part(out, grade, 1, 1, [[FHIR's match grade.]])
* parameter[=].part[=].type = #code
* parameter[=].part[=].binding.strength = #required
* parameter[=].part[=].binding.valueSet = "http://hl7.org/fhir/ValueSet/match-grade"
* insert Part(out, likely-relative, 1, 1, [[True when it looks like a sister or another woman of the household rather than herself.]])
* insert PartType(boolean)
* insert Part(out, field, 0, *, [[The comparison of one detail.]])
* insert FieldPart(name, 1, code, [[Which detail: name, birthDate, nationalId, phone, address or gender.]])
* insert FieldPart(given, 0, string, [[What the evidence or the person says.]])
* insert FieldPart(recorded, 0, string, [[What the record says.]])
* insert FieldPart(result, 1, code, [[same, close, different or missing.]])
* parameter[=].part[=].part[=].binding.strength = #required
* parameter[=].part[=].part[=].binding.valueSet = "https://ancregistry.org/fhir/ValueSet/anc-comparison-codes"
