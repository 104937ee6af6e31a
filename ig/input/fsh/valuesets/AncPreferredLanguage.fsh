ValueSet: AncPreferredLanguage
Id: anc-preferred-language
Title: "Languages of the registry"
Description: "Sinhala, Tamil and English."
* ^experimental = false
* urn:ietf:bcp:47#si "Sinhala"
* urn:ietf:bcp:47#ta "Tamil"
* urn:ietf:bcp:47#en "English"
