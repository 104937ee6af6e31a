package org.ancregistry.operations;

import java.util.List;
import org.hl7.fhir.r4.model.Consent;

/** What a mother agreed to. */
@FunctionalInterface
public interface Consents {

    /** Her consents that hold now, spoken and verified ones. */
    List<Consent> active(String patient);
}
