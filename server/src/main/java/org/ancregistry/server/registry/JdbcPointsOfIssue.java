package org.ancregistry.server.registry;

import java.util.List;
import java.util.Locale;
import org.ancregistry.operations.Problem;
import org.hl7.fhir.r4.model.Organization;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Points of issue in a table whose key lets no two facilities have the same, written together with the facility, whoever
 * writes it: two that issue under the same characters could not be told apart by their numbers.
 */
final class JdbcPointsOfIssue {

    private final JdbcTemplate jdbc;
    private final FirstCome firstCome;

    JdbcPointsOfIssue(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.firstCome = new FirstCome(jdbc);
    }

    /** Takes what the facility says now in place of what it said before. */
    void replace(String facility, Organization now) {
        var codes = codes(now);
        held(facility).stream()
                .filter(code -> !codes.contains(code))
                .forEach(code -> jdbc.update("delete from point_of_issue where code = ?", code));
        codes.forEach(code -> take(facility, code));
    }

    private List<String> held(String facility) {
        return jdbc.query("select code from point_of_issue where facility = ?", (row, i) -> row.getString(1), facility);
    }

    private void take(String facility, String code) {
        if (!held(facility).contains(code)
                && !firstCome.insert("insert into point_of_issue (code, facility) values (?, ?)", code, facility)) {
            throw Problem.POINT_OF_ISSUE_TAKEN
                    .because("Another facility issues PHNs under " + code + ": choose another point of issue.")
                    .at("Organization.identifier");
        }
    }

    private static List<String> codes(Organization facility) {
        return facility.getIdentifier().stream()
                .filter(identifier -> HapiFacilities.POINT_OF_ISSUE.equals(identifier.getSystem()))
                .filter(identifier -> identifier.hasValue())
                .map(identifier -> identifier.getValue().strip().toUpperCase(Locale.ROOT))
                .distinct()
                .sorted()
                .toList();
    }
}
