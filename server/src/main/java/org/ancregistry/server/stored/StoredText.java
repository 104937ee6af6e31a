package org.ancregistry.server.stored;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.Optional;
import org.ancregistry.interceptors.access.WordsOfStaff;
import org.hl7.fhir.r4.model.Resource;

/**
 * The JSON of a resource as HAPI's encoder wrote it into the store: all of it but what the store keeps beside it, the id
 * and the beginning of {@code meta}.
 */
record StoredText(String body) {

    private static final String TO_SHOW = StoredText.class.getName();
    private static final String FOUND = TO_SHOW + ".found";
    private static final String META = ",\"meta\":{";

    /** Remembers the text with a resource that was read to be shown. Nobody changes it but {@link WordsOfStaff}, who say so. */
    void keepWith(Resource resource) {
        resource.setUserData(TO_SHOW, this);
    }

    /** Remembers the text with a resource that a search found, be it to show it or to work with it. */
    void keepWithFound(Resource resource) {
        resource.setUserData(FOUND, this);
    }

    /** Whether a resource was read to be shown, without putting its text together. */
    static boolean isKeptWith(Resource resource) {
        return resource.getUserData(TO_SHOW) instanceof StoredText;
    }

    /** The whole JSON of a resource that was read to be shown; empty for every other one. */
    static Optional<String> whole(Resource resource) {
        return whole(resource, TO_SHOW);
    }

    /** The same of one that a client's own search found: nobody works with what that finds. */
    static Optional<String> wholeOfFound(Resource resource) {
        return whole(resource, FOUND);
    }

    private static Optional<String> whole(Resource resource, String key) {
        return !WordsOfStaff.wereTakenOutOf(resource) && resource.getUserData(key) instanceof StoredText stored
                ? stored.completed(resource)
                : Optional.empty();
    }

    private Optional<String> completed(Resource resource) {
        var start = "{\"resourceType\":\"" + resource.fhirType() + "\"";
        if (!body.startsWith(start) || body.startsWith(",\"id\":", start.length()) || !resource.hasIdElement()) {
            return Optional.empty();
        }
        var rest = body.substring(start.length());
        var own = start + ",\"id\":" + quoted(resource.getIdElement().getIdPart()) + META + keptBeside(resource);
        return rest.startsWith(META)
                ? Optional.of(own + separator(rest.charAt(META.length())) + rest.substring(META.length()))
                : Optional.of(own + "}" + rest);
    }

    private static String separator(char next) {
        return next == '}' ? "" : ",";
    }

    /** In the order in which HAPI writes it. */
    private static String keptBeside(Resource resource) {
        var meta = resource.getMeta();
        var text = "\"versionId\":" + quoted(meta.getVersionId()) + ",\"lastUpdated\":"
                + quoted(meta.getLastUpdatedElement().getValueAsString());
        return meta.hasSource() ? text + ",\"source\":" + quoted(meta.getSource()) : text;
    }

    static String quoted(String value) {
        return '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(value)) + '"';
    }
}
