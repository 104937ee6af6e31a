Instance: doctor-nizam
InstanceOf: AncPractitioner
Usage: #example
Title: "Nizam, a doctor"
Description: "At the hospital's clinic."
* active = true
* name.text = "Nizam Farook"
