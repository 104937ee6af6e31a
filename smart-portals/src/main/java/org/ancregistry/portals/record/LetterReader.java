package org.ancregistry.portals.record;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.ancregistry.portals.record.ReferralLetter.Reply;
import org.ancregistry.portals.record.ReferralLetter.State;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestPriority;
import org.jspecify.annotations.Nullable;

/** Reads referrals, newest first. */
final class LetterReader {

    private static final String SEEN = "https://ancregistry.org/fhir/StructureDefinition/anc-referral-seen";

    private static final String PART = "https://ancregistry.org/fhir/StructureDefinition/anc-reply-part";
    private static final Set<String> PARTS = Set.of("found", "done", "please");

    private final Function<Reference, @Nullable String> names;
    private final Findings findings;

    /** @param names of whom and what a reference means */
    LetterReader(Function<Reference, @Nullable String> names, Findings findings) {
        this.names = names;
        this.findings = findings;
    }

    List<ReferralLetter> read(Stream<ServiceRequest> requests) {
        return requests.filter(request -> request.getStatus() != ServiceRequest.ServiceRequestStatus.ENTEREDINERROR)
                .map(this::letter)
                .sorted(Comparator.comparing(ReferralLetter::on, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .reversed())
                .toList();
    }

    private ReferralLetter letter(ServiceRequest request) {
        var receiver = request.getPerformerFirstRep();
        return new ReferralLetter(
                RecordReader.reference(request),
                request.getEncounter().getReference(),
                findings.day(request.getAuthoredOnElement()),
                receiver.getReference(),
                names.apply(receiver),
                names.apply(request.getRequester()),
                Words.of(request.getReasonCodeFirstRep()),
                request.getPriority() == ServiceRequestPriority.URGENT,
                Transport.of(request),
                state(request),
                request.hasNote() ? reply(request) : null);
    }

    private static State state(ServiceRequest request) {
        return switch (request.getStatus()) {
            case ACTIVE -> request.hasExtension(SEEN) ? State.SEEN : State.SENT;
            case COMPLETED -> State.REPLIED;
            default -> State.CALLED_OFF;
        };
    }

    private Reply reply(ServiceRequest request) {
        var notes = request.getNote();
        var parts = new LinkedHashMap<String, String>();
        notes.forEach(note -> parts.merge(part(note), note.getText(), (first, more) -> first + "\n" + more));
        var first = notes.get(0);
        var by = first.getAuthor() instanceof Reference author ? names.apply(author) : null;
        return new Reply(parts, by, findings.day(first.getTimeElement()), NextReview.of(request));
    }

    private static String part(Annotation note) {
        var part = note.getExtensionByUrl(PART);
        return part == null || !PARTS.contains(part.getValue().primitiveValue())
                ? "text"
                : part.getValue().primitiveValue();
    }
}
