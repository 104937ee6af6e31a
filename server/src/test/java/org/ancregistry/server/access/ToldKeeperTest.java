package org.ancregistry.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import org.ancregistry.operations.Refusal;
import org.ancregistry.operations.fhir.DeskPapers;
import org.ancregistry.operations.fhir.Orders;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.Test;

class ToldKeeperTest {

    private final ToldKeeper keeper = new ToldKeeper();
    private final ServletRequestDetails client = new ServletRequestDetails();

    @Test
    void letsNoClientSayThatSheWasTold() {
        assertThatThrownBy(() -> keeper.created(told(), client))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("$acknowledge-results");
        assertThatThrownBy(() -> keeper.updated(new Observation(), told(), client))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("$acknowledge-results");
    }

    @Test
    void keepsItWhenAClientWritesTheSameWithoutIt() {
        var same = result();
        keeper.updated(told(), same, client);
        assertThat(same.equalsDeep(told())).isTrue();
    }

    @Test
    void keepsWhoToldHerWhateverAClientSaysOfIt() {
        var claimed = told();
        claimed.getExtension().get(0).getExtension().get(0).setValue(new Reference("Practitioner/8"));
        keeper.updated(told(), claimed, client);
        assertThat(claimed.equalsDeep(told())).isTrue();
    }

    @Test
    void forgetsItWhenTheResultBecomesAnother() {
        var other = told();
        other.setValue(new StringType("positive"));
        keeper.updated(told(), other, client);
        assertThat(Orders.isTold(other)).isFalse();
    }

    @Test
    void letsOperationsSaySoAndClientsKeepIt() {
        assertThatCode(() -> keeper.updated(new Observation(), told(), new SystemRequestDetails()))
                .doesNotThrowAnyException();
        assertThatCode(() -> keeper.updated(told(), told(), client)).doesNotThrowAnyException();
    }

    private static Observation result() {
        return new Observation().setStatus(ObservationStatus.FINAL).setValue(new StringType("negative"));
    }

    private static Observation told() {
        var result = result();
        Orders.told(
                result,
                new DeskPapers("Patient/1", new DateTimeType("2026-11-02T09:30:00+05:30"), "Practitioner/7", null));
        return result;
    }
}
