ValueSet: AncObservationStatus
Id: anc-observation-status
Title: "Status of a finding"
Description: "A finding is final, amended or corrected later, or entered in error. There are no preliminary ones."
* ^experimental = false
* http://hl7.org/fhir/observation-status#final "Final"
* http://hl7.org/fhir/observation-status#amended "Amended"
* http://hl7.org/fhir/observation-status#corrected "Corrected"
* http://hl7.org/fhir/observation-status#entered-in-error "Entered in Error"
