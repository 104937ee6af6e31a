ValueSet: AncFindingCodes
Id: anc-finding-codes
Title: "Questions and findings of antenatal care"
Description: "What an Observation or a Condition of this guide may be about: WHO's ANC codes and, where WHO has none, the fields of the data dictionary."
* ^experimental = false
* include codes from system $who
* include codes from system $dictionary
