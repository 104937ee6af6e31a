Instance: sandamali-decision
InstanceOf: AncProvenance
Usage: #example
Title: "Decision about Sandamali"
Description: "The supervisor decided that the record which was found is another woman's."
* target[0] = Reference(sandamali)
* target[1] = Reference(decide-sandamali)
* recorded = "2026-11-03T11:00:00+05:30"
* agent.who = Reference(midwife-kumari)
* agent.onBehalfOf = Reference(moh-area-gampaha)
* activity = http://terminology.hl7.org/CodeSystem/v3-DataOperation#UPDATE
* extension[identityDecision].extension[decision].valueCode = #different
* extension[identityDecision].extension[phn].valueString = "9901C2Q7KXM"
* extension[identityDecision].extension[score].valueDecimal = 0.42
* extension[identityDecision].extension[given].extension[name].valueString = "S. M. Sandamali Fernando"
* extension[identityDecision].extension[given].extension[birth-date].valueString = "2001-01"
* extension[identityDecision].extension[given].extension[gender].valueString = "female"
* extension[identityDecision].extension[given].extension[phone].valueString = "+94710000003"
* extension[identityDecision].extension[given].extension[address].valueString = "Temple Road, Gampaha"
* extension[identityDecision].extension[recorded].extension[name].valueString = "Nimali Sanduni Perera"
* extension[identityDecision].extension[recorded].extension[birth-date].valueString = "1996-04-17"
* extension[identityDecision].extension[recorded].extension[gender].valueString = "female"
* extension[identityDecision].extension[recorded].extension[phone].valueString = "+94710000001"
* extension[identityDecision].extension[recorded].extension[address].valueString = "12/3 Temple Road, Gampaha"
