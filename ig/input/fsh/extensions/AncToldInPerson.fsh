Extension: AncToldInPerson
Id: anc-told-in-person
Title: "Told in person"
Description: "Who told her this result in person, and when. From then on she may read it on her own sign-in. Only $acknowledge-results says so."
Context: Observation
* extension contains
    by 1..1 and
    at 1..1
* extension[by].value[x] only Reference
* extension[at].value[x] only dateTime
