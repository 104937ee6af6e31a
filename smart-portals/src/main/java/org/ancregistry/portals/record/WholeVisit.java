package org.ancregistry.portals.record;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One contact with all that belongs to it: what was added to it later, where she was sent from it, and when she was
 * expected after it.
 *
 * @param additions oldest first
 * @param next the first appointment on a day after it that was not called off
 */
public record WholeVisit(
        VisitPart visit,
        List<VisitPart> additions,
        List<ReferralLetter> referrals,
        @Nullable BookedVisit next) {

    public WholeVisit {
        additions = List.copyOf(additions);
        referrals = List.copyOf(referrals);
    }

    /** As staff read it: also when it was struck out. The id may be that of what was added to it. */
    public static Optional<WholeVisit> forStaff(MotherRecord record, String id, List<String> shown, OutOfRange range) {
        return of(record, record.visits(), id, new VisitParts(shown, range, record.pregnancy()));
    }

    /** As the woman reads it: what was struck out is not there, and of additions only those that tell her something. */
    public static Optional<WholeVisit> forHer(MotherRecord record, String id, List<String> shown, Limits limits) {
        return of(
                        record,
                        record.validVisits(),
                        id,
                        new VisitParts(shown, OutOfRange.asChartsDraw(limits), record.pregnancy()))
                .map(whole -> new WholeVisit(
                        whole.visit(),
                        whole.additions().stream()
                                .filter(addition -> !addition.isBare())
                                .toList(),
                        whole.referrals(),
                        whole.next()));
    }

    private static Optional<WholeVisit> of(MotherRecord record, List<Visit> visits, String id, VisitParts parts) {
        return visits.stream()
                .filter(visit -> visit.id().equals(id))
                .findFirst()
                .map(visit -> itself(visits, visit))
                .map(visit -> whole(record, visits, visit, parts));
    }

    /** The contact that an addition belongs to, where the record has it. */
    private static Visit itself(List<Visit> visits, Visit visit) {
        return visits.stream()
                .filter(earlier -> earlier.reference().equals(visit.partOf()))
                .findFirst()
                .orElse(visit);
    }

    private static WholeVisit whole(MotherRecord record, List<Visit> visits, Visit visit, VisitParts parts) {
        var additions = visits.stream()
                .filter(later -> visit.reference().equals(later.partOf()))
                .sorted(Comparator.comparing(Visit::start))
                .toList();
        var contacts = Stream.concat(Stream.of(visit), additions.stream())
                .map(Visit::reference)
                .toList();
        return new WholeVisit(
                parts.of(visit),
                additions.stream().map(parts::of).toList(),
                record.referrals().stream()
                        .filter(letter -> letter.contact() != null && contacts.contains(letter.contact()))
                        .toList(),
                record.nextBooked(visit.start().toLocalDate().plusDays(1)).orElse(null));
    }
}
