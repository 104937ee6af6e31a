ValueSet: AncContactClass
Id: anc-contact-class
Title: "Class of a contact"
Description: "At a clinic or hospital, at the mother's home, or by phone."
* ^experimental = false
* $actcode#AMB "ambulatory"
* $actcode#HH "home health"
* $actcode#VR "virtual"
