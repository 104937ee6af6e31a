CodeSystem: AncCorrection
Id: anc-correction
Title: "Kind of correction"
Description: "How a contact corrects an earlier one. Nothing is ever overwritten."
* insert OwnCodes
* #addendum "Addendum" "Something was left out; the earlier contact stays true."
* #entered-in-error "Entered in error" "The earlier contact is wrong and does not count any more."
