Extension: AncNextReview
Id: anc-next-review
Title: "Next review at the clinic"
Description: "The day on which the clinic that replied wants to see her again, or false when she need not come there again. Without it, nothing was said about it."
Context: ServiceRequest
* value[x] only date or boolean
* value[x] 1..1
