package org.ancregistry.server.tryit;

import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.jspecify.annotations.Nullable;

/**
 * One contact of the demo, as it would have been written down on its day.
 *
 * @param woman the key of the woman who came
 * @param at how far she was
 * @param byDoctor whether the hospital's doctor wrote it, and not her midwife
 * @param type a code of anc-contact-type
 * @param findings what was found
 * @param next how far she is to be at the next appointment; absent for a registration, which makes none
 * @param referral urgency and reason of a referral to the hospital; empty when there was none
 * @param medicine text, dose and note of a medicine; empty when there was none
 * @param note in the writer's own words, may be empty
 */
record DemoContact(
        String woman,
        Weeks at,
        boolean byDoctor,
        String type,
        List<ParametersParameterComponent> findings,
        @Nullable Weeks next,
        List<String> referral,
        List<String> medicine,
        String note) {

    static List<DemoContact> all() {
        return Table.rows("contacts.csv").stream().map(DemoContact::of).toList();
    }

    private static DemoContact of(Map<String, String> row) {
        return new DemoContact(
                row.get("woman"),
                Weeks.of(row.get("weeks")),
                row.get("writer").equals("doctor"),
                row.get("type"),
                DemoAnswers.of(Table.parts(row.get("answers"))),
                row.get("next").isEmpty() ? null : Weeks.of(row.get("next")),
                parts(row.get("refer")),
                parts(row.get("medicines")),
                row.get("note"));
    }

    private static List<String> parts(String cell) {
        return cell.isEmpty() ? List.of() : List.of(cell.split("\\|"));
    }
}
