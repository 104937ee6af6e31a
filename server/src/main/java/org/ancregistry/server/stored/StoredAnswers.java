package org.ancregistry.server.stored;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.FhirVersionEnum;
import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.rest.api.Constants;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.ResponseDetails;
import ca.uhn.fhir.rest.server.RestfulServerUtils;
import ca.uhn.fhir.util.DateUtils;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.ancregistry.interceptors.ServerInterceptor;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Resource;

/**
 * Writes what was read, found or summed up as it lies in the store, where HAPI's encoder would make the same text of each one
 * anew. Comes after everybody who decides what leaves and writes down what left, and writes what they let through.
 */
@Interceptor(order = StoredAnswers.ORDER)
final class StoredAnswers implements ServerInterceptor {

    static final int ORDER = 10_000;

    private static final String JSON = EncodingEnum.JSON.getResourceContentTypeNonLegacy();

    /** They change how a resource is written, with and without a modifier. */
    private static final List<String> CHANGING = List.of(Constants.PARAM_SUMMARY, Constants.PARAM_ELEMENTS);

    private static final Set<BundleType> WITH_RECORDS = EnumSet.of(BundleType.COLLECTION, BundleType.SEARCHSET);

    private final FhirContext fhir;

    StoredAnswers(FhirContext fhir) {
        this.fhir = fhir;
    }

    /** Says whether HAPI should go on and write the answer itself. */
    @Hook(Pointcut.SERVER_OUTGOING_RESPONSE)
    public boolean write(RequestDetails request, ResponseDetails response) throws IOException {
        var answer = response.getResponseResource();
        if (!(answer instanceof Resource resource) || !isOfTheStore(resource, request) || !isForPlainJson(request)) {
            return true;
        }
        var encoder = RestfulServerUtils.getNewParser(fhir, FhirVersionEnum.R4, request);
        addHeaders(resource, request);
        var writer = request.getResponse()
                .getResponseWriter(
                        response.getResponseCode(), JSON, StandardCharsets.UTF_8.name(), request.isRespondGzip());
        write(resource, resourceText(request, encoder), writer);
        request.getResponse().commitResponse(writer);
        return false;
    }

    private static boolean isOfTheStore(Resource answer, RequestDetails request) {
        return answer instanceof Bundle bundle
                ? isPlain(bundle)
                : request.getRestOperationType() == RestOperationTypeEnum.READ && StoredText.isKeptWith(answer);
    }

    private static boolean isForPlainJson(RequestDetails request) {
        var encoding = RestfulServerUtils.determineResponseEncodingWithDefault(request);
        return encoding.getEncoding() == EncodingEnum.JSON
                && encoding.getResourceContentType().equals(JSON)
                && !RestfulServerUtils.prettyPrintResponse(request.getServer(), request)
                && request.getParameters().keySet().stream()
                        .noneMatch(name -> CHANGING.stream().anyMatch(name::startsWith));
    }

    /** With nothing in its entries but resources, and what a search says of them. */
    private static boolean isPlain(Bundle bundle) {
        return WITH_RECORDS.contains(bundle.getType())
                && bundle.hasEntry()
                && !bundle.hasSignature()
                && bundle.getEntry().stream().allMatch(StoredAnswers::isPlain);
    }

    private static boolean isPlain(BundleEntryComponent entry) {
        return entry.hasResource()
                && !entry.hasLink()
                && !entry.hasRequest()
                && !entry.hasResponse()
                && !entry.getSearch().hasScore();
    }

    /** Those that HAPI gives. */
    private static void addHeaders(Resource resource, RequestDetails request) {
        var answer = request.getResponse();
        if (request.getRestOperationType() == RestOperationTypeEnum.READ) {
            var version = resource.getMeta().getVersionId();
            var address = request.getFhirServerBase() + "/" + resource.fhirType() + "/"
                    + resource.getIdElement().getIdPart() + "/_history/" + version;
            answer.addHeader(Constants.HEADER_CONTENT_LOCATION, address);
            answer.addHeader(Constants.HEADER_ETAG, RestfulServerUtils.createEtag(version));
        }
        if (resource.getMeta().hasLastUpdated()) {
            var changed = resource.getMeta().getLastUpdated();
            answer.addHeader(Constants.HEADER_LAST_MODIFIED, DateUtils.formatDate(changed));
        }
    }

    private static Function<Resource, String> resourceText(RequestDetails request, IParser encoder) {
        var isSearch = request.getRestOperationType() == RestOperationTypeEnum.SEARCH_TYPE;
        return resource -> StoredText.whole(resource)
                .or(() -> isSearch ? StoredText.wholeOfFound(resource) : Optional.empty())
                .orElseGet(() -> encoder.encodeResourceToString(resource));
    }

    private static void write(Resource answer, Function<Resource, String> text, Writer writer) throws IOException {
        if (answer instanceof Bundle bundle) {
            writeBundle(bundle, text, writer);
        } else {
            writer.write(text.apply(answer));
        }
    }

    private static void writeBundle(Bundle bundle, Function<Resource, String> text, Writer writer) throws IOException {
        var frame = text.apply(withoutEntries(bundle));
        writer.write(frame, 0, frame.length() - 1);
        var separator = ",\"entry\":[";
        for (var entry : bundle.getEntry()) {
            writer.write(separator);
            writeEntry(entry, text, writer);
            separator = ",";
        }
        writer.write("]}");
    }

    private static Bundle withoutEntries(Bundle bundle) {
        var frame = new Bundle();
        frame.setId(bundle.getIdElement());
        frame.setMeta(bundle.getMeta());
        frame.setIdentifier(bundle.getIdentifier());
        frame.setType(bundle.getType());
        frame.setTimestampElement(bundle.getTimestampElement());
        frame.setTotalElement(bundle.getTotalElement());
        frame.setLink(bundle.getLink());
        return frame;
    }

    private static void writeEntry(BundleEntryComponent entry, Function<Resource, String> text, Writer writer)
            throws IOException {
        writer.write("{");
        if (entry.hasFullUrl()) {
            writer.write("\"fullUrl\":" + StoredText.quoted(entry.getFullUrl()) + ",");
        }
        writer.write("\"resource\":");
        writer.write(text.apply(entry.getResource()));
        if (entry.getSearch().hasMode()) {
            var mode = entry.getSearch().getMode().toCode();
            writer.write(",\"search\":{\"mode\":" + StoredText.quoted(mode) + "}");
        }
        writer.write("}");
    }
}
