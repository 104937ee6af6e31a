package org.ancregistry.server.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.CareRelationships;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How a mother who moves is given by one midwife and taken by the other. */
abstract class HandOverRules extends LaterDecisions {

    @Test
    void handsAMotherOverWhileBothReachHer() {
        var registered = desk.registered(Clinic.woman("Moves Away"));
        var taker = desk.midwifeElsewhere();
        var area = taker.areas().iterator().next();
        assertThat(Clinic.refusal(() -> handOver(taker, registered, "take", null)))
                .isEqualTo("not-found");
        assertThat(Clinic.refusal(() -> handOver(desk.clinic.midwife, registered, "give", desk.clinic.hospital)))
                .isEqualTo("parameter-invalid");
        var given = handOver(desk.clinic.midwife, registered, "give", area);
        assertThat(Clinic.text(given, "status")).isEqualTo("requested");
        assertThat(Clinic.refusal(() -> handOver(desk.clinic.midwife, registered, "give", area)))
                .isEqualTo("already-decided");
        assertThat(Clinic.refusal(() -> handOver(desk.clinic.midwife, registered, "take", null)))
                .isEqualTo("forbidden");
        assertThat(reaches(desk.clinic.midwife, registered)).isTrue();
        assertThat(reaches(taker, registered)).isTrue();
        var taken = handOver(taker, registered, "take", null);
        assertThat(Clinic.reference(taken, "area")).isEqualTo(area);
        assertThat(reaches(desk.clinic.midwife, registered)).isFalse();
        assertThat(reaches(taker, registered)).isTrue();
        assertThat(desk.task(task(registered)).getOwner().getReference()).isEqualTo(taker.id());
        assertThat(desk.clinic.problemsIn(patient(registered))).isEmpty();
    }

    @Test
    void takesAHandOverBack() {
        var registered = desk.registered(Clinic.woman("Stays Here"));
        var taker = desk.midwifeElsewhere();
        handOver(
                desk.clinic.midwife,
                registered,
                "give",
                taker.areas().iterator().next());
        assertThat(Clinic.text(handOver(desk.clinic.midwife, registered, "withdraw", null), "status"))
                .isEqualTo("cancelled");
        assertThat(reaches(taker, registered)).isFalse();
    }

    @Test
    void handsOverAWomanWhosePregnancyHasEnded() {
        var registered = desk.registered(Clinic.woman("Moves Afterwards"));
        var ended = new Parameters()
                .addParameter("request-id", Clinic.id())
                .addParameter("based-on", Clinic.text(registered, "version"));
        Clinic.add(ended, "outcome", new CodeType("miscarriage"));
        Clinic.add(
                ended,
                "date",
                new DateType(LocalDate.now(ZoneId.of("Asia/Colombo")).toString()));
        desk.clinic.ask(desk.clinic.midwife, "$record-outcome", patient(registered), ended);
        var taker = desk.midwifeElsewhere();
        var area = taker.areas().iterator().next();
        handOver(desk.clinic.midwife, registered, "give", area);
        assertThat(Clinic.reference(handOver(taker, registered, "take", null), "area"))
                .isEqualTo(area);
        assertThat(reaches(desk.clinic.midwife, registered)).isFalse();
        assertThat(reaches(taker, registered)).isTrue();
        assertThat(desk.clinic.problemsIn(patient(registered))).isEmpty();
    }

    private Parameters handOver(Caller caller, Parameters registered, String action, @Nullable String area) {
        var asked = new Parameters().addParameter("request-id", Clinic.id());
        Clinic.add(asked, "action", new CodeType(action));
        if (area != null) {
            Clinic.add(asked, "area", new Reference(area));
        }
        return desk.clinic.ask(caller, "$hand-over", patient(registered), asked);
    }

    private boolean reaches(Caller caller, Parameters registered) {
        return registry()
                .bean(CareRelationships.class)
                .caredFor(caller, List.of(patient(registered)))
                .contains(patient(registered));
    }
}
