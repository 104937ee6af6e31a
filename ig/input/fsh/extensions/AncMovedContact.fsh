Extension: AncMovedContact
Id: anc-moved-contact
Title: "Planned contact that was moved"
Description: "The days on which a contact was planned before it was given others, why and by whom. Every move stays, the last one is the last extension."
Context: CarePlan.activity.detail
* extension contains
    from 1..1 and
    reason 1..1 and
    by 1..1 and
    at 1..1
* extension[from].value[x] only Period
* extension[reason].value[x] only string
* extension[by].value[x] only Reference
* extension[at].value[x] only dateTime
