CodeSystem: AncContactType
Id: anc-contact-type
Title: "Kind of contact"
Description: "Where a mother and a health worker met."
* insert OwnCodes
* #field-clinic "Field clinic" "A clinic that the midwife's team holds in the area."
* #home-visit "Home visit" "The midwife came to the mother's home."
* #hospital-clinic "Hospital antenatal clinic" "The antenatal clinic of a hospital."
* #vog-clinic "Specialist (VOG) clinic" "The clinic of a visiting obstetrician and gynaecologist."
* #phone "By phone" "They spoke on the phone. Nobody was examined: it is none of the planned contacts, is not counted among them, and has the number of the contact before it."
* #outcome "How the pregnancy ended" "Nobody was examined: it was written down how the pregnancy ended. It has the number of the contact before it."
* #clinic-check-in "Check-in at a clinic" "The mother arrived and was checked in, which opens her record to that clinic's team until the day after. Nothing was examined."
