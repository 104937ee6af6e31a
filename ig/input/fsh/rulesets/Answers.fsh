RuleSet: Answers
* insert In(answer, 0, *, [[One answer to a field of the data dictionary. What was not asked is left out; what was asked and denied is answered no.]])
* insert Part(in, field, 1, 1, [[Name of the field, such as haemoglobin.]])
* insert PartType(code)
* insert Part(in, value, 1, 1, [[The answer: a boolean, integer, decimal, Quantity, date, code or string, as the field takes it. A number without a unit has the field's own unit.]])
* insert PartType(Type)
* insert Part(in, confirmed, 0, 1, [[True when the writer was asked about this rare value and said that it is right. Who said so is kept beside the value.]])
* insert PartType(boolean)
