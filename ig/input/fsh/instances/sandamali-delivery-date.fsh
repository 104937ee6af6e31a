Instance: sandamali-delivery-date
InstanceOf: AncObservation
Usage: #example
Title: "Sandamali's child was born"
Description: "How a pregnancy ended stands in Observations of the group Outcome, as all findings do."
* insert AtLastContact
* code = $who#ANC.End.12
* valueDateTime = "2026-11-01"
