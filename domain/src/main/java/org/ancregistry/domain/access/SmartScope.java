package org.ancregistry.domain.access;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One permission that somebody gives to an app, as in {@code patient/Observation.rs?category=…|laboratory}: about whom, to
 * which kind of resource, to do what. Version 1's {@code read}, {@code write} and {@code *} are read as version 2's letters.
 *
 * @param context {@code patient}, {@code user} or {@code system}
 * @param type a FHIR resource type, or {@code *}
 * @param letters some of {@code cruds}, in that order
 * @param category the only category it is about, as {@code system|code}; absent when it is about all
 * @param text the scope as it was written
 * @see <a href="https://hl7.org/fhir/smart-app-launch/STU2.2/scopes-and-launch-context.html">SMART App Launch 2.2</a>
 */
public record SmartScope(
        String context,
        String type,
        String letters,
        @Nullable String category,
        String text) {

    /** Permissions that are not about FHIR resources. */
    public static final Set<String> WORDS =
            Set.of("openid", "fhirUser", "launch", "launch/patient", "online_access", "offline_access");

    private static final Pattern SHAPE = Pattern.compile(
            "(patient|user|system)/(\\*|[A-Z][A-Za-z]{1,40})\\.(read|write|\\*|c?r?u?d?s?)(?:\\?category=([^\\s&?,|]{0,150}\\|[^\\s&?,|]{1,60}))?");

    /** Types whose resources have a category. */
    private static final Set<String> WITH_CATEGORY =
            Set.of("Observation", "Condition", "CarePlan", "ServiceRequest", "Consent");

    /** Empty when {@code text} is no scope about resources that this registry understands: it then permits nothing. */
    public static Optional<SmartScope> parse(String text) {
        var shape = SHAPE.matcher(text);
        if (!shape.matches() || shape.group(3).isEmpty()) {
            return Optional.empty();
        }
        var category = shape.group(4);
        return category != null && !WITH_CATEGORY.contains(shape.group(2))
                ? Optional.empty()
                : Optional.of(new SmartScope(shape.group(1), shape.group(2), letters(shape.group(3)), category, text));
    }

    private static String letters(String access) {
        return switch (access) {
            case "read" -> "rs";
            case "write" -> "cud";
            case "*" -> "cruds";
            default -> access;
        };
    }

    public boolean isAbout(String wanted) {
        return type.equals("*") || type.equals(wanted);
    }

    public boolean permits(char letter) {
        return letters.indexOf(letter) >= 0;
    }

    /** What both permit; empty when that is nothing. */
    public Optional<SmartScope> and(SmartScope other) {
        if (includes(other)) {
            return Optional.of(other);
        }
        if (other.includes(this)) {
            return Optional.of(this);
        }
        var narrow = type.equals("*") ? other : this;
        var common = common(letters, other.letters);
        var sameCategory = category == null || other.category == null || category.equals(other.category);
        return context.equals(other.context) && (isAbout(other.type) || other.isAbout(type)) && sameCategory
                ? of(context, narrow.type, common, category == null ? other.category : category)
                : Optional.empty();
    }

    private static Optional<SmartScope> of(String context, String type, String letters, @Nullable String category) {
        return parse(context + "/" + type + "." + letters + (category == null ? "" : "?category=" + category));
    }

    private static String common(String some, String others) {
        return some.chars()
                .filter(letter -> others.indexOf(letter) >= 0)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    /** Whether this permits everything that {@code other} does. */
    public boolean includes(SmartScope other) {
        return context.equals(other.context)
                && (type.equals("*") || type.equals(other.type))
                && other.letters.chars().allMatch(letter -> permits((char) letter))
                && (category == null || category.equals(other.category));
    }

    /**
     * Which of {@code wanted} words may be given to an app that is registered for {@code allowed} ones, each cut down to
     * what is allowed. What is not understood is left out.
     */
    public static Set<String> narrowed(Set<String> wanted, Set<String> allowed) {
        return wanted.stream()
                .flatMap(word -> narrowed(word, allowed).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> narrowed(String word, Set<String> allowed) {
        if (WORDS.contains(word)) {
            return allowed.contains(word) ? Set.of(word) : Set.of();
        }
        var wanted = parse(word);
        if (wanted.isEmpty()) {
            return Set.of();
        }
        var common = allowed.stream()
                .flatMap(text -> parse(text).stream())
                .flatMap(scope -> scope.and(wanted.get()).stream())
                .toList();
        return withoutSpare(common);
    }

    /** Leaves out what another permits anyway. */
    private static Set<String> withoutSpare(List<SmartScope> scopes) {
        return scopes.stream()
                .filter(scope -> scopes.stream()
                        .noneMatch(other -> !other.equals(scope) && other.includes(scope) && !scope.includes(other)))
                .map(SmartScope::text)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The words of a scope parameter. */
    public static Set<String> words(String parameter) {
        return Arrays.stream(parameter.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
