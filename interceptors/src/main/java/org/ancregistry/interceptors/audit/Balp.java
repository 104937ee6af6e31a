package org.ancregistry.interceptors.audit;

import org.hl7.fhir.r4.model.AuditEvent.AuditEventAction;
import org.hl7.fhir.r4.model.Coding;
import org.jspecify.annotations.Nullable;

/**
 * The patterns of IHE's Basic Audit Log Patterns, for an act on a patient's data and for one on other data.
 *
 * @see <a href="https://profiles.ihe.net/ITI/BALP/">IHE ITI BALP 1.1.5</a>
 */
enum Balp {
    CREATE(AuditEventAction.C, "Create", true),
    READ(AuditEventAction.R, "Read", false),
    UPDATE(AuditEventAction.U, "Update", true),
    DELETE(AuditEventAction.D, "Delete", true),
    QUERY(AuditEventAction.E, "Query", true),
    /** BALP has no pattern for operations and for what was never understood. */
    EXECUTE(AuditEventAction.E, null, true);

    private static final String DICOM = "http://dicom.nema.org/resources/ontology/DCM";
    private static final String PROFILES = "https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit.";

    private final AuditEventAction action;
    private final @Nullable String name;
    private final boolean sent;

    /** @param sent whether data or a question went from the client to the server, and not the other way */
    Balp(AuditEventAction action, @Nullable String name, boolean sent) {
        this.action = action;
        this.name = name;
        this.sent = sent;
    }

    static Balp of(String interaction) {
        return switch (interaction) {
            case "create" -> CREATE;
            case "read", "vread", "history-instance" -> READ;
            case "update", "patch" -> UPDATE;
            case "delete" -> DELETE;
            case "search-type" -> QUERY;
            default -> EXECUTE;
        };
    }

    AuditEventAction action() {
        return action;
    }

    @Nullable
    String profile(boolean ofPatient) {
        return name == null ? null : PROFILES + (ofPatient ? "Patient" : "") + name;
    }

    Coding client() {
        return sent ? source() : destination();
    }

    Coding server() {
        return sent ? destination() : source();
    }

    private static Coding source() {
        return new Coding(DICOM, "110153", "Source Role ID");
    }

    private static Coding destination() {
        return new Coding(DICOM, "110152", "Destination Role ID");
    }
}
