package org.ancregistry.ig;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.NpmPackageValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.StructureDefinition.StructureDefinitionKind;
import org.hl7.fhir.utilities.npm.NpmPackage;

/**
 * Says in what a resource does not keep to the guide. Needs no network and no database: the guide's package and FHIR's
 * own definitions are on the class path. Safe for many threads.
 */
public final class GuideValidator {
    /** The guide's package on the class path. */
    public static final String PACKAGE = "classpath:anc-ig.tgz";

    private static final String FILE = "/anc-ig.tgz";
    private static final String CANONICAL = "https://ancregistry.org/fhir/";
    private static final Set<String> UNKNOWN = Set.of("Extension_EXT_Unknown", "Validation_VAL_Profile_Unknown");
    private static final String FROM_TERMINOLOGY = "Terminology_PassThrough_TX_Message";

    private final FhirContext fhir;
    private final FhirValidator validator;
    private final ReferenceTypes references;
    private final Map<String, List<String>> profiles;

    /** @param fhir the application's context, for R4 */
    public GuideValidator(FhirContext fhir) {
        var guide = guide(fhir);
        this.fhir = fhir;
        this.validator = fhir.newValidator().registerValidatorModule(rules(fhir, guide));
        var definitions = definitions(guide);
        this.references = new ReferenceTypes(fhir, definitions);
        this.profiles = profiles(definitions);
    }

    /** Canonical addresses of the guide's profiles for a resource type, in order; none when it has none. */
    public List<String> profilesOf(String type) {
        return profiles.getOrDefault(type, List.of());
    }

    /**
     * What is wrong with a resource; nothing when it is valid. It is judged by the profiles in its {@code meta.profile}, as
     * far as they are this guide's, and by FHIR itself. Warnings are left out. A message may quote what the resource says:
     * it is for whoever wrote the resource and not for a log.
     *
     * <p>Judged is the resource as it would be stored: of one that came in a request the validator would look at the text
     * of the request instead, and not see what was added since.
     */
    public List<Breach> breaches(IBaseResource resource) {
        var text = fhir.newJsonParser().encodeResourceToString(resource);
        var judged = validator.validateWithResult(text).getMessages().stream()
                .filter(GuideValidator::isProblem)
                .map(Breach::of);
        return Stream.concat(judged, references.breaches(resource).stream())
                .distinct()
                .toList();
    }

    /** The same, each breach as {@code element: message}. */
    public List<String> problems(IBaseResource resource) {
        return breaches(resource).stream().map(Breach::toString).toList();
    }

    /** Judges each of the guide's own examples once, which takes seconds, so that no user waits for the first of a kind. */
    public void warmUp() {
        var parser = fhir.newJsonParser();
        try {
            var guide = NpmPackage.fromPackage(
                    Objects.requireNonNull(GuideValidator.class.getResourceAsStream(FILE), PACKAGE));
            for (var example : guide.list("example")) {
                problems(parser.parseResource(guide.load("example", example)));
            }
        } catch (IOException unreadable) {
            throw unreadable(unreadable);
        }
    }

    private static List<StructureDefinition> definitions(NpmPackageValidationSupport guide) {
        return Objects.requireNonNull(guide.fetchAllNonBaseStructureDefinitions()).stream()
                .map(StructureDefinition.class::cast)
                .toList();
    }

    private static Map<String, List<String>> profiles(List<StructureDefinition> definitions) {
        return definitions.stream()
                .filter(profile -> profile.getKind() == StructureDefinitionKind.RESOURCE)
                .collect(Collectors.groupingBy(
                        StructureDefinition::getType,
                        Collectors.collectingAndThen(
                                Collectors.mapping(StructureDefinition::getUrl, Collectors.toList()),
                                urls -> urls.stream().sorted().toList())));
    }

    private static FhirInstanceValidator rules(FhirContext fhir, NpmPackageValidationSupport guide) {
        var support = new ValidationSupportChain(
                guide,
                new AnyLanguage(fhir),
                new DefaultProfileValidationSupport(fhir),
                new CommonCodeSystemsTerminologyService(fhir),
                new InMemoryTerminologyServerValidationSupport(fhir),
                new SnapshotGeneratingValidationSupport(fhir));
        var rules = new FhirInstanceValidator(support);
        rules.setErrorForUnknownProfiles(false);
        return rules;
    }

    private static NpmPackageValidationSupport guide(FhirContext fhir) {
        var guide = new NpmPackageValidationSupport(fhir);
        try {
            guide.loadPackageFromClasspath(PACKAGE);
        } catch (IOException unreadable) {
            throw unreadable(unreadable);
        }
        return guide;
    }

    private static UncheckedIOException unreadable(IOException reason) {
        return new UncheckedIOException("The guide's package cannot be read: " + PACKAGE, reason);
    }

    private static boolean isProblem(SingleValidationMessage message) {
        return message.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0
                ? !isJudgedElsewhere(message)
                : isMisspelt(message);
    }

    /**
     * The terminology service calls every code outside a value set an error, even where the binding is only preferred
     * ("si" is not among FHIR's preferred languages). Where a binding is required the validator says so in a message of its
     * own, so nothing is lost by leaving the service's out.
     */
    private static boolean isJudgedElsewhere(SingleValidationMessage message) {
        return FROM_TERMINOLOGY.equals(message.getMessageId())
                && message.getMessage().contains("is not in valueset");
    }

    /**
     * What nobody knows may be somebody else's; under this guide's own address it is a mistake. An unknown profile is told a
     * second time without a place.
     */
    private static boolean isMisspelt(SingleValidationMessage message) {
        return message.getLocationString() != null
                && UNKNOWN.contains(Objects.requireNonNullElse(message.getMessageId(), ""))
                && message.getMessage().contains(CANONICAL);
    }
}
