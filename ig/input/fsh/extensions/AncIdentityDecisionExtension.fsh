Extension: AncIdentityDecisionExtension
Id: anc-identity-decision
Title: "Decision about who she is"
Description: "What was decided after registration about who a mother is, with the details that were compared, so that it can be looked at again."
Context: Provenance
* extension contains
    decision 1..1 and
    phn 0..1 and
    score 0..1 and
    given 1..1 and
    recorded 0..1
* extension[decision].value[x] only code
* extension[decision].value[x] from AncIdentityDecisionCodes (required)
* extension[phn].value[x] only string
* extension[score].value[x] only decimal
* extension[given] ^short = "What was known of her, or what she proved"
* insert ComparedDetails(given)
* extension[recorded] ^short = "What the other side said"
* insert ComparedDetails(recorded)
