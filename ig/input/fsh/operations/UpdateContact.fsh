Instance: anc-update-contact
InstanceOf: OperationDefinition
Usage: #definition
Title: "Put right how a mother is reached"
Description: "Puts right how a mother is reached and where she lives now: her phone and whether it is shared, the person to call for her, her language, and her address as she says it. What is not sent stays as it is. A name, birth date or address that somebody vouches for stays what it is: where she lives now stands beside such an address. Refused for a number that nobody could call, and for a record that was changed meanwhile. For midwives and supervisors in whose care she is."
* insert PatientOperation(anc-update-contact, UpdateContact, update-contact, true)
* type = false
* instance = true
* title = "Put right how a mother is reached"
* description = "Puts right how a mother is reached and where she lives now: her phone and whether it is shared, the person to call for her, her language, and her address as she says it. What is not sent stays as it is. A name, birth date or address that somebody vouches for stays what it is: where she lives now stands beside such an address. Refused for a number that nobody could call, and for a record that was changed meanwhile. For midwives and supervisors in whose care she is."
* insert RequestId
* insert In(based-on, 1, 1, [[Version of her record that the caller has seen.]])
* insert Type(string)
* insert In(phone, 0, 1, [[Her number, whole. It is what she says: a number that somebody vouched for is replaced by it when it is another.]])
* insert Type(string)
* insert In(phone-shared, 0, 1, [[Whose phone it is: own, or shared when others read what is sent to it.]])
* insert Type(code)
* insert In(language, 0, 1, [[The language in which she is spoken to.]])
* insert Type(code)
* insert In(contact, 0, 1, [[Whom to call for her, in place of who was named first.]])
* insert Part(in, name, 0, 1, [[The name.]])
* insert PartType(string)
* insert Part(in, phone, 0, 1, [[The number.]])
* insert PartType(string)
* insert In(address, 0, 1, [[Where she lives now, as she says it, in one or more lines of at most 500 letters together.]])
* insert Type(string)
* insert In(village, 0, 1, [[The village or town of that address, by which she is found in lists.]])
* insert Type(string)
* insert In(remove, 0, *, [[What holds no longer with nothing in its place: phone, contact, or address for what she said of where she lives. A verified address stays.]])
* insert Type(code)
* insert Out(patient, 1, 1, [[The mother.]])
* insert To(anc-mother)
* insert Out(version, 1, 1, [[The version of her record.]])
* insert Type(string)
* insert Out(changed, 0, *, [[What is otherwise than before: phone, language, contact or address. Without any nothing was written.]])
* insert Type(code)
* insert Out(repeated, 1, 1, [[True when this request was done before and this is its answer again.]])
* insert Type(boolean)
