Instance: anc-work-list
InstanceOf: OperationDefinition
Usage: #definition
Title: "List whom to see next"
Description: "Lists the mothers of the caller's own areas by who needs to be seen first: something urgent that nobody has done anything about, then high risk and overdue, then longest overdue, then those whose contact is in time now, then those of whom nobody knows how far they are, then the rest, those who are only to be verified among them. 25 rows a page. For midwives and supervisors."
* insert PatientOperation(anc-work-list, AncWorkList, anc-work-list, false)
* type = true
* instance = false
* title = "List whom to see next"
* description = "Lists the mothers of the caller's own areas by who needs to be seen first: something urgent that nobody has done anything about, then high risk and overdue, then longest overdue, then those whose contact is in time now, then those of whom nobody knows how far they are, then the rest, those who are only to be verified among them. 25 rows a page. For midwives and supervisors."
* insert In(tab, 0, 1, [[Which mothers: needs-action when left out; overdue, this-week, all or delivered.]])
* insert Type(code)
* insert In(page, 0, 1, [[The page, counted from 0.]])
* insert Type(integer)
* insert In(find, 0, 1, [[Only mothers whom this finds: a PHN, beginnings of names or of a village in any script on record, or the last 4 or more digits of a phone number. Never in an address: send it in the body of a POST.]])
* insert Type(string)
* insert In(risk, 0, 1, [[Only mothers of this grade and of graver ones.]])
* insert Type(code)
* insert Out(needs-action, 1, 1, [[How many can come now or are late, or nobody knows how far they are, or who they are was not verified.]])
* insert Type(integer)
* insert Out(overdue, 1, 1, [[How many are late.]])
* insert Type(integer)
* insert Out(this-week, 1, 1, [[How many can come today or on one of the six days after it.]])
* insert Type(integer)
* insert Out(all, 1, 1, [[How many pregnancies are looked after.]])
* insert Type(integer)
* insert Out(delivered, 1, 1, [[How many pregnancies are over, as long as the area still reaches the women.]])
* insert Type(integer)
* insert Out(more, 1, 1, [[Whether there is another page.]])
* insert Type(boolean)
* insert Out(mother, 0, *, [[One row.]])
* insert Part(out, patient, 1, 1, [[Her record's Patient.]])
* insert PartType(Patient)
* insert Part(out, pregnancy, 1, 1, [[The pregnancy that is looked after.]])
* insert PartTo(anc-pregnancy)
* insert Part(out, risk-grade, 1, 1, [[The grade that counts at her newest contact.]])
* insert PartCodes(anc-risk-grade-codes)
* insert Part(out, alert, 1, 1, [[True when something urgent was found and nobody has done anything about it.]])
* insert PartType(boolean)
* insert Part(out, edd, 0, 1, [[When the child is expected.]])
* insert PartType(date)
* insert Part(out, last-contact, 0, 1, [[The day of her last contact.]])
* insert PartType(date)
* insert Part(out, ended, 0, 1, [[The day on which the pregnancy ended; of the tab delivered alone.]])
* insert PartType(date)
* insert Part(out, due, 0, 1, [[The days on which her next contact or appointment is in time.]])
* insert PartType(Period)
