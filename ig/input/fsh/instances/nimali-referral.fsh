Instance: nimali-referral
InstanceOf: AncReferral
Usage: #example
Title: "Nimali is referred"
Description: "To the hospital, because of gestational diabetes before."
* extension[seen].valueDateTime = "2026-11-09T10:15:00+05:30"
* status = #active
* intent = #order
* priority = #routine
* subject = Reference(nimali)
* encounter = Reference(nimali-contact-1)
* authoredOn = "2026-11-02T09:35:00+05:30"
* requester = Reference(midwife-kumari)
* performer = Reference(base-hospital)
* reasonCode.text = "Gestational diabetes in the last pregnancy"
