package org.ancregistry.server.bench;

import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;

/**
 * A registered mother.
 *
 * @param number of the registration that made her record
 * @param patient {@code Patient/…}
 * @param contact {@code Encounter/…} at which she was registered
 * @param version of her pregnancy
 */
record Mother(long number, String patient, String contact, String phn, String version) {

    static Mother in(Parameters answer, long number) {
        return new Mother(
                number,
                ((Reference) answer.getParameter("patient").getValue()).getReference(),
                ((Reference) answer.getParameter("contact").getValue()).getReference(),
                ((Identifier) answer.getParameter("phn").getValue()).getValue(),
                answer.getParameter("version").getValue().primitiveValue());
    }
}
