package org.ancregistry.server.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.regex.Pattern;
import org.ancregistry.domain.phn.PhnFactory;
import org.ancregistry.domain.phn.PhnPolicy;
import org.ancregistry.server.testing.TestPointsOfIssue;

/**
 * The Bundle that the DHIS2 sync agent was recorded with, told of another woman: her numbers are her own, and her last visit
 * was yesterday.
 */
final class AgentBundle {

    private static final JsonMapper JSON = new JsonMapper();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern DAY = Pattern.compile("\"(202[56]-\\d{2}-\\d{2})");
    private static final LocalDate VISIT = LocalDate.of(2025, 9, 16);

    static final int MOTHER = 0;
    static final int REGISTRATION = 2;
    static final int VISIT_CONTACT = 3;

    final String phn = new PhnFactory(PhnPolicy.sriLanka(), RANDOM)
            .candidate(TestPointsOfIssue.another())
            .value();
    final String trackedEntity = uid();
    final String registration = uid();
    final String visit = uid();
    final String registrationNumber = "ANC" + RANDOM.nextInt(100_000_000);
    final String nationalId = "1997714" + String.format("%05d", RANDOM.nextInt(100_000));
    private final ObjectNode bundle;

    AgentBundle() {
        var shift = ChronoUnit.DAYS.between(
                VISIT, LocalDate.now(ZoneId.of("Asia/Colombo")).minusDays(1));
        var text = DAY.matcher(recorded()
                        .replace("200012345678", nationalId)
                        .replace("+94712345678", "+9477" + (1_000_000 + RANDOM.nextInt(8_999_999)))
                        .replace("12345678\"", phn + "\"")
                        .replace("KGY0UKmRqqh", trackedEntity)
                        .replace("ANEt5ec0HOM", registration)
                        .replace("bEPWxMXbAdX", visit)
                        .replace("ANC00000001", registrationNumber)
                        .replace("John A. B. C. Doe", "Kusuma " + trackedEntity + " Silva"))
                .replaceAll(day -> "\"" + LocalDate.parse(day.group(1)).plusDays(shift));
        bundle = read(text);
    }

    /** As it was recorded, byte for byte. */
    static String recorded() {
        try (var in = Objects.requireNonNull(AgentBundle.class.getResourceAsStream("/inbound/dhis2-bundle.json"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static ObjectNode read(String text) {
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static String uid() {
        var letters = "abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ";
        var uid = new StringBuilder();
        while (uid.length() < 11) {
            uid.append(letters.charAt(RANDOM.nextInt(letters.length())));
        }
        return uid.toString();
    }

    ArrayNode entries() {
        return (ArrayNode) bundle.get("entry");
    }

    /** The resource of an entry, to be changed. */
    ObjectNode resource(int entry) {
        return (ObjectNode) entries().get(entry).get("resource");
    }

    /** The entry of a data element. */
    int entry(String element) {
        for (var i = 0; i < entries().size(); i++) {
            if (entries().get(i).get("fullUrl").asText().endsWith(element)) {
                return i;
            }
        }
        throw new IllegalArgumentException(element);
    }

    ObjectNode value(String element) {
        return resource(entry(element));
    }

    /** One more value of the visit, as the agent's mapping writes it. */
    ObjectNode addToVisit(String element, String system, String code) {
        var like = entries().get(entry("Y3xF4qecAVw")).deepCopy();
        ((ObjectNode) like).put("fullUrl", "urn:uuid:" + visit + "-" + element);
        var resource = (ObjectNode) like.get("resource");
        resource.remove("valueInteger");
        ((ObjectNode) resource.get("identifier").get(0)).put("value", visit + "-" + element);
        var coding = (ObjectNode) resource.get("code").get("coding").get(0);
        coding.put("system", system).put("code", code);
        entries().add(like);
        return resource;
    }

    /** One more visit, on that day, with a systolic pressure. */
    void addVisit(String event, LocalDate on, int systolic) {
        var contact = entries().get(VISIT_CONTACT).deepCopy();
        var pressure = entries().get(entry("Y3xF4qecAVw")).deepCopy();
        for (JsonNode added : new JsonNode[] {contact, pressure}) {
            entries().add(read(added.toString().replace(visit, event)));
        }
        var size = entries().size();
        ((ObjectNode) resource(size - 2).get("period")).put("end", on + "T10:00:00.000");
        resource(size - 1).put("effectiveDateTime", on + "T10:00:00.000").put("valueInteger", systolic);
    }

    String json() {
        return bundle.toString();
    }

    String inParameters() {
        return "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"bundle\",\"resource\":" + json() + "}]}";
    }
}
