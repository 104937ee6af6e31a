Instance: field-clinic-room
InstanceOf: AncLocation
Usage: #example
Title: "Where the field clinic is held"
Description: "FHIR lets an appointment take place at a Location, not at an Organization."
* status = #active
* name = "Temple Road field clinic"
* managingOrganization = Reference(field-clinic)
