RuleSet: AtLastContact
* status = #final
* subject = Reference(sandamali)
* encounter = Reference(sandamali-last-contact)
* effectiveDateTime = "2026-11-05T10:00:00+05:30"
* performer = Reference(midwife-kumari)
