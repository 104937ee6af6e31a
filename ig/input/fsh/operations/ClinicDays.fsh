Instance: anc-clinic-days
InstanceOf: OperationDefinition
Usage: #definition
Title: "When a clinic is held next"
Description: "The next eight days on which a facility holds its clinic, with how many places it has and how many appointments stand. Numbers only, of nobody. May be called with GET. For midwives, supervisors, doctors and clinic nurses."
* insert UnitOperation(anc-clinic-days, ClinicDays, clinic-days, false)
* type = false
* instance = true
* title = "When a clinic is held next"
* description = "The next eight days on which a facility holds its clinic, with how many places it has and how many appointments stand. Numbers only, of nobody. May be called with GET. For midwives, supervisors, doctors and clinic nurses."
* insert In(from, 0, 1, [[The first day that is meant; today when it is absent.]])
* insert Type(date)
* insert Out(day, 0, 8, [[A day on which the clinic is held; none where nobody has entered when it is.]])
* insert Part(out, date, 1, 1, [[Which day.]])
* insert PartType(date)
* insert Part(out, opens, 1, 1, [[From when.]])
* insert PartType(time)
* insert Part(out, places, 1, 1, [[For how many women.]])
* insert PartType(integer)
* insert Part(out, booked, 1, 1, [[How many appointments stand on that day.]])
* insert PartType(integer)
