RuleSet: OwnCodes
* ^content = #complete
* ^caseSensitive = true
* ^experimental = false
