Instance: anc-verify-identity
InstanceOf: OperationDefinition
Usage: #definition
Title: "Verify the identity of a mother later"
Description: "A mother who was registered without an ID has it with her now. Without a decision it lays what she proves beside what was declared and changes nothing. With same it binds her identity, gives her details their source, takes the mark away and closes the task. When what she proves is bound to another record, it is refused, and a supervisor is asked to decide about both."
* insert PatientOperation(anc-verify-identity, VerifyIdentity, verify-identity, true)
* type = false
* instance = true
* title = "Verify the identity of a mother later"
* description = "A mother who was registered without an ID has it with her now. Without a decision it lays what she proves beside what was declared and changes nothing. With same it binds her identity, gives her details their source, takes the mark away and closes the task. When what she proves is bound to another record, it is refused, and a supervisor is asked to decide about both."
* insert In(request-id, 0, 1, [[Names this request; required with a decision. The same id with the same content is done once and gets the same answer.]])
* insert Type(string)
* insert In(draft, 1, 1, [[The draft that the evidence belongs to.]])
* insert Type(string)
* insert In(evidence, 1, 1, [[Handle of her own fresh identity evidence; it is used up with same.]])
* insert Type(string)
* insert In(decision, 0, 1, [[The decision. Without it, both sides are shown and nothing is changed.]])
* insert Codes(anc-verification-decision-codes)
* insert In(based-on, 0, 1, [[Version of her record that was looked at; required with a decision.]])
* insert Type(string)
* insert In(reason, 0, 1, [[Why; required of a supervisor where the comparison speaks against it.]])
* insert Type(string)
* insert Out(patient, 1, 1, [[Her record.]])
* insert To(anc-mother)
* insert Out(version, 1, 1, [[Its version.]])
* insert Type(string)
* insert Out(verified, 1, 1, [[Whether her identity is verified now.]])
* insert Type(boolean)
* insert Out(comparison, 0, 1, [[Before a decision: what she proves beside what was declared.]])
* insert Part(out, score, 1, 1, [[Probability, from 0 to 1, that it is the same woman.]])
* insert PartType(decimal)
* insert Part(out, grade, 1, 1, [[How sure that is, after the vetoes: certain, probable, possible or certainly-not.]])
* insert PartType(code)
* insert Part(out, likely-relative, 1, 1, [[Whether a relative of the same household explains it better.]])
* insert PartType(boolean)
* insert Part(out, field, 0, *, [[One detail on both sides.]])
* insert FieldPart(name, 1, code, [[The detail.]])
* insert FieldPart(given, 0, string, [[What she proves.]])
* insert FieldPart(recorded, 0, string, [[What was declared.]])
* insert FieldPart(result, 1, code, [[same, close, different or missing.]])
* insert Out(elsewhere, 0, 1, [[Another record that is bound to what she proves.]])
* insert To(anc-mother)
* insert Out(repeated, 0, 1, [[True when this request was done before and this is its answer again.]])
* insert Type(boolean)
