Instance: anc-issue-phn
InstanceOf: OperationDefinition
Usage: #definition
Title: "Issue a Personal Health Number"
Description: "Gives a person a PHN that nobody else has or will ever have, or gives back the one she holds; with count, reserves a block of numbers for work without a network. A PHN is never replaced."
* insert PatientOperation(anc-issue-phn, IssuePhn, issue-phn, true)
* type = true
* instance = true
* title = "Issue a Personal Health Number"
* description = "Gives a person a PHN that nobody else has or will ever have, or gives back the one she holds; with count, reserves a block of numbers for work without a network. A PHN is never replaced."
* insert RequestId
* insert In(patient, 0, 1, [[For whom, at type level. Left out when a block is reserved and at instance level.]])
* insert To(anc-mother)
* insert In(count, 0, 1, [[How many numbers to reserve, 1 to 100. For supervisors, administrators and systems only.]])
* insert Type(integer)
* insert In(point-of-issue, 0, 1, [[The four characters with which the number begins; without it, those of the caller's facility.]])
* insert Type(string)
* insert Out(phn, 1, *, [[The number, or each number of the block.]])
* insert Type(Identifier)
* insert Out(issued, 1, 1, [[False when the person held this number before.]])
* insert Type(boolean)
