package org.ancregistry.operations;

import ca.uhn.fhir.context.FhirContext;
import java.util.function.Function;
import java.util.function.Supplier;
import org.ancregistry.domain.access.Caller;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Parameters;

/** Does what a request asks once, however often it is sent, in one transaction with the memory of having done it. */
public final class Once {

    private final Transactions transactions;
    private final RegistryRequests requests;
    private final FhirContext fhir = FhirContext.forR4Cached();

    public Once(Transactions transactions, RegistryRequests requests) {
        this.transactions = transactions;
        this.requests = requests;
    }

    /**
     * The same for an act that needs {@code beforehand}, which takes long and is found out outside the transaction, and not
     * at all for a repeat.
     */
    public <T> Answer doOnce(Caller caller, Asked asked, Supplier<T> beforehand, Function<T, Parameters> act) {
        var key = RequestKey.of(caller, asked.requestId());
        var before = requests.answer(key, asked.operation(), asked.content());
        if (before.isPresent()) {
            return new Answer(parse(before.get()), true);
        }
        var known = beforehand.get();
        return doOnce(caller, asked, () -> act.apply(known));
    }

    /** Runs {@code act} unless the same was asked before; the first answer is given again to a repeat. */
    public Answer doOnce(Caller caller, Asked asked, Supplier<Parameters> act) {
        var key = RequestKey.of(caller, asked.requestId());
        return transactions.inOne(
                caller,
                () -> requests.take(key, asked.operation(), asked.content())
                        .map(before -> new Answer(parse(before), true))
                        .orElseGet(() -> new Answer(remember(key, act.get()), false)));
    }

    private Parameters remember(RequestKey key, Parameters answer) {
        requests.answered(key, fhir.newJsonParser().encodeResourceToString(answer));
        return answer;
    }

    private Parameters parse(String answer) {
        return fhir.newJsonParser().parseResource(Parameters.class, answer);
    }

    /**
     * What is asked for.
     *
     * @param requestId the client's id of the request
     * @param operation the operation's name, {@code $register-anc} for instance
     * @param content equal when the same is asked
     */
    public record Asked(String requestId, String operation, String content) {}

    /**
     * What is answered.
     *
     * @param parameters as they were answered the first time
     * @param repeated whether the request had been answered before
     */
    public record Answer(Parameters parameters, boolean repeated) {

        private static final String REPEATED = "repeated";

        /** The answer of an operation that says with {@code repeated} whether nothing was done this time. */
        public Parameters told() {
            if (repeated) {
                parameters.getParameter(REPEATED).setValue(new BooleanType(true));
            }
            return parameters;
        }
    }
}
