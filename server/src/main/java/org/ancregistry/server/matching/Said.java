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

/** Writes down what a record says of a woman, so that a hundred can be compared without reading a hundred resources. */
public final class Said {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .defaultPropertyInclusion(JsonInclude.Value.construct(Include.NON_NULL, Include.NON_NULL))
            .build();
    private static final ObjectReader READER = JSON.readerFor(Demographics.class);
    private static final ObjectWriter WRITER = JSON.writerFor(Demographics.class);

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

    public static Demographics read(String text) {
        try {
            return READER.readValue(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The match index holds something that it did not write.", e);
        }
    }
}
