package org.ancregistry.portals.midwife;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ancregistry.domain.identity.IdentityEvidence;
import org.ancregistry.domain.phn.Phn;
import org.ancregistry.domain.phn.PhnCheck;
import org.ancregistry.domain.phn.PhnPolicy;
import org.ancregistry.portals.registry.Comparison;
import org.ancregistry.portals.registry.Registrations;
import org.ancregistry.portals.registry.RegistryDown;
import org.ancregistry.portals.registry.RegistryRefusal;
import org.jspecify.annotations.Nullable;

/** Asks the registry for records that may be hers, and says which decisions its answer leaves open. */
final class Comparing {

    static final String USE_EXISTING = "use-existing";
    static final String ISSUE_NEW = "issue-new";
    static final String NOT_SURE = "not-sure";
    private static final String NOT_KNOWN = "phn-unknown";
    private static final String MISREAD = "phn-misread";
    private static final Set<String> DEAD_NUMBERS =
            Set.of("phn-retired", "phn-not-applicable", "phn-bound-to-another", "phn-already-held");

    private final Registrations registrations;
    private final Who who;
    private final PhnPolicy policy;

    /** @param policy which numbers were probably misread */
    Comparing(Registrations registrations, Who who, PhnPolicy policy) {
        this.registrations = registrations;
        this.who = who;
        this.policy = policy;
    }

    boolean identityHolds(Draft draft) {
        return who.proven(draft).isPresent();
    }

    boolean identityKnown(Draft draft) {
        return who.known(draft);
    }

    Seen seen(Draft draft, HttpServletRequest request) {
        var evidence = who.proven(draft).orElse(null);
        var phn = draft.entries().get(Steps.PHN);
        try {
            var search = new Registrations.Search(
                    draft.id(), phn, evidence == null ? null : evidence.handle(), who.declared(draft));
            var matched = registrations.match(request, search);
            var found = who.knowsOnlyTheYear(draft) ? matched.givenByYear() : matched;
            return new Seen(evidence, found, null, decisions(phn, found), null);
        } catch (RegistryRefusal refusal) {
            return refused(evidence, phn, refusal);
        } catch (RegistryDown down) {
            return new Seen(evidence, NOTHING, "down", List.of(NOT_SURE), null);
        }
    }

    private static final Comparison NOTHING = new Comparison(List.of(), List.of());

    /** A number is used only when a record was compared under it; a record without a number is a supervisor's matter. */
    private static List<String> decisions(@Nullable String phn, Comparison found) {
        var open = new ArrayList<String>();
        if (phn != null && !found.candidates().isEmpty()) {
            open.add(USE_EXISTING);
        }
        open.add(ISSUE_NEW);
        open.add(NOT_SURE);
        return open;
    }

    private Seen refused(@Nullable IdentityEvidence evidence, @Nullable String phn, RegistryRefusal refusal) {
        var record = refusal.record()
                .map(reference -> reference.replace("Patient/", ""))
                .orElse(null);
        if (refusal.is("phn-directory-unavailable")) {
            return new Seen(evidence, NOTHING, "down", List.of(NOT_SURE), null);
        }
        if (refusal.is("subject-already-registered")) {
            return new Seen(evidence, NOTHING, refusal.code(), List.of(), record);
        }
        if (DEAD_NUMBERS.contains(refusal.code())) {
            return new Seen(evidence, NOTHING, refusal.code(), List.of(NOT_SURE), record);
        }
        if (phn != null && (refusal.is(NOT_KNOWN) || refusal.status() == 404)) {
            return unknown(evidence, phn);
        }
        throw refusal;
    }

    /** A number whose last character does not fit was misread; one that fits comes from somewhere, and is asked about. */
    private Seen unknown(@Nullable IdentityEvidence evidence, String phn) {
        var fits = Phn.parse(phn).map(policy::check).filter(PhnCheck::known).isPresent();
        return fits
                ? new Seen(evidence, NOTHING, NOT_KNOWN, List.of(NOT_SURE, ISSUE_NEW), null)
                : new Seen(evidence, NOTHING, MISREAD, List.of(NOT_SURE, ISSUE_NEW), null);
    }

    /**
     * What the page shows.
     *
     * @param evidence what her national ID said, when it was asked
     * @param problem why there is nothing to compare, or null
     * @param decisions what may be decided
     * @param record id of the record that stands in the way, where she may see it
     */
    record Seen(
            @Nullable IdentityEvidence evidence,
            Comparison found,
            @Nullable String problem,
            List<String> decisions,
            @Nullable String record) {}
}
