CodeSystem: AncIdentityDecision
Id: anc-identity-decision
Title: "Decision about who she is"
Description: "What a person decided after registration about who a mother is. Nothing is preselected."
* insert OwnCodes
* #phn-is-hers "The PHN is hers" "The number on her card is hers and nobody else holds it."
* #same "The same person" "Both are one person: two records are linked, or what was declared is what she proves."
* #different "Different persons" "They are two persons: she gets a PHN of her own, or stays unverified."
* #later "Later" "Not decided yet; the task stays open with a note."
* #undo "Taken back" "The link between two records is taken back and the task is open again."
