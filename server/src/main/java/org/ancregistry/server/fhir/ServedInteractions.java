package org.ancregistry.server.fhir;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.server.method.BaseMethodBinding;
import ca.uhn.fhir.rest.server.method.OperationMethodBinding;
import java.util.EnumSet;
import java.util.Set;
import org.ancregistry.interceptors.PublicReading;
import org.ancregistry.operations.FhirOperation;
import org.ancregistry.server.inbound.TransactionProvider;
import org.jspecify.annotations.Nullable;

/**
 * Says which of the many things HAPI can do the registry offers; the rest is not there, and CapabilityStatement is silent
 * about it.
 *
 * <p>Off are deleting, the histories of a type and of the server, and every operation that is neither our own nor listed
 * here: {@code $expunge}, {@code $reindex}, {@code $meta-add} and their like. Definitions can be read, not written.
 */
@Interceptor
final class ServedInteractions {

    private static final Set<RestOperationTypeEnum> ON_THE_SERVER = EnumSet.of(
            RestOperationTypeEnum.METADATA, RestOperationTypeEnum.TRANSACTION, RestOperationTypeEnum.GET_PAGE);

    private static final Set<RestOperationTypeEnum> TO_READ =
            EnumSet.of(RestOperationTypeEnum.READ, RestOperationTypeEnum.VREAD, RestOperationTypeEnum.SEARCH_TYPE);

    private static final Set<RestOperationTypeEnum> ON_RECORDS = EnumSet.of(
            RestOperationTypeEnum.READ,
            RestOperationTypeEnum.VREAD,
            RestOperationTypeEnum.SEARCH_TYPE,
            RestOperationTypeEnum.HISTORY_INSTANCE,
            RestOperationTypeEnum.CREATE,
            RestOperationTypeEnum.UPDATE,
            RestOperationTypeEnum.PATCH);

    /** Definitions that a client may want to look up, and the audit trail, which only the registry itself writes. */
    private static boolean isReadOnly(String type) {
        return PublicReading.DEFINITIONS.contains(type) || type.equals("AuditEvent");
    }

    /** Keeps {@code binding}, or returns null for what is switched off. */
    @Hook(Pointcut.SERVER_PROVIDER_METHOD_BOUND)
    public @Nullable BaseMethodBinding keep(BaseMethodBinding binding) {
        return isServed(binding) ? binding : null;
    }

    private static boolean isServed(BaseMethodBinding binding) {
        if (binding instanceof OperationMethodBinding operation) {
            return operation.getProvider() instanceof FhirOperation || isServedOfHapi(operation);
        }
        if (binding.getProvider() instanceof HonestCapabilities && binding.getResourceName() != null) {
            // HAPI would make definitions of operations up; the guide has them.
            return false;
        }
        if (binding.getRestOperationType() == RestOperationTypeEnum.TRANSACTION) {
            return binding.getProvider() instanceof TransactionProvider;
        }
        var interactions = interactionsOn(binding.getResourceName());
        return interactions.contains(binding.getRestOperationType());
    }

    private static boolean isServedOfHapi(OperationMethodBinding operation) {
        var type = operation.getResourceName();
        return switch (operation.getName()) {
            case "$everything" -> "Patient".equals(type) && operation.isCanOperateAtInstanceLevel();
            case "$validate" -> type != null && ResourceTypePruner.SERVED.contains(type);
            default -> false;
        };
    }

    /** What clients may do on {@code type}, or on the server itself when there is none. */
    static Set<RestOperationTypeEnum> interactionsOn(@Nullable String type) {
        if (type == null) {
            return ON_THE_SERVER;
        }
        if (isReadOnly(type)) {
            return TO_READ;
        }
        return ResourceTypePruner.SERVED.contains(type) ? ON_RECORDS : Set.of();
    }
}
