ValueSet: AncRoleCodes
Id: anc-role-codes
Title: "Roles in the registry"
Description: "All roles."
* ^experimental = false
* include codes from system AncRole
