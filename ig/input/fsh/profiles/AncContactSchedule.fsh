Profile: AncContactSchedule
Parent: CarePlan
Id: anc-contact-schedule
Title: "Planned contacts of a pregnancy"
Description: "When the mother should be seen: one activity for each planned contact, with the days between which it is due."
* status MS
* intent MS
* intent = #plan
* subject MS
* subject only Reference(AncMother)
* created MS
* activity 1..* MS
* activity.detail 1..1 MS
* activity.detail.status MS
* activity.detail.scheduled[x] 1..1 MS
* activity.detail.scheduled[x] only Period
* activity.detail.scheduledPeriod.start 1..1
* activity.detail.scheduledPeriod.end 1..1
* activity.detail.description MS
* activity.detail.extension contains AncMovedContact named moved 0..* MS and AncMissedContact named missed 0..* MS
