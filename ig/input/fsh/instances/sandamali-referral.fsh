Instance: sandamali-referral
InstanceOf: AncReferral
Usage: #example
Title: "Sandamali's referral, replied to"
Description: "The clinic's reply in its parts."
* extension[seen].valueDateTime = "2026-09-14T10:15:00+05:30"
* status = #completed
* intent = #order
* priority = #routine
* subject = Reference(sandamali)
* encounter = Reference(sandamali-last-contact)
* authoredOn = "2026-09-07T09:35:00+05:30"
* requester = Reference(midwife-kumari)
* performer = Reference(base-hospital)
* reasonCode.text = "Fundal height below the weeks"
* note[0].extension[0].url = Canonical(AncReplyPart)
* note[=].extension[=].valueCode = #found
* note[=].authorReference = Reference(doctor-nizam)
* note[=].time = "2026-09-14T10:40:00+05:30"
* note[=].text = "Growth on the 10th centile, flow normal."
* note[+].extension[0].url = Canonical(AncReplyPart)
* note[=].extension[=].valueCode = #please
* note[=].authorReference = Reference(doctor-nizam)
* note[=].time = "2026-09-14T10:40:00+05:30"
* note[=].text = "Measure every two weeks, and send her again at once when she feels less movement."
