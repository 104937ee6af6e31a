package org.ancregistry.operations.fhir;

import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.jspecify.annotations.Nullable;

/** What became of a referral: sent, seen, replied. */
public final class Referrals {

    private static final String SEEN = Canon.extension("anc-referral-seen");

    private static final String NEXT_REVIEW = Canon.extension("anc-next-review");

    private static final String PART = Canon.extension("anc-reply-part");

    private Referrals() {}

    /** Whether nobody has replied yet, and she is still expected. */
    public static boolean isOpen(ServiceRequest referral) {
        return referral.getStatus() == ServiceRequestStatus.ACTIVE;
    }

    /** She was seen, the first time that somebody says so. */
    public static void seen(ServiceRequest referral, DeskPapers papers) {
        if (!referral.hasExtension(SEEN)) {
            referral.addExtension(SEEN, new DateTimeType(papers.when().getValueAsString()));
        }
    }

    /**
     * What the clinic has to say closes it.
     *
     * @param review whether and when it wants to see her again; absent where it does not say
     */
    public static void reply(ServiceRequest referral, DeskPapers papers, Reply reply, @Nullable NextReview review) {
        referral.setStatus(ServiceRequestStatus.COMPLETED);
        reply.parts().forEach((part, text) -> referral.addNote(note(papers, part, text)));
        if (review != null) {
            referral.addExtension(NEXT_REVIEW, review.value());
        }
    }

    private static Annotation note(DeskPapers papers, Reply.Part part, String text) {
        var note = new Annotation()
                .setAuthor(new Reference(papers.by()))
                .setTimeElement(new DateTimeType(papers.when().getValueAsString()))
                .setText(text);
        if (part != Reply.Part.TEXT) {
            note.addExtension(PART, new CodeType(part.code()));
        }
        return note;
    }
}
