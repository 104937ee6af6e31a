package org.ancregistry.portals.registry;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/** Orders tests, calls them off, and says that their results were looked at. */
public final class TestDesk {

    private final Registry registry;

    TestDesk(Registry registry) {
        this.registry = registry;
    }

    /**
     * What is ordered.
     *
     * @param requestId made with the page: sent twice, it is ordered once
     * @param tests codes of {@code anc-test}
     */
    public record Order(
            String requestId,
            List<String> tests,
            boolean urgent,
            @Nullable String note) {

        public Order {
            tests = List.copyOf(tests);
        }
    }

    public void order(HttpServletRequest request, String patient, Order order) {
        var asked = new Parameters().addParameter("request-id", order.requestId());
        order.tests().forEach(test -> asked.addParameter().setName("test").setValue(new CodeType(test)));
        asked.addParameter("urgency", new CodeType(order.urgent() ? "urgent" : "routine"));
        if (order.note() != null) {
            asked.addParameter("note", order.note());
        }
        ask(request, patient, "$order-tests", asked);
    }

    /**
     * Calls an order off.
     *
     * @param order id of the ServiceRequest
     * @throws RegistryRefusal {@code already-decided} when it does not wait any more
     */
    public void callOff(HttpServletRequest request, String patient, String requestId, String order) {
        var asked = new Parameters().addParameter("request-id", requestId);
        asked.addParameter().setName("call-off").setValue(new Reference("ServiceRequest/" + order));
        ask(request, patient, "$order-tests", asked);
    }

    /**
     * What was looked at.
     *
     * @param orders ids of ServiceRequests that have a result
     * @param told ids of Observations that she was told in person
     */
    public record Looked(String requestId, List<String> orders, List<String> told) {

        public Looked {
            orders = List.copyOf(orders);
            told = List.copyOf(told);
        }
    }

    /**
     * Says what was looked at.
     *
     * @throws RegistryRefusal {@code already-decided} when somebody has looked at one of them meanwhile
     */
    public void looked(HttpServletRequest request, String patient, Looked looked) {
        var asked = new Parameters().addParameter("request-id", looked.requestId());
        looked.orders()
                .forEach(order ->
                        asked.addParameter().setName("order").setValue(new Reference("ServiceRequest/" + order)));
        looked.told()
                .forEach(result ->
                        asked.addParameter().setName("told").setValue(new Reference("Observation/" + result)));
        ask(request, patient, "$acknowledge-results", asked);
    }

    private void ask(HttpServletRequest request, String patient, String operation, Parameters asked) {
        registry.ask(
                request,
                client -> client.operation()
                        .onInstance(new IdType("Patient", patient))
                        .named(operation)
                        .withParameters(asked)
                        .execute());
    }
}
