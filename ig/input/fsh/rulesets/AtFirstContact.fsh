RuleSet: AtFirstContact
* status = #final
* subject = Reference(nimali)
* encounter = Reference(nimali-contact-1)
* effectiveDateTime = "2026-11-02T09:10:00+05:30"
* performer = Reference(midwife-kumari)
