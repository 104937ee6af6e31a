package org.ancregistry.domain.matching;

import java.util.List;
import java.util.Optional;

/**
 * What a high score must not outweigh: some contradictions are for a person to judge, however much else agrees.
 *
 * @param name how the names agree; empty when they could not be compared
 */
record Vetoes(List<Finding> findings, Optional<NameAgreement> name) {

    /** The grade of that probability, held down where something contradicts. */
    MatchGrade grade(Posterior posterior) {
        var grade = MatchGrade.of(posterior.match());
        if (result("nationalId") == FieldResult.DIFFERENT || result("gender") == FieldResult.DIFFERENT || twin()) {
            return grade.atMost(MatchGrade.POSSIBLE);
        }
        return certainty() ? grade : grade.atMost(MatchGrade.PROBABLE);
    }

    /** Initials, a birthday and a phone fit a sister too: to be certain takes two whole names or the national ID. */
    private boolean certainty() {
        return result("nationalId") == FieldResult.SAME
                || name.filter(NameAgreement::strong).isPresent();
    }

    /**
     * Contradicting given names under one family name, in one house, on one phone or of one birthday; and where one of
     * several agrees, as parents like it for twins, in one house or on one phone and of one birthday.
     */
    boolean twin() {
        var household = result("address") == FieldResult.SAME || result("phone") == FieldResult.SAME;
        var birthday = result("birthDate") == FieldResult.SAME;
        var other = given(GivenLevel.CONTRADICTORY) && (household || birthday);
        return (other || (given(GivenLevel.MIXED) && household && birthday))
                && result("nationalId") != FieldResult.SAME;
    }

    private boolean given(GivenLevel level) {
        return name.filter(names -> names.given() == level)
                .filter(names -> names.family() != FamilyLevel.DIFFERENT)
                .isPresent();
    }

    private FieldResult result(String field) {
        return findings.stream()
                .map(Finding::field)
                .filter(compared -> compared.name().equals(field))
                .map(FieldComparison::result)
                .findFirst()
                .orElse(FieldResult.MISSING);
    }
}
