package org.ancregistry.portals.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.ancregistry.domain.person.Demographics;

/** A person's details as JSON text, which is read back exactly. */
final class DemographicsText {

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    private DemographicsText() {}

    static String write(Demographics details) {
        try {
            return JSON.writeValueAsString(details);
        } catch (JsonProcessingException e) {
            e.clearLocation();
            throw new IllegalStateException("Details of a person cannot be written.", e);
        }
    }

    static Demographics read(String json) {
        try {
            return JSON.readValue(json, Demographics.class);
        } catch (JsonProcessingException e) {
            e.clearLocation();
            throw new IllegalStateException("Stored details of a person cannot be read.", e);
        }
    }
}
