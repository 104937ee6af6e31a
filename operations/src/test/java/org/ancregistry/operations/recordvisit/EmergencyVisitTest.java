package org.ancregistry.operations.recordvisit;

import static org.assertj.core.api.Assertions.assertThat;

import org.ancregistry.operations.Problem;
import org.ancregistry.operations.Refused;
import org.ancregistry.operations.Staff;
import org.ancregistry.operations.recordvisit.RecordVisit.Correction;
import org.ancregistry.operations.recordvisit.RecordVisit.Referral;
import org.hl7.fhir.r4.model.Encounter;
import org.junit.jupiter.api.Test;

class EmergencyVisitTest extends VisitDesk {

    @Test
    void writesOneContactInAnEmergencyAndLetsTheDoctorPutItRight() {
        healthy();
        cared.openInEmergency(Staff.doctor(), nimali);
        visit("1");
        var others = "Encounter/"
                + records.all(Encounter.class).get(0).getIdElement().getIdPart();
        requestId = "r2";
        var own = reference(visit(Staff.doctor(), "2"), "contact");
        requestId = "r3";
        assertThat(Refused.problemOf(() -> visit(Staff.doctor(), "3"))).isEqualTo(Problem.FORBIDDEN);
        requestId = "r4";
        correction = new Correction(others, false, "She told me more.");
        assertThat(Refused.problemOf(() -> visit(Staff.doctor(), "3"))).isEqualTo(Problem.FORBIDDEN);
        requestId = "r5";
        correction = new Correction(own, false, "I forgot something.");
        assertThat(text(visit(Staff.doctor(), "3"), "version")).isEqualTo("4");
    }

    @Test
    void makesNoReferralToOneselfOfAnEmergency() {
        healthy();
        cared.openInEmergency(Staff.doctor(), nimali);
        referral = new Referral(Staff.HOSPITAL, true, "Bleeding", null);
        assertThat(Refused.problemOf(() -> visit(Staff.doctor(), "1"))).isEqualTo(Problem.FORBIDDEN);
        referral = new Referral("Organization/other-hospital", true, "Bleeding", null);
        assertThat(text(visit(Staff.doctor(), "1"), "version")).isEqualTo("2");
    }
}
