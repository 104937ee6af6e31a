CodeSystem: AncTest
Id: anc-test
Title: "Test in antenatal care"
Description: "A test that is ordered by name. Which findings answer it is in its definition."
* insert OwnCodes
* #full-blood-count "Full blood count" "Answered by haemoglobin or platelets."
* #urine "Urine test" "Answered by protein, sugar, nitrite or leucocytes in urine."
* #blood-group "Blood group" "Answered by ABO blood group or Rh(D) factor."
* #blood-sugar "Blood sugar" "Answered by fasting, post-prandial or random glucose."
* #glucose-tolerance "75 g oral glucose tolerance test" "Answered by glucose fasting, after one hour or after two hours."
* #hiv "HIV test" "Answered by its result, which she is told in person."
* #syphilis "Syphilis test" "Answered by its result, which she is told in person."
* #hepatitis-b "Hepatitis B test" "Answered by hepatitis B surface antigen."
* #ultrasound "Ultrasound scan" "Answered by number of fetuses, placenta, amniotic fluid or estimated fetal weight."
