package org.ancregistry.operations.merge;

import org.ancregistry.operations.Content;
import org.ancregistry.operations.Given;
import org.ancregistry.operations.Once.Asked;
import org.ancregistry.operations.Problem;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/**
 * Which record is to become part of which.
 *
 * @param source the record that is given up
 * @param target the record that stays
 * @param how what else it needs to be done
 */
record MergeRequest(Side source, Side target, How how) {

    /**
     * A record, and the version that the supervisor had before her.
     *
     * @param name of the parameter
     */
    record Side(String name, String patient, @Nullable String version) {

        static Side of(String name, @Nullable Reference given, @Nullable StringType version) {
            return new Side(name, Given.present(Given.patient(given, name), name), Given.text(version));
        }
    }

    /** Absent only for a preview. */
    record How(@Nullable String requestId, @Nullable String reason) {

        String why() {
            return Given.present(reason, "reason");
        }
    }

    MergeRequest {
        if (source.patient().equals(target.patient())) {
            throw Problem.PARAMETER_INVALID
                    .because("Both are one record: there is nothing to merge.")
                    .at("target-patient");
        }
    }

    Asked once() {
        var content = new Content()
                .with("source-patient", new Reference(source.patient()))
                .with("source-version", new StringType(source.version()))
                .with("target-patient", new Reference(target.patient()))
                .with("target-version", new StringType(target.version()))
                .with("reason", new StringType(how.reason()));
        return new Asked(Given.present(how.requestId(), "request-id"), "$merge", content.text());
    }
}
