Instance: midwife-kumari
InstanceOf: AncPractitioner
Usage: #example
Title: "Kumari, public health midwife"
Description: "A midwife."
* active = true
* name.text = "Kumari Jayasinghe"
