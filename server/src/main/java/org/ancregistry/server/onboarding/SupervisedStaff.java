package org.ancregistry.server.onboarding;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.param.ReferenceParam;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.Role;
import org.ancregistry.interceptors.Refusal;
import org.ancregistry.interceptors.StorageInterceptor;
import org.ancregistry.interceptors.access.Areas;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a supervisor to the midwives of her MOH area, whichever way she writes. Somebody who is anything else besides is
 * not hers: a role more would change what that person may do everywhere.
 *
 * <p>Asked once a transaction is whole, when references to what it made are known, and before it is kept.
 */
@Interceptor
public final class SupervisedStaff implements StorageInterceptor {

    private final DaoRegistry daos;
    private final Areas areas;

    SupervisedStaff(DaoRegistry daos, Areas areas) {
        this.daos = daos;
        this.areas = areas;
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_CREATED)
    public void created(IBaseResource resource, @Nullable RequestDetails request) {
        supervisor(request).ifPresent(supervisor -> {
            if (resource instanceof PractitionerRole role) {
                require(isHers(role, supervisor) && everythingIsHers(practitioner(role), supervisor));
            }
        });
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_UPDATED)
    public void updated(@Nullable IBaseResource before, IBaseResource after, @Nullable RequestDetails request) {
        supervisor(request).ifPresent(supervisor -> {
            if (after instanceof PractitionerRole role) {
                require(before instanceof PractitionerRole known
                        && practitioner(known).equals(practitioner(role))
                        && isHers(known, supervisor)
                        && isHers(role, supervisor)
                        && everythingIsHers(practitioner(role), supervisor));
            } else if (after instanceof Practitioner person) {
                require(everythingIsHers("Practitioner/" + person.getIdElement().getIdPart(), supervisor));
            }
        });
    }

    private static Optional<Caller> supervisor(@Nullable RequestDetails request) {
        return request != null
                        && request.getUserData().get(Caller.class) instanceof Caller caller
                        && caller.has(Role.SUPERVISOR)
                ? Optional.of(caller)
                : Optional.empty();
    }

    private static String practitioner(PractitionerRole role) {
        return "Practitioner/" + role.getPractitioner().getReferenceElement().getIdPart();
    }

    /** Every role that the person holds, or held where none is left; somebody made a moment ago has none yet. */
    private boolean everythingIsHers(String practitioner, Caller supervisor) {
        var held = daos.getResourceDao(PractitionerRole.class)
                .searchForResources(
                        SearchParameterMap.newSynchronous().add("practitioner", new ReferenceParam(practitioner)),
                        new SystemRequestDetails());
        var now = held.stream().filter(PractitionerRole::getActive).toList();
        return (now.isEmpty() ? held : now).stream().allMatch(role -> isHers(role, supervisor));
    }

    private boolean isHers(PractitionerRole role, Caller supervisor) {
        var work = StaffWork.of(role);
        return work.roles().equals(List.of(Role.MIDWIFE.code()))
                && !work.areas().isEmpty()
                && areas.within(supervisor.areas()).containsAll(work.areas());
    }

    private static void require(boolean allowed) {
        if (!allowed) {
            throw Refusal.FORBIDDEN.because("A supervisor takes on and changes midwives of her own MOH area only."
                    + " Ask an administrator for everybody else.");
        }
    }

    /** What a PractitionerRole says, in the words of the registry. */
    private record StaffWork(List<String> roles, Set<String> areas) {

        private static final String ROLE = "https://ancregistry.org/fhir/CodeSystem/anc-role";
        private static final String AREA = "https://ancregistry.org/fhir/StructureDefinition/anc-area";

        static StaffWork of(PractitionerRole role) {
            var roles = role.getCode().stream()
                    .flatMap(code -> code.getCoding().stream())
                    .filter(coding -> ROLE.equals(coding.getSystem()))
                    .map(coding -> String.valueOf(coding.getCode()))
                    .toList();
            var areas = role.getExtensionsByUrl(AREA).stream()
                    .map(area -> area.getValue() instanceof Reference unit ? unit : new Reference())
                    .map(unit -> "Organization/" + unit.getReferenceElement().getIdPart())
                    .collect(Collectors.toUnmodifiableSet());
            return new StaffWork(roles, areas);
        }
    }
}
