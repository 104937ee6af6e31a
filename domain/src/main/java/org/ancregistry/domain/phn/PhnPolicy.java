package org.ancregistry.domain.phn;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which numbers this registry issues and which ones it trusts at sight. Made at start-up, so that a wrong point of issue
 * stops the start instead of shortening a number.
 *
 * @param issued the scheme of new numbers
 * @param issuedLength characters of a new number, check character included: 11 or 15
 * @param accepted the schemes whose check character vouches for a number from elsewhere
 * @param acceptedLengths the lengths that such a number has
 * @param pointsOfIssue points of issue known at start-up; the Ministry's own may be used only when it stands here
 */
public record PhnPolicy(
        CheckScheme issued,
        int issuedLength,
        Set<CheckScheme> accepted,
        Set<Integer> acceptedLengths,
        Set<String> pointsOfIssue) {

    /** The Ministry of Health's own point of issue, which older software falls back to. */
    public static final String MINISTRY = "385C";

    private static final int POINT_OF_ISSUE_LENGTH = 4;
    private static final Set<Integer> LENGTHS = Set.of(11, 15);

    public PhnPolicy {
        accepted = Set.copyOf(accepted);
        acceptedLengths = Set.copyOf(acceptedLengths);
        pointsOfIssue = pointsOfIssue.stream().map(PhnPolicy::tidy).collect(Collectors.toUnmodifiableSet());
        if (!LENGTHS.contains(issuedLength)) {
            throw new IllegalArgumentException("A new PHN has 11 or 15 characters, not " + issuedLength + ".");
        }
        for (var point : pointsOfIssue) {
            shapeProblem(issued, point).ifPresent(problem -> {
                throw new IllegalArgumentException(problem);
            });
        }
    }

    /** What Sri Lanka's software issues and reads: new numbers with a letter check, both schemes and lengths read. */
    public static PhnPolicy sriLanka(String... pointsOfIssue) {
        return new PhnPolicy(CheckScheme.LUHN_MOD26, 11, Set.of(CheckScheme.values()), LENGTHS, Set.of(pointsOfIssue));
    }

    /** What the check character says of a number. */
    public PhnCheck check(Phn phn) {
        if (!acceptedLengths.contains(phn.value().length())) {
            return new PhnCheck(Set.of());
        }
        return new PhnCheck(accepted.stream().filter(scheme -> scheme.fits(phn)).collect(Collectors.toSet()));
    }

    /** Why numbers cannot be issued under that point of issue, in words for an administrator; empty when they can. */
    public Optional<String> problemWith(String pointOfIssue) {
        var point = tidy(pointOfIssue);
        if (point.equals(MINISTRY) && !pointsOfIssue.contains(MINISTRY)) {
            return Optional.of("Point of issue 385C is the Ministry's own: name it in the configuration to use it.");
        }
        return shapeProblem(issued, point);
    }

    /**
     * The point of issue as it stands in numbers.
     *
     * @throws IllegalArgumentException with {@link #problemWith} when no number can be issued under it
     */
    public String pointOfIssue(String typed) {
        problemWith(typed).ifPresent(problem -> {
            throw new IllegalArgumentException(problem);
        });
        return tidy(typed);
    }

    private static Optional<String> shapeProblem(CheckScheme scheme, String point) {
        if (point.length() != POINT_OF_ISSUE_LENGTH) {
            return Optional.of("Point of issue " + point + " has " + point.length() + " characters: it must have 4.");
        }
        return scheme.firstStranger(point)
                .map(position -> "Point of issue " + point + " cannot be used: " + scheme.code() + " has no \""
                        + point.charAt(position) + "\". Use 4 of " + scheme.readable() + ".");
    }

    private static String tidy(String point) {
        return point.strip().toUpperCase(Locale.ROOT);
    }
}
