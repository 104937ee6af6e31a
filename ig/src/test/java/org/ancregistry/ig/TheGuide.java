package org.ancregistry.ig;

import ca.uhn.fhir.context.FhirContext;

/** One validator for all tests: the first judgement of a kind takes seconds. */
final class TheGuide {

    static final FhirContext FHIR = FhirContext.forR4Cached();
    static final GuideValidator VALIDATOR = new GuideValidator(FHIR);

    private TheGuide() {}
}
