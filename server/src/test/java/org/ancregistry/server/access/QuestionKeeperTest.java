package org.ancregistry.server.access;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import org.ancregistry.operations.Refusal;
import org.ancregistry.operations.fhir.AskedTasks;
import org.ancregistry.operations.fhir.DeskPapers;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;

class QuestionKeeperTest {

    private final QuestionKeeper keeper = new QuestionKeeper();
    private final ServletRequestDetails client = new ServletRequestDetails();

    @Test
    void letsNoClientAskInHerName() {
        assertThatThrownBy(() -> keeper.created(question(), client))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("$ask-clinic");
    }

    @Test
    void letsNoClientCloseAQuestionOrWriteOverIt() {
        assertThatThrownBy(() -> keeper.updated(question(), question(), client))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("$answer-mother");
        assertThatThrownBy(() -> keeper.updated(question(), new Task(), client))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("$answer-mother");
        assertThatThrownBy(() -> keeper.updated(new Task(), question(), client))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("$answer-mother");
    }

    @Test
    void letsOperationsDoSoAndClientsWriteOtherTasks() {
        assertThatCode(() -> keeper.created(question(), new SystemRequestDetails()))
                .doesNotThrowAnyException();
        assertThatCode(() -> keeper.created(new Task(), client)).doesNotThrowAnyException();
    }

    private static Task question() {
        var papers = new DeskPapers("Patient/1", new DateTimeType("2026-11-30T09:30:00+05:30"), "Patient/1", null);
        return AskedTasks.whoLooked(papers, "5f0c8f5e-3a53-4c2e-9d0b-0a6f5a2f7c11", null);
    }
}
