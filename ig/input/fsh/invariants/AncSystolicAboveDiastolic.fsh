Invariant: anc-systolic-above-diastolic
Description: "The systolic pressure is above the diastolic, where both are known"
Severity: #error
Expression: "component.where(code.coding.where(system = 'http://loinc.org' and code = '8462-4').exists()).value.ofType(Quantity).value.empty() or component.where(code.coding.where(system = 'http://loinc.org' and code = '8480-6').exists()).value.ofType(Quantity).value.all($this > %resource.component.where(code.coding.where(system = 'http://loinc.org' and code = '8462-4').exists()).value.ofType(Quantity).value.first())"
