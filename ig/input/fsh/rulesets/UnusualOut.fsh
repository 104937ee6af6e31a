RuleSet: UnusualOut
* insert Out(unusual, 0, *, [[A value that was stored and is rare: is it right? Ask, and put it right with a correction if not. Not said of what was confirmed.]])
* insert Part(out, field, 1, 1, [[The dictionary field.]])
* insert PartType(code)
* insert Part(out, question, 1, 1, [[What to ask, in English.]])
* insert PartType(string)
