package org.ancregistry.portals.registry;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code $match-phn} found: records that may be hers, each compared with what is known of her now.
 *
 * @param warnings codes such as {@code phn-check-unknown}
 */
public record Comparison(List<String> warnings, List<Candidate> candidates) {

    /** Begins the name of a record that is known by its number alone. */
    static final String BY_NUMBER = "phn:";

    public Comparison {
        warnings = List.copyOf(warnings);
        candidates = List.copyOf(candidates);
    }

    /** The same where only the year of her birth was given: nobody said that she was born on a first of January. */
    public Comparison givenByYear() {
        return new Comparison(
                warnings, candidates.stream().map(Candidate::givenByYear).toList());
    }

    /**
     * One record.
     *
     * @param patient {@code Patient/…}; empty for one whom only the country's directory knows
     * @param phn absent while she has none
     * @param grade {@code certain}, {@code probable}, {@code possible} or {@code certainly-not}
     * @param likelyRelative whether it may rather be a sister or a neighbour
     */
    public record Candidate(
            String patient, @Nullable String phn, String grade, boolean likelyRelative, List<Detail> details) {

        /** Sorted as a person reads it: what differs first. */
        public Candidate {
            details = details.stream()
                    .sorted(Comparator.comparing(Detail::result))
                    .toList();
        }

        /** What it is called when a midwife says that it is another woman's: its number, where it has no record here. */
        public String name() {
            return patient.isEmpty() ? BY_NUMBER + phn : patient;
        }

        private Candidate givenByYear() {
            var years = details.stream().map(Detail::givenByYear).toList();
            return new Candidate(patient, phn, grade, likelyRelative, years);
        }

        public long same() {
            return count(Result.SAME);
        }

        public long close() {
            return count(Result.CLOSE);
        }

        public long different() {
            return count(Result.DIFFERENT);
        }

        private long count(Result result) {
            return details.stream().filter(detail -> detail.result() == result).count();
        }

        /** Whether she seems to have moved. */
        public boolean addressDiffers() {
            return details.stream()
                    .anyMatch(detail -> detail.name().equals("address")
                            && detail.result() != Result.SAME
                            && detail.given() != null);
        }
    }

    /**
     * One detail on both sides.
     *
     * @param name {@code name}, {@code birthDate}, {@code address} …
     * @param given by the national ID, or declared
     * @param recorded in the registry
     */
    public record Detail(
            String name, @Nullable String given, @Nullable String recorded, Result result) {

        private Detail givenByYear() {
            return name.equals("birthDate") && given != null
                    ? new Detail(name, given.substring(0, Math.min(4, given.length())), recorded, result)
                    : this;
        }
    }

    /** How two values of a detail relate, the one to ask about first. */
    public enum Result {
        DIFFERENT,
        CLOSE,
        MISSING,
        SAME;

        static Result of(String code) {
            return switch (code) {
                case "same" -> SAME;
                case "close" -> CLOSE;
                case "different" -> DIFFERENT;
                default -> MISSING;
            };
        }

        /** The code in the operation. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
