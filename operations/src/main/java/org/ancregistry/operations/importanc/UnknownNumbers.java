package org.ancregistry.operations.importanc;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Numbers that the sync agent writes as {@code valueDecimal}, which no Observation has: the FHIR parser drops them, and a
 * haemoglobin would be lost while its sender believes it stored.
 */
record UnknownNumbers(Map<String, BigDecimal> byAddress) {

    private static final String NAME = "valueDecimal";
    private static final int MOST_DIGITS = 20;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** By the address of their entry; what stands under one address twice belongs to neither. */
    static UnknownNumbers in(byte[] body) {
        var found = new TreeMap<String, BigDecimal>();
        var seen = new HashSet<String>();
        read(body).path("entry").forEach(entry -> {
            var address = entry.path("fullUrl").asText();
            var number = entry.path("resource").path(NAME);
            if (!seen.add(address)) {
                found.remove(address);
            } else if (number.isNumber() && isShort(number.decimalValue())) {
                found.put(address, number.decimalValue());
            }
        });
        found.remove("");
        return new UnknownNumbers(Collections.unmodifiableMap(found));
    }

    /** What a clinic measures has few digits; a number of a million would fill the memory when it is written out. */
    private static boolean isShort(BigDecimal number) {
        return Math.abs((long) number.scale()) <= MOST_DIGITS && number.precision() <= MOST_DIGITS;
    }

    /** The FHIR parser has read the body before: what is no JSON is XML, which the agent does not send. */
    private static JsonNode read(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException notJson) {
            return JSON.createObjectNode();
        }
    }

    Optional<BigDecimal> of(String fullUrl) {
        return Optional.ofNullable(byAddress.get(fullUrl));
    }
}
