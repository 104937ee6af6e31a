package org.ancregistry.server.cds;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestIntent;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestPriority;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** An assessment as the cards of CDS Hooks 2.0, the gravest first, in the reader's language. */
final class Cards {

    private static final String RULES = "https://ancregistry.org/fhir/CodeSystem/anc-rule";
    private static final int LONGEST_SUMMARY = 139;

    private final MessageSource words;
    private final FhirContext fhir;
    private final ObjectMapper json;
    private final String guide;

    /** @param guide where the rules are explained */
    Cards(MessageSource words, FhirContext fhir, ObjectMapper json, String guide) {
        this.words = words;
        this.fhir = fhir;
        this.json = json;
        this.guide = guide;
    }

    List<Map<String, Object>> of(Parameters answer, String patient, Locale locale) {
        var cards = new ArrayList<Map<String, Object>>();
        rules(answer, "met").forEach(rule -> cards.add(met(rule, locale)));
        var prepared = answer.getParameter("prepared-referral");
        if (prepared != null && !cards.isEmpty()) {
            cards.get(0).put("suggestions", List.of(referral(text(prepared, "reason"), patient, locale)));
        }
        var unknown = rules(answer, "not-assessed").toList();
        if (!unknown.isEmpty()) {
            cards.add(notAssessed(unknown, locale));
        }
        return cards;
    }

    /** Silence would look like "no risk": it is said that the registry can say nothing. */
    List<Map<String, Object>> nothingKnown(Locale locale) {
        var card = card(word("cds.unknown", locale), "info");
        card.put("source", source(null));
        return List.of(card);
    }

    private Map<String, Object> met(ParametersParameterComponent rule, Locale locale) {
        var id = text(rule, "rule");
        var card =
                card(words.getMessage("rule." + id, null, text(rule, "title"), locale), indicator(text(rule, "grade")));
        var facts = parts(rule, "fact").map(Cards::fact).collect(Collectors.joining("\n* ", "\n* ", ""));
        card.put(
                "detail",
                words.getMessage("action." + text(rule, "action"), null, text(rule, "action"), locale)
                        + "\n" + (facts.length() > "\n* ".length() ? facts : "") + "\n\n" + id + ", "
                        + word("cds.version", locale) + " " + text(rule, "version"));
        card.put("source", source(id));
        return card;
    }

    private static String indicator(String grade) {
        return switch (grade) {
            case "urgent" -> "critical";
            case "high", "moderate" -> "warning";
            default -> "info";
        };
    }

    private Map<String, Object> notAssessed(List<ParametersParameterComponent> rules, Locale locale) {
        var count = new Object[] {rules.size()};
        var card = card(words.getMessage("risk.unknown", count, locale), "info");
        card.put(
                "detail",
                rules.stream()
                        .map(rule -> text(rule, "rule") + ": "
                                + parts(rule, "missing")
                                        .map(missing -> missing.getValue().primitiveValue())
                                        .collect(Collectors.joining(", ")))
                        .collect(Collectors.joining("\n* ", "* ", "")));
        card.put("source", source(null));
        return card;
    }

    private static Map<String, Object> card(String summary, String indicator) {
        var card = new LinkedHashMap<String, Object>();
        card.put("uuid", UUID.randomUUID().toString());
        card.put("summary", summary.length() > LONGEST_SUMMARY ? summary.substring(0, LONGEST_SUMMARY) : summary);
        card.put("indicator", indicator);
        return card;
    }

    private Map<String, Object> source(@Nullable String rule) {
        var source = new LinkedHashMap<String, Object>();
        source.put("label", "ANC Registry");
        source.put("url", guide);
        if (rule != null) {
            source.put("topic", Map.of("system", RULES, "code", rule));
        }
        return source;
    }

    /** The referral ready to be signed; only the hospital is missing. */
    private Map<String, Object> referral(String reason, String patient, Locale locale) {
        var draft = new ServiceRequest()
                .setStatus(ServiceRequestStatus.DRAFT)
                .setIntent(ServiceRequestIntent.PROPOSAL)
                .setPriority(ServiceRequestPriority.URGENT)
                .setCode(new CodeableConcept().setText("Referral"))
                .setSubject(new Reference("Patient/" + patient))
                .addReasonCode(new CodeableConcept().setText(reason));
        var label = word("urgent.title", locale);
        return Map.of(
                "label",
                label,
                "uuid",
                UUID.randomUUID().toString(),
                "actions",
                List.of(Map.of("type", "create", "description", label, "resource", node(draft))));
    }

    private JsonNode node(ServiceRequest draft) {
        try {
            return json.readTree(fhir.newJsonParser().encodeResourceToString(draft));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("HAPI wrote no JSON", broken);
        }
    }

    private static String fact(ParametersParameterComponent fact) {
        var value = fact.getPart().stream()
                .filter(part -> part.getName().equals("value"))
                .map(part -> shown(part.getValue()))
                .findFirst()
                .orElse("");
        return text(fact, "field") + " " + value + " (" + text(fact, "on") + ")";
    }

    private static String shown(Type value) {
        if (!(value instanceof Quantity quantity)) {
            return value.primitiveValue();
        }
        var bound = quantity.hasComparator() ? quantity.getComparator().toCode() + " " : "";
        return bound + quantity.getValue().toPlainString() + " " + quantity.getCode();
    }

    private String word(String key, Locale locale) {
        return words.getMessage(key, null, locale);
    }

    private static Stream<ParametersParameterComponent> rules(Parameters answer, String outcome) {
        return answer.getParameter().stream()
                .filter(parameter -> parameter.getName().equals("assessment"))
                .filter(rule -> text(rule, "outcome").equals(outcome));
    }

    private static Stream<ParametersParameterComponent> parts(ParametersParameterComponent parameter, String name) {
        return parameter.getPart().stream().filter(part -> part.getName().equals(name));
    }

    private static String text(ParametersParameterComponent parameter, String name) {
        return parts(parameter, name)
                .map(part -> part.getValue().primitiveValue())
                .findFirst()
                .orElse("");
    }
}
