Profile: AncLocation
Parent: Location
Id: anc-location
Title: "Place of care"
Description: "The room or building where a clinic is held. It always belongs to an area or facility, which is what access to records goes by."
* status 1..1 MS
* name 1..1 MS
* address MS
* managingOrganization 1..1 MS
* managingOrganization only Reference(AncUnit)
