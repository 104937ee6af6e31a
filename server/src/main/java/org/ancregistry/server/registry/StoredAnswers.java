package org.ancregistry.server.registry;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.FhirVersionEnum;
import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.rest.api.Constants;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.ResponseDetails;
import ca.uhn.fhir.rest.server.RestfulServerUtils;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.ancregistry.interceptors.ServerInterceptor;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;

/**
 * Writes a long answer of resources as they lie in the store, where HAPI's encoder would make the same text of each one
 * anew. Comes after everybody who decides what leaves and writes down what left, and writes what they let through.
 */
@Interceptor(order = StoredAnswers.ORDER)
final class StoredAnswers implements ServerInterceptor {

    static final int ORDER = 10_000;

    private static final String JSON = EncodingEnum.JSON.getResourceContentTypeNonLegacy();

    /** They change how a resource is written, with and without a modifier. */
    private static final List<String> CHANGING = List.of(Constants.PARAM_SUMMARY, Constants.PARAM_ELEMENTS);

    private final FhirContext fhir;

    StoredAnswers(FhirContext fhir) {
        this.fhir = fhir;
    }

    /** Says whether HAPI should go on and write the answer itself. */
    @Hook(Pointcut.SERVER_OUTGOING_RESPONSE)
    public boolean write(RequestDetails request, ResponseDetails response) throws IOException {
        if (!(response.getResponseResource() instanceof Bundle bundle)
                || !isPlain(bundle)
                || !isForPlainJson(request)) {
            return true;
        }
        var answer = request.getResponse();
        var writer = answer.getResponseWriter(
                response.getResponseCode(), JSON, StandardCharsets.UTF_8.name(), request.isRespondGzip());
        write(bundle, RestfulServerUtils.getNewParser(fhir, FhirVersionEnum.R4, request), writer);
        answer.commitResponse(writer);
        return false;
    }

    private static boolean isForPlainJson(RequestDetails request) {
        var encoding = RestfulServerUtils.determineResponseEncodingWithDefault(request);
        return encoding.getEncoding() == EncodingEnum.JSON
                && encoding.getResourceContentType().equals(JSON)
                && !RestfulServerUtils.prettyPrintResponse(request.getServer(), request)
                && request.getParameters().keySet().stream()
                        .noneMatch(name -> CHANGING.stream().anyMatch(name::startsWith));
    }

    /** With nothing in it but resources. */
    private static boolean isPlain(Bundle bundle) {
        return bundle.getType() == BundleType.COLLECTION
                && bundle.hasEntry()
                && !bundle.hasId()
                && !bundle.hasMeta()
                && !bundle.hasLink()
                && !bundle.hasTotal()
                && bundle.getEntry().stream().allMatch(StoredAnswers::isPlain);
    }

    private static boolean isPlain(BundleEntryComponent entry) {
        return entry.hasResource() && !entry.hasFullUrl() && !entry.hasLink() && !entry.hasSearch();
    }

    private static void write(Bundle bundle, IParser encoder, Writer writer) throws IOException {
        var separator = "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[";
        for (var entry : bundle.getEntry()) {
            var resource = entry.getResource();
            writer.write(separator);
            writer.write("{\"resource\":");
            writer.write(StoredText.whole(resource).orElseGet(() -> encoder.encodeResourceToString(resource)));
            writer.write("}");
            separator = ",";
        }
        writer.write("]}");
    }
}
