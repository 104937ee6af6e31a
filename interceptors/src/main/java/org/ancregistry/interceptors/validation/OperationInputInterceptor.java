package org.ancregistry.interceptors.validation;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.ancregistry.interceptors.ServerInterceptor;
import org.ancregistry.interceptors.access.AccessInterceptor;
import org.hl7.fhir.r4.model.Parameters;

/**
 * Lets no operation begin with something that it would pass over: what is sent is held against its OperationDefinition
 * here, once for all operations. What is missing the operation itself asks for, in its own words.
 */
@Interceptor(order = AccessInterceptor.ORDER + 100)
public final class OperationInputInterceptor implements ServerInterceptor {

    private final Guide guide;

    public OperationInputInterceptor(Guide guide) {
        this.guide = guide;
    }

    @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED)
    public void judge(RequestDetails request, RestOperationTypeEnum interaction) {
        switch (interaction) {
            case EXTENDED_OPERATION_TYPE, EXTENDED_OPERATION_INSTANCE, EXTENDED_OPERATION_SERVER -> {
                var operation =
                        Objects.requireNonNullElse(request.getOperation(), "").replace("$", "");
                guide.inputsOf(operation).ifPresent(inputs -> judge(request, inputs));
            }
            default -> {
                // Nothing but an operation has parameters of this kind.
            }
        }
    }

    private static void judge(RequestDetails request, List<Input> inputs) {
        var breaches = new ArrayList<>(inAddress(request, inputs));
        var body = request.getResource();
        if (body instanceof Parameters given) {
            breaches.addAll(GivenInput.against(inputs, given.getParameter()));
            breaches.addAll(CarefulReading.lost(request));
        } else if (body != null && !isInput(inputs, body.fhirType())) {
            breaches.add(new Breach(
                    body.fhirType(),
                    "parameter-type",
                    "The operation takes Parameters as its body. It knows: " + Input.names(inputs) + "."));
        }
        if (!breaches.isEmpty()) {
            throw AgainstTheGuide.operationRefusal(breaches);
        }
    }

    /** An operation that takes one resource takes it as the body, too. */
    private static boolean isInput(List<Input> inputs, String type) {
        return inputs.stream().anyMatch(input -> input.type().equals(type));
    }

    /** Names beginning with an underscore are FHIR's own, {@code _format} for instance. */
    private static List<Breach> inAddress(RequestDetails request, List<Input> inputs) {
        return request.getParameters().keySet().stream()
                .filter(name -> !name.startsWith("_"))
                .filter(name -> inputs.stream().noneMatch(input -> input.name().equals(name)))
                .map(name -> new Breach(
                        MadeUpName.told(name),
                        "parameter-unknown",
                        "The operation does not know this. It knows: " + Input.names(inputs) + "."))
                .toList();
    }
}
