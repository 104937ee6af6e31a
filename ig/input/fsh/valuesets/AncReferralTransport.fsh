ValueSet: AncReferralTransport
Id: anc-referral-transport
Title: "How a referred woman gets there"
Description: "By ambulance, by her own or a hired vehicle (C), or by public transport. Where nobody asked yet, there is none."
* ^experimental = false
* http://terminology.hl7.org/CodeSystem/v2-0430#A "Ambulance"
* http://terminology.hl7.org/CodeSystem/v2-0430#C "Car"
* http://terminology.hl7.org/CodeSystem/v2-0430#P "Public Transport"
