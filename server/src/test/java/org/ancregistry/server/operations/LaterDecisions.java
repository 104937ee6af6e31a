package org.ancregistry.server.operations;

import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.ancregistry.server.testing.RunningRegistry;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;

/** What tests of decisions about a mother share. */
abstract class LaterDecisions {

    final DecisionDesk desk = new DecisionDesk(registry());

    abstract RunningRegistry registry();

    static Parameters verification(String draft, String evidence) {
        return new Parameters().addParameter("draft", draft).addParameter("evidence", evidence);
    }

    static Parameters decided(Parameters asked, String decision, String basedOn) {
        Clinic.add(asked, "decision", new CodeType(decision));
        return asked.addParameter("request-id", Clinic.id()).addParameter("based-on", basedOn);
    }

    static String code(BaseServerResponseException refused) {
        var outcome = (OperationOutcome) refused.getOperationOutcome();
        return outcome.getIssueFirstRep().getDetails().getCodingFirstRep().getCode();
    }

    static List<String> atOnce(Callable<String> one, Callable<String> other)
            throws ExecutionException, InterruptedException {
        var pool = Executors.newFixedThreadPool(2);
        try {
            var outcomes = new ArrayList<String>();
            for (var done : pool.invokeAll(List.of(one, other))) {
                outcomes.add(done.get());
            }
            return outcomes;
        } finally {
            pool.shutdownNow();
        }
    }

    static String task(Parameters registered) {
        return Clinic.reference(registered, "task");
    }

    static String patient(Parameters registered) {
        return ((Reference) registered.getParameter("patient").getValue()).getReference();
    }
}
