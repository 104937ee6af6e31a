package org.ancregistry.server.matching;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.ancregistry.domain.person.Demographics;
import org.jspecify.annotations.Nullable;

/** Writes down what a record says of a woman, so that a hundred can be compared without reading a hundred resources. */
public final class Said {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .defaultPropertyInclusion(JsonInclude.Value.construct(Include.NON_NULL, Include.NON_NULL))
            .build();
    private static final ObjectReader READER = JSON.readerFor(Demographics.class);
    private static final ObjectWriter WRITER = JSON.writerFor(Demographics.class);

    private static final int LONGEST_VILLAGE = 200;

    /** That nothing is known of her. */
    static final String NOTHING = "{\"names\":[]}";

    private Said() {}

    /** Without her national ID number, of which nothing is kept here. */
    static String text(Demographics woman) {
        try {
            return WRITER.writeValueAsString(woman.with(null));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What is said of a person can always be written.", e);
        }
    }

    /** The village that her address names; nothing where it is longer than any name of one. */
    static @Nullable String village(Demographics woman) {
        var address = woman.address();
        var village = address == null || address.locality() == null
                ? ""
                : address.locality().strip();
        return village.isEmpty() || village.length() > LONGEST_VILLAGE ? null : village;
    }

    public static Demographics read(String text) {
        try {
            return READER.readValue(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The match index holds something that it did not write.", e);
        }
    }
}
