package org.ancregistry.interceptors.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.Role;
import org.ancregistry.domain.access.SmartScope;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * What the token's SMART scopes allow. A scope of the context {@code patient} holds for one woman: the mother herself, or
 * the one whose record was open or picked when a member of staff let an app in.
 *
 * @param granted those that count for the caller's role
 * @param patient {@code Patient/…} of that woman
 */
record Scopes(List<SmartScope> granted, @Nullable String patient) {

    static Scopes of(Caller caller) {
        var patient = caller.ownRecord().orElse(caller.patient());
        return new Scopes(
                caller.scopes().stream()
                        .flatMap(word -> SmartScope.parse(word).stream())
                        .filter(scope -> counts(scope.context(), caller.role(), patient))
                        .toList(),
                patient);
    }

    private static boolean counts(String context, Role role, @Nullable String patient) {
        return switch (context) {
            case "system" -> role == Role.SYSTEM;
            case "patient" -> role != Role.SYSTEM && patient != null;
            default -> role != Role.SYSTEM;
        };
    }

    boolean allow(String type, Letter letter) {
        return granted.stream().anyMatch(scope -> allows(scope, type, letter));
    }

    private static boolean allows(SmartScope scope, String type, Letter letter) {
        return scope.isAbout(type) && scope.permits(letter.sign);
    }

    /** The one woman whom the scopes for {@code letter} are about; absent when one of them is about more. */
    Optional<String> confinedTo(String type, Letter letter) {
        var wider = granted.stream()
                .filter(scope -> allows(scope, type, letter))
                .anyMatch(scope -> !isAboutOneWoman(scope));
        return wider || !allow(type, letter) ? Optional.empty() : Optional.ofNullable(patient);
    }

    private static boolean isAboutOneWoman(SmartScope scope) {
        return scope.context().equals("patient");
    }

    /** The only categories of {@code type} that may be searched for; empty when all may. */
    Set<String> categories(String type) {
        var searching = granted.stream()
                .filter(scope -> allows(scope, type, Letter.SEARCH))
                .map(SmartScope::category)
                .toList();
        return searching.contains(null)
                ? Set.of()
                : searching.stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a resource that belongs to {@code owners} may be seen. */
    boolean cover(Resource resource, Set<String> owners) {
        return granted.stream()
                .filter(scope -> scope.isAbout(resource.fhirType()))
                .filter(scope -> scope.permits(Letter.READ.sign) || scope.permits(Letter.SEARCH.sign))
                .filter(scope -> !isAboutOneWoman(scope) || isHers(owners))
                .anyMatch(scope -> Categories.fit(resource, scope.category()));
    }

    /** What belongs to nobody, such as a clinic, is no other woman's. */
    private boolean isHers(Set<String> owners) {
        return owners.stream().allMatch(owner -> owner.equals(patient));
    }

    /** Whether a resource of {@code owners} is about women of whom the scopes say nothing at all. */
    boolean areOfOthers(Set<String> owners) {
        return granted.stream().allMatch(Scopes::isAboutOneWoman) && !isHers(owners);
    }

    /** One interaction, as SMART writes it. */
    enum Letter {
        CREATE('c'),
        READ('r'),
        UPDATE('u'),
        SEARCH('s');

        private final char sign;

        Letter(char sign) {
            this.sign = sign;
        }
    }
}
