CodeSystem: AncEmergencyReason
Id: anc-emergency-reason
Title: "Why a record is opened in an emergency"
Description: "What a doctor says of it when she opens the record of a woman who is not in her care. Whoever reviews it reads it, with the doctor's own words."
* insert OwnCodes
* #emergency-care "Emergency care"
* #unplanned-visit "Unplanned visit"
* #other "Another reason" "The doctor's own words say which."
