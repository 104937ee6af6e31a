Instance: nimali-schedule
InstanceOf: AncContactSchedule
Usage: #example
Title: "Nimali's planned contacts"
Description: "The next two of WHO's eight."
* status = #active
* intent = #plan
* subject = Reference(nimali)
* created = "2026-11-02"
* activity[0].detail.status = #scheduled
* activity[0].detail.scheduledPeriod.start = "2026-11-30"
* activity[0].detail.scheduledPeriod.end = "2026-12-13"
* activity[0].detail.description = "Contact at 12 weeks"
* activity[0].detail.extension[missed].extension[from].valuePeriod.start = "2026-11-16"
* activity[0].detail.extension[missed].extension[from].valuePeriod.end = "2026-11-29"
* activity[0].detail.extension[missed].extension[reason].valueCodeableConcept = AncMissedReason#transport
* activity[0].detail.extension[missed].extension[by].valueReference = Reference(midwife-kumari)
* activity[0].detail.extension[missed].extension[at].valueDateTime = "2026-11-30T10:20:00+05:30"
* activity[1].detail.status = #not-started
* activity[1].detail.scheduledPeriod.start = "2027-01-25"
* activity[1].detail.scheduledPeriod.end = "2027-02-07"
* activity[1].detail.description = "Contact at 20 weeks"
* activity[1].detail.extension[moved].extension[from].valuePeriod.start = "2027-01-18"
* activity[1].detail.extension[moved].extension[from].valuePeriod.end = "2027-01-31"
* activity[1].detail.extension[moved].extension[reason].valueString = "She is with her parents until the 24th."
* activity[1].detail.extension[moved].extension[by].valueReference = Reference(midwife-kumari)
* activity[1].detail.extension[moved].extension[at].valueDateTime = "2026-12-01T10:20:00+05:30"
