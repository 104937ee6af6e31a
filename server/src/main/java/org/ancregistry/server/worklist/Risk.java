package org.ancregistry.server.worklist;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.ancregistry.domain.rules.RiskGrade;
import org.ancregistry.operations.fhir.DetectedIssues;
import org.ancregistry.operations.fhir.Grades;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.hl7.fhir.r4.model.RiskAssessment.RiskAssessmentStatus;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/**
 * What one resource says about how much watching a mother needs.
 *
 * @param grade that counts, 0 for not assessed to 4 for urgent; absent for an urgent finding
 * @param on the day of the contact
 */
record Risk(@Nullable Integer grade, LocalDate on, Instant at) {

    /** As the table numbers them. */
    private static final List<RiskGrade> GRADES =
            List.of(RiskGrade.NOT_ASSESSED, RiskGrade.LOW, RiskGrade.MODERATE, RiskGrade.HIGH, RiskGrade.URGENT);

    /** The grade of that number; not assessed, where there is none. */
    static RiskGrade grade(@Nullable Integer number) {
        return number == null ? RiskGrade.NOT_ASSESSED : GRADES.get(number);
    }

    static int number(RiskGrade grade) {
        return GRADES.indexOf(grade);
    }

    static boolean mayBeIn(IBaseResource resource) {
        return resource instanceof RiskAssessment || resource instanceof DetectedIssue;
    }

    /** What the resource says as it stands; nothing when it was struck out, or something was done about it. */
    static @Nullable Risk in(IBaseResource resource, ZoneId zone) {
        if (resource instanceof RiskAssessment assessment && assessment.getStatus() == RiskAssessmentStatus.FINAL) {
            return of(number(Grades.standing(assessment)), moment(assessment.getOccurrence()), zone);
        }
        return resource instanceof DetectedIssue issue && DetectedIssues.isOpen(issue)
                ? of(null, moment(issue.getIdentified()), zone)
                : null;
    }

    private static Risk of(@Nullable Integer grade, Instant at, ZoneId zone) {
        return new Risk(grade, LocalDate.ofInstant(at, zone), at);
    }

    static Reference subject(IBaseResource resource) {
        return resource instanceof RiskAssessment assessment
                ? assessment.getSubject()
                : ((DetectedIssue) resource).getPatient();
    }

    private static Instant moment(@Nullable Type moment) {
        return moment instanceof BaseDateTimeType date && date.getValue() != null
                ? date.getValue().toInstant()
                : Instant.EPOCH;
    }
}
