package org.ancregistry.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the house of docs/architecture.md: who may use whom. Packages are written in full; HAPI has a server, too. */
class ArchitectureTest {

    private static final String HOUSE = "org.ancregistry.";

    private static final Map<String, Set<String>> MAY_USE = Map.of(
            "domain", Set.of(),
            "interceptors", Set.of("domain"),
            "operations", Set.of("domain"),
            "portals", Set.of("domain"),
            "ig", Set.of(),
            "server", Set.of("domain", "interceptors", "operations", "portals", "ig"),
            "sandbox", Set.of());

    /** What operations have in common; every other package of theirs is one operation. */
    private static final Set<String> SHARED_BY_OPERATIONS = Set.of("fhir");

    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.ancregistry");

    static Stream<String> rooms() {
        return MAY_USE.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void usesOnlyTheRoomsItMay(String room) {
        keepsTo(room, MAY_USE.get(room)).check(CODE);
    }

    @Test
    void wouldNoticeAForbiddenArrow() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> keepsTo("server", Set.of("domain")).check(CODE))
                .withMessageContaining("org.ancregistry.operations.FhirOperation");
    }

    @Test
    void knowsEveryRoomThereIs() {
        assertThat(CODE.stream().map(ArchitectureTest::roomOf).collect(Collectors.toSet()))
                .isEqualTo(MAY_USE.keySet());
    }

    @Test
    void hasNoCircleOfPackages() {
        slices().matching(HOUSE + "(**)").should().beFreeOfCycles().check(CODE);
    }

    @Test
    void keepsOperationsApart() {
        operations()
                .forEach(operation -> noClasses()
                        .that()
                        .resideInAPackage(HOUSE + "operations." + operation + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(operations()
                                .filter(other -> !other.equals(operation))
                                .map(other -> HOUSE + "operations." + other + "..")
                                .toArray(String[]::new))
                        .allowEmptyShould(true)
                        .check(CODE));
    }

    @Test
    void doesNotLetWhatOperationsShareKnowAnOperation() {
        noClasses()
                .that()
                .resideInAnyPackage(HOUSE + "operations", HOUSE + "operations.fhir..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(operations()
                        .map(operation -> HOUSE + "operations." + operation + "..")
                        .toArray(String[]::new))
                .check(CODE);
    }

    @Test
    void keepsTheDomainFreeOfFrameworks() {
        noClasses()
                .that()
                .resideInAPackage(HOUSE + "domain..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "ca.uhn..", "org.hl7..", "org.springframework..", "jakarta..", "com.nimbusds..", "java.sql..")
                .check(CODE);
    }

    @Test
    void keepsHapiStorageOutOfThePortals() {
        noClasses()
                .that()
                .resideInAPackage(HOUSE + "portals..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("ca.uhn.fhir.jpa..")
                .check(CODE);
    }

    @Test
    void injectsThroughConstructorsAndLogsThroughLoggers() {
        NO_CLASSES_SHOULD_USE_FIELD_INJECTION.check(CODE);
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(
                CODE.that(new com.tngtech.archunit.base.DescribedPredicate<>("are not the sandbox") {
                    @Override
                    public boolean test(JavaClass type) {
                        return !roomOf(type).equals("sandbox");
                    }
                }));
    }

    @Test
    void saysOfEveryPackageWhatItIsForAndWhereNullMayBe() {
        var unmarked = CODE.stream()
                .map(JavaClass::getPackage)
                .distinct()
                .filter(found -> !found.isAnnotatedWith(NullMarked.class))
                .map(found -> found.getName());

        assertThat(unmarked).isEmpty();
    }

    private static ArchRule keepsTo(String room, Set<String> others) {
        var forbidden = MAY_USE.keySet().stream()
                .filter(other -> !other.equals(room) && !others.contains(other))
                .map(other -> HOUSE + other + "..")
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(HOUSE + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbidden);
    }

    private static Stream<String> operations() {
        return CODE.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith(HOUSE + "operations."))
                .map(name -> name.substring((HOUSE + "operations.").length()).split("\\.", 2)[0])
                .filter(name -> !SHARED_BY_OPERATIONS.contains(name))
                .distinct();
    }

    private static String roomOf(JavaClass type) {
        return type.getPackageName().substring(HOUSE.length()).split("\\.", 2)[0];
    }
}
