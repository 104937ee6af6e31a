package org.ancregistry.interceptors.access;

import static org.ancregistry.domain.access.Role.CLINIC_NURSE;
import static org.ancregistry.domain.access.Role.DOCTOR;
import static org.ancregistry.domain.access.Role.MIDWIFE;
import static org.ancregistry.domain.access.Role.SUPERVISOR;
import static org.ancregistry.domain.access.Role.SYSTEM;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ancregistry.domain.access.Role;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Resource;

/**
 * What can hurt a woman when the wrong person reads it. Such a resource is labelled from the moment it is stored
 * ({@code meta.security}), and shown by role. What she herself is told in person first is another question
 * ({@link KeptForConversation}).
 *
 * @param label the code in HL7 v3 ActCode
 * @param readers who of those who reach her reads it
 * @param codes by which it is known, by code system
 * @param icd10 beginnings of the ICD-10 codes by which it is known
 */
public record Sensitivity(String label, Set<Role> readers, Map<String, Set<String>> codes, Set<String> icd10) {

    /** The types whose resources say such things. */
    static final Set<String> TYPES =
            Set.of("Condition", "DetectedIssue", "Encounter", "Observation", "RiskAssessment", "ServiceRequest");

    private static final String ACT_CODE = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
    private static final String CONFIDENTIALITY = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality";
    private static final String WHO = "http://smart.who.int/anc";
    private static final String DICTIONARY = "https://ancregistry.org/fhir/CodeSystem/anc-dictionary";
    private static final String LOINC = "http://loinc.org";
    private static final String SNOMED = "http://snomed.info/sct";
    private static final String RULES = "https://ancregistry.org/fhir/CodeSystem/anc-rule";
    private static final String TESTS = "https://ancregistry.org/fhir/CodeSystem/anc-test";
    private static final String ICD_10 = "http://hl7.org/fhir/sid/icd-10";

    /** What WHO asks about violence by a partner or in the family, why nobody asked, and what was done about it. */
    static final Set<String> VIOLENCE = Set.of(
            "ANC.B7.DE71",
            "ANC.B7.DE97",
            "ANC.B8.DE117",
            "ANC.B8.DE121",
            "ANC.B8.DE122",
            "ANC.B8.DE128",
            "ANC.B8.DE129",
            "ANC.B8.DE130",
            "ANC.B8.DE131",
            "ANC.B8.DE132",
            "ANC.B8.DE133",
            "ANC.B10.DE203",
            "ANC.B10.DE204",
            "ANC.B10.DE210",
            "ANC.B10.DE216",
            "ANC.B10.DE223");

    /** Lasting stress, fear and depression, other distress, thoughts and plans of harming herself, as WHO codes them. */
    static final Set<String> DISTRESS =
            Set.of("ANC.B7.DE73", "ANC.B7.DE74", "ANC.B7.DE75", "ANC.B7.DE76", "ANC.B7.DE80", "ANC.B7.DE81");

    /** The two questions about her mood. */
    static final Set<String> MOOD = Set.of("mood-interest", "mood-down");

    /** EPDS, PHQ-9 and PHQ-2, as panels, totals and the two questions of PHQ-2. */
    static final Set<String> MOOD_LOINC =
            Set.of("71354-5", "44249-1", "44261-6", "55757-9", "55758-7", "44250-9", "44255-8");

    private static final Set<Role> CARE_AND_PROGRAMS = Set.of(MIDWIFE, SUPERVISOR, DOCTOR, CLINIC_NURSE, SYSTEM);
    private static final Set<Role> THOSE_WHO_TALK_WITH_HER = Set.of(MIDWIFE, SUPERVISOR, DOCTOR);

    private static final List<Sensitivity> ALL = List.of(
            new Sensitivity(
                    "HIV",
                    CARE_AND_PROGRAMS,
                    Map.of(
                            WHO, Set.of("ANC.B6.DE95", "ANC.B9.DE41"),
                            DICTIONARY, Set.of("hx-hiv", "hiv"),
                            LOINC, Set.of("75622-1"),
                            RULES, Set.of("R-HIV", "R-MED-HIV"),
                            TESTS, Set.of("hiv"),
                            SNOMED, Set.of("165816005")),
                    Set.of("Z21", "B20", "B21", "B22", "B23", "B24", "O98.7")),
            new Sensitivity(
                    "STD",
                    CARE_AND_PROGRAMS,
                    Map.of(
                            WHO, Set.of("ANC.B9.DE107"),
                            DICTIONARY, Set.of("syphilis"),
                            LOINC, Set.of("5292-8"),
                            RULES, Set.of("R-SYPH"),
                            TESTS, Set.of("syphilis")),
                    Set.of("A50", "A51", "A52", "A53", "O98.1")),
            // Violence in the family.
            new Sensitivity("SDV", THOSE_WHO_TALK_WITH_HER, Map.of(WHO, VIOLENCE), Set.of("T74", "Y07", "Z63.0")),
            // Mental health.
            new Sensitivity(
                    "PSY",
                    THOSE_WHO_TALK_WITH_HER,
                    Map.of(
                            WHO,
                            DISTRESS,
                            DICTIONARY,
                            with(MOOD, "hx-mental"),
                            LOINC,
                            MOOD_LOINC,
                            SNOMED,
                            Set.of("74732009")),
                    Set.of("F")));

    /** What the mother herself is told in person, another list says. */
    private static final Map<Role, List<Sensitivity>> KEPT_FROM = Arrays.stream(Role.values())
            .collect(Collectors.toUnmodifiableMap(
                    role -> role,
                    role -> role == Role.MOTHER
                            ? List.of()
                            : ALL.stream()
                                    .filter(one -> !one.readers.contains(role))
                                    .toList()));

    static Set<String> with(Set<String> codes, String... more) {
        return Stream.concat(codes.stream(), Stream.of(more)).collect(Collectors.toUnmodifiableSet());
    }

    /** Labels a resource by what it says; labels that it has stay. */
    public static void label(Resource resource) {
        var meant = of(resource);
        meant.forEach(one -> add(resource, ACT_CODE, one.label()));
        if (!meant.isEmpty()) {
            add(resource, CONFIDENTIALITY, "R");
        }
    }

    private static void add(Resource resource, String system, String code) {
        if (resource.getMeta().getSecurity(system, code) == null) {
            resource.getMeta().addSecurity(new Coding(system, code, null));
        }
    }

    /** Whether a reader in that role must not have the resource. */
    static boolean isKeptFrom(Role role, Resource resource) {
        var kept = keptFrom(role);
        return !kept.isEmpty() && of(resource).stream().anyMatch(kept::contains);
    }

    static boolean isAnythingKeptFrom(Role role) {
        return !keptFrom(role).isEmpty();
    }

    private static List<Sensitivity> keptFrom(Role role) {
        return Objects.requireNonNull(KEPT_FROM.get(role));
    }

    private static List<Sensitivity> of(Resource resource) {
        var codings = Stream.concat(resource.getMeta().getSecurity().stream(), KeptForConversation.codings(resource))
                .toList();
        return ALL.stream()
                .filter(one -> codings.stream().anyMatch(one::isMeantBy))
                .toList();
    }

    private boolean isMeantBy(Coding coding) {
        var code = coding.getCode();
        if (code == null) {
            return false;
        }
        var system = String.valueOf(coding.getSystem());
        return (system.equals(ACT_CODE) && code.equals(label))
                || codes.getOrDefault(system, Set.of()).contains(code)
                || (system.equals(ICD_10) && icd10.stream().anyMatch(code::startsWith));
    }
}
