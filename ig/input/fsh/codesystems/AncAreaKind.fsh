CodeSystem: AncAreaKind
Id: anc-area-kind
Title: "Kind of area or facility"
Description: "What an Organization is in the health service."
* insert OwnCodes
* #district "District" "It has areas of medical officers of health; its numbers are theirs together."
* #phm-area "Public health midwife's area"
* #moh-area "Area of a medical officer of health"
* #clinic "Clinic"
* #hospital "Hospital"
