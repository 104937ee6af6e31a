package org.ancregistry.operations.graderisk;

import java.time.Clock;
import java.util.List;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.Role;
import org.ancregistry.domain.rules.GradeDecision;
import org.ancregistry.operations.Callers;
import org.ancregistry.operations.ContactMoment;
import org.ancregistry.operations.Once;
import org.ancregistry.operations.Once.Asked;
import org.ancregistry.operations.PregnancyFacts;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.Reach;
import org.ancregistry.operations.Records;
import org.ancregistry.operations.fhir.Canon;
import org.ancregistry.operations.fhir.DeskPapers;
import org.ancregistry.operations.fhir.Grades;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets a clinician raise her risk freely, and lower it with a reason. What the rules found stays beside it. */
public final class Grading {

    private static final Logger LOG = LoggerFactory.getLogger(Grading.class);
    private static final String REPEATED = "repeated";

    private final Once once;
    private final Reach reach;
    private final PregnancyFacts facts;
    private final Records records;
    private final Clock clock;

    public Grading(Once once, Reach reach, PregnancyFacts facts, Records records, Clock clock) {
        this.once = once;
        this.reach = reach;
        this.facts = facts;
        this.records = records;
        this.clock = clock;
    }

    Parameters grade(Caller caller, GradeRisk asked) {
        Callers.require(caller, Role.MIDWIFE, Role.SUPERVISOR, Role.DOCTOR, Role.CLINIC_NURSE);
        reach.require(caller, asked.patient());
        var request = new Asked(asked.requestId(), "$grade-risk", asked.content());
        return once.doOnce(caller, request, () -> gradeNow(caller, asked)).told();
    }

    private Parameters gradeNow(Caller caller, GradeRisk asked) {
        var assessment = newest(asked);
        var decision = GradeDecision.of(Grades.standing(assessment), asked.grade(), asked.reason())
                .orElseThrow(() -> Problem.GRADE_REASON_MISSING
                        .because("Say why the risk is lower than it stands. Raising it needs no reason.")
                        .at("reason"));
        var when = ContactMoment.now(clock);
        Grades.decide(assessment, decision, caller.id(), when);
        var papers = new DeskPapers(asked.patient(), when, caller.id(), caller.facility());
        records.write(List.of(assessment, papers.provenance(List.of(assessment), "UPDATE")));
        LOG.info("Graded the risk in {} for {}", Canon.referenceTo(assessment), caller.id());
        return answer(assessment);
    }

    /** Nobody lowers what she has not seen: after a further contact she looks at that one first. */
    private RiskAssessment newest(GradeRisk asked) {
        var newest = facts.lastAssessment(asked.patient())
                .orElseThrow(() -> Problem.NOT_FOUND
                        .because("Nothing was assessed yet: record a contact first.")
                        .at("assessment"));
        if (!Canon.referenceTo(newest).equals(asked.assessment())) {
            throw Problem.VERSION_CONFLICT
                    .because("She was seen again and assessed anew. Look at that first, then give your grade.")
                    .at("assessment")
                    .concerning(Canon.referenceTo(newest));
        }
        return newest;
    }

    private static Parameters answer(RiskAssessment assessment) {
        var answer = new Parameters();
        answer.addParameter()
                .setName("risk-grade")
                .setValue(new CodeType(Grades.standing(assessment).code()));
        answer.addParameter()
                .setName("computed-risk-grade")
                .setValue(new CodeType(Grades.computed(assessment).code()));
        answer.addParameter().setName("risk-assessment").setValue(new Reference(Canon.referenceTo(assessment)));
        answer.addParameter().setName(REPEATED).setValue(new BooleanType(false));
        return answer;
    }
}
