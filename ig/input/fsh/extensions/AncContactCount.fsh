Extension: AncContactCount
Id: anc-contact-count
Title: "Number of contacts so far"
Description: "How many antenatal contacts this pregnancy has had. Each contact changes it, so that the version of the pregnancy's record tells whether somebody wrote meanwhile."
Context: EpisodeOfCare
* value[x] only integer
* value[x] 1..1
* valueInteger ^minValueInteger = 0
