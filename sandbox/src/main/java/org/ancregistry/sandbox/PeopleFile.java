package org.ancregistry.sandbox;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ancregistry.sandbox.SandboxPerson.Address;
import org.ancregistry.sandbox.SandboxPerson.Contact;
import org.ancregistry.sandbox.http.Json;
import org.ancregistry.sandbox.http.Resources;
import org.jspecify.annotations.Nullable;

/**
 * The made-up people as {@code people.json} lists them.
 *
 * @param entries each person and her role, by the name that tests call her
 */
record PeopleFile(Map<String, Entry> entries) {

    /**
     * One person of the file.
     *
     * @param role what she is in the examples
     * @param person who she is
     */
    record Entry(String role, SandboxPerson person) {}

    static PeopleFile load() {
        var file = Json.parse(Resources.text(PeopleFile.class, "people.json"));
        var entries = new LinkedHashMap<String, Entry>();
        for (var name : file.keySet()) {
            var json = Json.object(file, name);
            entries.put(name, new Entry(Json.text(json, "role"), person(json)));
        }
        return new PeopleFile(entries);
    }

    private static SandboxPerson person(Map<String, Object> json) {
        var names = new LinkedHashMap<String, String>();
        var named = Json.object(json, "names");
        named.keySet().forEach(language -> names.put(language, Json.text(named, language)));
        return new SandboxPerson(
                Json.text(json, "individualId"),
                names,
                LocalDate.parse(Json.text(json, "birthdate")),
                Json.text(json, "gender"),
                new Contact(address(Json.object(json, "address")), given(json, "phone_number"), given(json, "email")),
                Map.of());
    }

    private static @Nullable Address address(Map<String, Object> json) {
        return json.isEmpty()
                ? null
                : new Address(
                        Json.text(json, "street_address"),
                        Json.text(json, "locality"),
                        Json.text(json, "region"),
                        Json.text(json, "country"));
    }

    private static @Nullable String given(Map<String, Object> json, String name) {
        return json.containsKey(name) ? Json.text(json, name) : null;
    }

    SandboxPerson named(String name) {
        var entry = entries.get(name);
        if (entry == null) {
            throw new IllegalArgumentException("Nobody is called " + name);
        }
        return entry.person();
    }

    List<SandboxPerson> all() {
        return entries.values().stream().map(Entry::person).toList();
    }

    List<SandboxPerson> withRole(String role) {
        return entries.values().stream()
                .filter(entry -> entry.role().equals(role))
                .map(Entry::person)
                .toList();
    }

    String roleOf(SandboxPerson person) {
        return entries.values().stream()
                .filter(entry -> entry.person().equals(person))
                .map(Entry::role)
                .findFirst()
                .orElse("other");
    }
}
