package org.ancregistry.sandbox;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ancregistry.sandbox.SandboxPerson.Address;
import org.ancregistry.sandbox.SandboxPerson.Contact;
import org.ancregistry.sandbox.http.Json;
import org.ancregistry.sandbox.http.Request;
import org.jspecify.annotations.Nullable;

/** Takes people in, as the mock ID system does: texts come as lists of {@code {language, value}}. */
final class MockIdentities {

    private static final DateTimeFormatter SLASHES = DateTimeFormatter.ofPattern("uuuu/MM/dd");

    private final Realm realm;

    MockIdentities(Realm realm) {
        this.realm = realm;
    }

    @Nullable
    Object create(Request unused, Map<String, Object> call) {
        var id = Json.text(call, "individualId");
        if (id.isBlank()) {
            throw Refusal.of("request.individualId", "invalid_individual_id");
        }
        realm.add(
                new SandboxPerson(id, names(call), birthdate(call), english(call, "gender"), contact(call), Map.of()));
        return Map.of("status", "mock identity data created successfully");
    }

    private static LocalDate birthdate(Map<String, Object> call) {
        try {
            return LocalDate.parse(Json.text(call, "dateOfBirth"), SLASHES);
        } catch (DateTimeParseException notADate) {
            throw Refusal.of("request.dateOfBirth", "invalid_date_of_birth");
        }
    }

    private static Map<String, String> names(Map<String, Object> call) {
        var full = texts(call, "fullName");
        return full.isEmpty() ? texts(call, "name") : full;
    }

    private static Contact contact(Map<String, Object> call) {
        var address = new Address(
                english(call, "streetAddress"),
                english(call, "locality"),
                english(call, "region"),
                english(call, "country"));
        return new Contact(address, orNull(Json.text(call, "phone")), orNull(Json.text(call, "email")));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String english(Map<String, Object> call, String member) {
        return texts(call, member).values().stream().findFirst().orElse("");
    }

    private static Map<String, String> texts(Map<String, Object> call, String member) {
        var texts = new LinkedHashMap<String, String>();
        for (var text : Json.list(call, member)) {
            var entry = Json.object(Map.of(member, text), member);
            texts.put(Json.text(entry, "language"), Json.text(entry, "value"));
        }
        return texts;
    }
}
