package org.ancregistry.portals.admin;

import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.gclient.IQuery;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.ancregistry.portals.registry.Registry;
import org.ancregistry.portals.registry.RegistryRefusal;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;

/** Reads and writes the registry's directory of staff and places, as the person whose browser sent the request. */
final class Directory {

    /** As many as the registry gives at once. */
    private static final int AT_ONCE = 100;

    /** More than any one MOH area has. */
    private static final int MOST = 500;

    private final Registry registry;

    Directory(Registry registry) {
        this.registry = registry;
    }

    /** The resources of one page of a search, those that came along included. */
    List<Resource> some(HttpServletRequest request, Function<IGenericClient, IQuery<?>> search, int count, int offset) {
        return registry
                .ask(
                        request,
                        client -> search.apply(client)
                                .count(count)
                                .offset(offset)
                                .returnBundle(Bundle.class)
                                .execute())
                .getEntry()
                .stream()
                .map(BundleEntryComponent::getResource)
                .toList();
    }

    /** Every match, up to a limit beyond which nobody could choose from a list anyway. */
    <R extends Resource> List<Resource> all(
            HttpServletRequest request, Class<R> type, Function<IGenericClient, IQuery<?>> search) {
        var found = new ArrayList<Resource>();
        for (var offset = 0; offset < MOST; offset += AT_ONCE) {
            var page = some(request, search, AT_ONCE, offset);
            found.addAll(page);
            if (of(page, type).count() < AT_ONCE) {
                break;
            }
        }
        return found;
    }

    static <R extends Resource> Stream<R> of(List<Resource> resources, Class<R> type) {
        return resources.stream().filter(type::isInstance).map(type::cast);
    }

    /** Writes all or nothing; the ids of what was written or, when the same form came before, of what that one wrote. */
    List<IdType> write(HttpServletRequest request, Bundle transaction) {
        try {
            return written(request, transaction);
        } catch (RegistryRefusal refusal) {
            // Two presses at once: the one that came second finds what the first one made.
            if (refusal.status() == 409 && onlyCreates(transaction)) {
                return written(request, transaction);
            }
            throw refusal;
        }
    }

    private List<IdType> written(HttpServletRequest request, Bundle transaction) {
        var answer = registry.ask(
                request, client -> client.transaction().withBundle(transaction).execute());
        return answer.getEntry().stream()
                .map(entry -> new IdType(entry.getResponse().getLocation()))
                .toList();
    }

    private static boolean onlyCreates(Bundle transaction) {
        return transaction.getEntry().stream()
                .allMatch(entry -> entry.getRequest().getMethod() == HTTPVerb.POST);
    }

    static Bundle transaction() {
        return new Bundle().setType(BundleType.TRANSACTION);
    }

    /** Adds a resource that is made unless one is there with that identifier. */
    static void addNew(Bundle transaction, Resource resource, String fullUrl, String identifier) {
        transaction
                .addEntry()
                .setFullUrl(fullUrl)
                .setResource(resource)
                .getRequest()
                .setMethod(HTTPVerb.POST)
                .setUrl(resource.fhirType())
                .setIfNoneExist("identifier=" + identifier);
    }

    /** Adds a change that is refused with 409 when somebody else changed the resource since that version. */
    static void addChanged(Bundle transaction, Resource resource, String version) {
        transaction
                .addEntry()
                .setResource(resource)
                .getRequest()
                .setMethod(HTTPVerb.PUT)
                .setUrl(resource.fhirType() + "/" + resource.getIdElement().getIdPart())
                .setIfMatch("W/\"" + version + "\"");
    }
}
