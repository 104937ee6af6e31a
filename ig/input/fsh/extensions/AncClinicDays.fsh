Extension: AncClinicDays
Id: anc-clinic-days
Title: "When the clinic is held"
Description: "On which days of the week a facility holds its clinic, from when, and how many women can be booked each time."
Context: Organization
* extension contains
    day 1..7 and
    opens 1..1 and
    places 1..1
* extension[day].value[x] only code
* extension[day].valueCode from http://hl7.org/fhir/ValueSet/days-of-week (required)
* extension[opens].value[x] only time
* extension[places].value[x] only positiveInt
