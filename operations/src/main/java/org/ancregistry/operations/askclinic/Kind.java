package org.ancregistry.operations.askclinic;

import java.util.Arrays;
import java.util.Optional;
import org.ancregistry.operations.fhir.Tasks;

/** What a mother can ask for on her own pages. */
enum Kind {
    ANOTHER_DAY(Tasks.ANOTHER_DAY, "Appointment"),
    WHO_LOOKED(Tasks.WHO_LOOKED, "AuditEvent");

    private final String code;
    private final String about;

    Kind(String code, String about) {
        this.code = code;
        this.about = about;
    }

    /** Its code of anc-task. */
    String code() {
        return code;
    }

    /** The type of resource that she asks about. */
    String about() {
        return about;
    }

    static Optional<Kind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
}
