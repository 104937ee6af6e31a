package org.ancregistry.operations.decidematch;

import java.util.Optional;
import org.ancregistry.domain.phn.Phn;
import org.ancregistry.operations.OutsideLook;
import org.ancregistry.operations.OutsideLook.Seen;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.fhir.DeskPapers;
import org.ancregistry.operations.fhir.Tasks;
import org.hl7.fhir.r4.model.Task;

/** What the country's directory says of the number that is claimed, where nobody here holds it. */
public final class DirectorySide {

    private final OutsideLook look;

    public DirectorySide(OutsideLook look) {
        this.look = look;
    }

    Seen of(OpenMatch match) {
        return match.claimedPhn()
                .flatMap(Phn::parse)
                .filter(phn -> !look.isHeldHere(phn))
                .map(phn -> look.holding(phn, match.known()))
                .orElse(Seen.NOTHING);
    }

    /**
     * A number that nobody here knows is bound only when the directory can say something of it: it could be anybody's, and she
     * could not be freed of it again.
     */
    Seen beforeBinding(OpenMatch match, DecideMatch asked) {
        var seen = Optional.ofNullable(asked.how().phn())
                .or(match::claimedPhn)
                .flatMap(Phn::parse)
                .filter(phn -> !look.isKnownHere(phn))
                .map(phn -> look.holding(phn, match.known()))
                .orElse(Seen.NOTHING);
        if (seen.unanswered()) {
            throw Problem.PHN_DIRECTORY_UNAVAILABLE
                    .because("Nobody here knows this PHN, and the PHN directory does not answer: decide \"later\".")
                    .at("phn");
        }
        return seen;
    }

    /**
     * A supervisor who has a number issued does not wait for the directory: it is asked a moment later, unless it was the
     * directory's own number that she decided about.
     */
    Optional<Task> laterLook(OpenMatch match, Outcome outcome, DeskPapers papers) {
        var number = outcome.number();
        return number != null && number.issued() && look.isThere() && !Tasks.isOfDirectory(match.task())
                ? Optional.of(papers.matchLater())
                : Optional.empty();
    }
}
