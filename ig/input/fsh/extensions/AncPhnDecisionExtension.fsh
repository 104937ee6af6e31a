Extension: AncPhnDecisionExtension
Id: anc-phn-decision
Title: "Decision about the PHN"
Description: "What the midwife decided about the PHN, with the details that she saw on both sides, so that it can be looked at again."
Context: Provenance
* extension contains
    decision 1..1 and
    phn 0..1 and
    given 1..1 and
    recorded 0..1
* extension[decision].value[x] only code
* extension[decision].value[x] from AncPhnDecisionCodes (required)
* extension[phn].value[x] only string
* extension[given] ^short = "What the woman or her identity provider said"
* insert ComparedDetails(given)
* extension[recorded] ^short = "What the PHN's record said"
* insert ComparedDetails(recorded)
