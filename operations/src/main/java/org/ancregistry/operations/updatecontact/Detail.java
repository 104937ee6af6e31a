package org.ancregistry.operations.updatecontact;

import java.util.Arrays;
import org.ancregistry.operations.Problem;

/** What may hold no longer without anything in its place. */
enum Detail {
    PHONE("phone"),
    CONTACT("contact"),
    ADDRESS("address");

    private final String code;

    Detail(String code) {
        this.code = code;
    }

    static Detail of(String code) {
        return Arrays.stream(values())
                .filter(detail -> detail.code.equals(code))
                .findFirst()
                .orElseThrow(() -> Problem.PARAMETER_INVALID
                        .because("Say what holds no longer: phone, contact or address.")
                        .at("remove"));
    }

    String code() {
        return code;
    }
}
