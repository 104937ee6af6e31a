package org.ancregistry.interceptors.access;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Makes a search find less than was asked for, in the store, so that its pages and totals are right. */
final class NarrowedSearch {

    private final RequestDetails request;

    NarrowedSearch(RequestDetails request) {
        this.request = request;
    }

    private void change(Consumer<Map<String, String[]>> change) {
        var narrowed = new HashMap<>(request.getParameters());
        change.accept(narrowed);
        request.setParameters(narrowed);
    }

    /** Replaces whatever was said about {@code parameter}: HAPI reads several occurrences as "and". */
    void to(String parameter, Collection<String> references) {
        var ids = parameter.equals("_id")
                ? references.stream()
                        .map(id -> id.substring(id.indexOf('/') + 1))
                        .toList()
                : references;
        change(narrowed -> {
            narrowed.keySet().removeIf(name -> name.equals(parameter) || name.startsWith(parameter + ":"));
            narrowed.put(parameter, new String[] {String.join(",", ids)});
        });
    }

    /** Beside whatever was asked for: HAPI reads several occurrences of a parameter as "and". */
    void toCategories(Set<String> categories) {
        if (!categories.isEmpty()) {
            change(narrowed -> narrowed.merge(
                    "category",
                    new String[] {String.join(",", categories)},
                    (asked, allowed) -> Stream.concat(Arrays.stream(asked), Arrays.stream(allowed))
                            .toArray(String[]::new)));
        }
    }

    void toOnePage(int largest) {
        change(narrowed -> {
            narrowed.remove("_offset");
            narrowed.put("_count", new String[] {String.valueOf(largest)});
        });
    }
}
