ValueSet: AncTestCodes
Id: anc-test-codes
Title: "Tests in antenatal care"
Description: "All tests that can be ordered."
* ^experimental = false
* include codes from system AncTest
