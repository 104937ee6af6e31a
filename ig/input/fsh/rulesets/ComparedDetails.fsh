RuleSet: ComparedDetails(side)
* extension[{side}].extension contains
    name 0..1 and
    birth-date 0..1 and
    gender 0..1 and
    phone 0..1 and
    address 0..1
* extension[{side}].extension[name].value[x] only string
* extension[{side}].extension[birth-date].value[x] only string
* extension[{side}].extension[gender].value[x] only string
* extension[{side}].extension[phone].value[x] only string
* extension[{side}].extension[address].value[x] only string
