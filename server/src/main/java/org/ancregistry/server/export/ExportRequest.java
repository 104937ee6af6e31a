package org.ancregistry.server.export;

import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.ancregistry.interceptors.Refusal;
import org.hl7.fhir.r4.model.InstantType;
import org.jspecify.annotations.Nullable;

/**
 * What a program asks to have exported. What this registry does not do is refused and not left out in silence.
 *
 * @see <a href="https://hl7.org/fhir/uv/bulkdata/export.html">Bulk Data Access 2.0</a>
 */
final class ExportRequest {

    private static final Set<String> KNOWN = Set.of("_outputFormat", "_since", "_type", "_format");
    private static final Set<String> FORMATS = Set.of("application/fhir+ndjson", "application/ndjson", "ndjson");

    private static final int LONGEST = 2000;

    private final RequestDetails request;

    ExportRequest(RequestDetails request) {
        this.request = request;
    }

    void check() {
        if (request.getHeaders("Prefer").stream().noneMatch(prefer -> prefer.contains("respond-async"))) {
            throw Refusal.BAD_REQUEST.because("An export is answered later: send Prefer: respond-async.");
        }
        if (request.getCompleteUrl().length() > LONGEST) {
            throw Refusal.BAD_REQUEST.because("The address is too long: name each type once.");
        }
        request.getParameters().keySet().stream()
                .filter(name -> !KNOWN.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw Refusal.BAD_REQUEST.because("An export knows _type, _since and _outputFormat only.");
                });
        var format = value("_outputFormat");
        if (format != null && !FORMATS.contains(format.replace(' ', '+'))) {
            throw Refusal.BAD_REQUEST.because("An export is given as application/fhir+ndjson only.");
        }
    }

    /** The types asked for, or all that there are for this program. */
    List<String> types(Set<String> allowed) {
        var asked = value("_type");
        var types = asked == null ? new TreeSet<>(allowed) : new TreeSet<>(Arrays.asList(asked.split(",", -1)));
        if (types.isEmpty() || !allowed.containsAll(types)) {
            throw Refusal.FORBIDDEN.because("Your app's permissions do not allow to export all of these types.");
        }
        return List.copyOf(types);
    }

    @Nullable
    Instant since() {
        var since = value("_since");
        try {
            return since == null
                    ? null
                    : new InstantType(since.replace(' ', '+')).getValue().toInstant();
        } catch (DataFormatException | IllegalArgumentException e) {
            throw Refusal.BAD_REQUEST.because("_since is an instant, as 2026-11-28T10:00:00Z.");
        }
    }

    @Nullable
    String value(String name) {
        var values = request.getParameters().get(name);
        return values == null || values.length == 0 ? null : String.join(",", values);
    }
}
