ValueSet: AncContactClass
Id: anc-contact-class
Title: "Class of a contact"
Description: "At a clinic or hospital, or at the mother's home."
* ^experimental = false
* $actcode#AMB "ambulatory"
* $actcode#HH "home health"
