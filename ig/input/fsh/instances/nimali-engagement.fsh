Instance: nimali-engagement
InstanceOf: AncObservation
Usage: #example
Title: "A finding that WHO has no code for"
Description: "The code is the field of the data dictionary."
* insert AtFirstContact
* code = $dictionary#engagement "Engagement of the head (fifths)"
* valueInteger = 5
