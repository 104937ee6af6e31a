package org.ancregistry.interceptors.validation;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.ErrorHandlerAdapter;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ScalarType;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ValueType;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds what the server would drop without a word: a finding under a misspelt name would be lost while its sender believes
 * it stored.
 */
final class CarefulReading extends ErrorHandlerAdapter {

    private final List<Breach> breaches = new ArrayList<>();

    private CarefulReading() {}

    /** What would be lost of the request's body. */
    static List<Breach> lost(RequestDetails request) {
        var body = new String(request.loadRequestContents(), StandardCharsets.UTF_8);
        return body.isBlank() ? List.of() : lost(request.getFhirContext(), body, EncodingEnum.detectEncoding(body));
    }

    /** What would be lost of {@code body}, which the server's own parser has read before. */
    static List<Breach> lost(FhirContext fhir, String body, EncodingEnum encoding) {
        var reading = new CarefulReading();
        var parser = encoding.newParser(fhir);
        parser.setParserErrorHandler(reading);
        parser.parseResource(body);
        return List.copyOf(reading.breaches);
    }

    @Override
    public void unknownElement(@Nullable IParseLocation location, String name) {
        add(location, name, "unknown-element", "FHIR R4 has no such element here.");
    }

    @Override
    public void unknownAttribute(@Nullable IParseLocation location, String name) {
        add(location, name, "unknown-element", "FHIR R4 has no such attribute here.");
    }

    @Override
    public void unexpectedRepeatingElement(@Nullable IParseLocation location, String name) {
        add(location, name, "repeated-element", "This element stands more than once and may stand once.");
    }

    @Override
    public void incorrectJsonType(
            @Nullable IParseLocation location,
            String name,
            ValueType expected,
            @Nullable ScalarType expectedScalar,
            ValueType found,
            @Nullable ScalarType foundScalar) {
        add(location, name, "json-type", "The JSON value of this element is of another kind than FHIR asks for.");
    }

    @Override
    public void containedResourceWithNoId(@Nullable IParseLocation location) {
        add(location, "contained", "contained-without-id", "A contained resource needs an id.");
    }

    private void add(@Nullable IParseLocation location, String name, String rule, String message) {
        var parent = location == null ? null : location.getParentElementName();
        var told = MadeUpName.told(name);
        breaches.add(new Breach(parent == null ? told : parent + "." + told, rule, message));
    }
}
