package org.ancregistry.operations.importanc;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * Numbers that the sync agent writes as {@code valueDecimal}, which no Observation has: the FHIR parser drops them, and a
 * haemoglobin would be lost while its sender believes it stored.
 */
record UnknownNumbers(Map<Integer, BigDecimal> byEntry) {

    private static final String NAME = "valueDecimal";
    private static final int MOST_DIGITS = 20;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    static UnknownNumbers in(byte[] body) {
        var found = new HashMap<Integer, BigDecimal>();
        var entries = bundle(read(body)).path("entry");
        for (var i = 0; i < entries.size(); i++) {
            var number = entries.path(i).path("resource").path(NAME);
            if (number.isNumber() && isShort(number.decimalValue())) {
                found.put(i, number.decimalValue());
            }
        }
        return new UnknownNumbers(Map.copyOf(found));
    }

    /** What a clinic measures has few digits; a number of a million would fill the memory when it is written out. */
    private static boolean isShort(BigDecimal number) {
        return Math.abs((long) number.scale()) <= MOST_DIGITS && number.precision() <= MOST_DIGITS;
    }

    /** The Bundle is the body, or a parameter in it. */
    private static JsonNode bundle(JsonNode body) {
        return StreamSupport.stream(body.path("parameter").spliterator(), false)
                .map(parameter -> parameter.path("resource"))
                .filter(resource -> resource.has("entry"))
                .findFirst()
                .orElse(body);
    }

    /** The FHIR parser has read the body before: what is no JSON is XML, which the agent does not send. */
    private static JsonNode read(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException notJson) {
            return JSON.createObjectNode();
        }
    }

    Optional<BigDecimal> of(int entry) {
        return Optional.ofNullable(byEntry.get(entry));
    }
}
