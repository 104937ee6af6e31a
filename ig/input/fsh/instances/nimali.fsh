Instance: nimali
InstanceOf: AncMother
Usage: #example
Title: "Nimali, verified by eSignet"
Description: "A mother whose name, birth date and address eSignet vouches for; her phone number is declared."
* extension[identityVerified].valueBoolean = true
* extension[textsAgreed].valueBoolean = true
* identifier[phn].use = #official
* identifier[phn].system = $phn
* identifier[phn].value = "9901C2Q7KXM"
* name[0].use = #official
* name[0].text = "නිමාලි සඳුනි පෙරේරා"
* name[0].extension[language].valueCode = #si
* insert Assured(name[0], esignet-otp)
* name[1].text = "Nimali Sanduni Perera"
* name[1].extension[language].valueCode = #en
* insert Assured(name[1], esignet-otp)
* telecom.system = #phone
* telecom.value = "+94710000001"
* telecom.use = #mobile
* insert Assured(telecom, declared)
* gender = #female
* insert Assured(gender, esignet-otp)
* birthDate = "1996-04-17"
* insert Assured(birthDate, esignet-otp)
* address.text = "12/3 Temple Road, Gampaha"
* address.line = "12/3 Temple Road"
* address.city = "Gampaha"
* address.postalCode = "11000"
* insert Assured(address, esignet-otp)
* communication.language = urn:ietf:bcp:47#si
* communication.preferred = true
* contact.name.text = "Kasun Perera"
* contact.telecom.system = #phone
* contact.telecom.value = "+94710000002"
* managingOrganization = Reference(phm-area-gampaha-1)
