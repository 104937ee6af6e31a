CodeSystem: AncAreaKind
Id: anc-area-kind
Title: "Kind of area or facility"
Description: "What an Organization is in the health service."
* insert OwnCodes
* #phm-area "Public health midwife's area"
* #moh-area "Area of a medical officer of health"
* #clinic "Clinic"
* #hospital "Hospital"
