package org.ancregistry.interceptors.audit;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.ResponseDetails;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.ancregistry.interceptors.PublicReading;
import org.ancregistry.interceptors.ServerInterceptor;
import org.ancregistry.interceptors.access.OutgoingInterceptor;
import org.ancregistry.interceptors.access.Owners;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** Writes down what is about to leave, before it leaves: no record, no answer. */
@Interceptor(order = AuditInterceptor.ORDER)
public final class AuditInterceptor implements ServerInterceptor {

    static final int ORDER = OutgoingInterceptor.ORDER + 100;

    private final Auditor auditor;

    public AuditInterceptor(Auditor auditor) {
        this.auditor = auditor;
    }

    @Hook(Pointcut.SERVER_INCOMING_REQUEST_POST_PROCESSED)
    public void begins(RequestDetails request) {
        CurrentRequest.begins(request);
    }

    @Hook(Pointcut.SERVER_OUTGOING_RESPONSE)
    public void leaves(RequestDetails request, ResponseDetails response) {
        if (request.getRestOperationType() == RestOperationTypeEnum.METADATA
                || PublicReading.is(request)
                || CurrentRequest.hasWritten(request)) {
            return;
        }
        auditor.shown(request, patientsIn(response.getResponseResource()));
    }

    @Hook(Pointcut.SERVER_PROCESSING_COMPLETED)
    public void ends() {
        CurrentRequest.ends();
    }

    private static Set<String> patientsIn(@Nullable IBaseResource answer) {
        var patients = new HashSet<String>();
        if (answer instanceof Bundle bundle) {
            bundle.getEntry().forEach(entry -> patients.addAll(patientsIn(entry.getResource())));
        } else if (answer instanceof Parameters parameters) {
            parameters.getParameter().stream()
                    .flatMap(AuditInterceptor::all)
                    .forEach(parameter -> patients.addAll(patientsIn(parameter)));
        } else if (answer instanceof Resource resource) {
            patients.addAll(Owners.of(resource));
        }
        return patients;
    }

    private static Stream<ParametersParameterComponent> all(ParametersParameterComponent parameter) {
        return Stream.concat(Stream.of(parameter), parameter.getPart().stream().flatMap(AuditInterceptor::all));
    }

    private static Set<String> patientsIn(ParametersParameterComponent parameter) {
        return parameter.getValue() instanceof Reference reference
                ? Owners.among(List.of(reference))
                : patientsIn(parameter.getResource());
    }
}
