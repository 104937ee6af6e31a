package org.ancregistry.portals.care;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.ancregistry.portals.record.NextReview;
import org.ancregistry.portals.web.RequestId;
import org.ancregistry.portals.web.TypedDate;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/**
 * A reply to a referral as it was typed.
 *
 * @param requestId made with the page: sent twice, it is one reply
 * @param nextReview when the clinic wants to see her again
 * @param noReview {@code yes} when she need not come there again
 */
record ReplyForm(
        @Nullable String requestId,
        @Nullable String found,
        @Nullable String done,
        @Nullable String please,
        TypedDate nextReview,
        @Nullable String noReview) {

    static final ReplyForm EMPTY = new ReplyForm(null, null, null, null, null, null);

    private static final int LONGEST_REPLY = 4000;

    ReplyForm(
            @Nullable String requestId,
            @Nullable String found,
            @Nullable String done,
            @Nullable String please,
            @Nullable TypedDate nextReview,
            @Nullable String noReview) {
        this.requestId = requestId;
        this.found = found;
        this.done = done;
        this.please = please;
        this.nextReview = Objects.requireNonNullElse(nextReview, TypedDate.EMPTY);
        this.noReview = noReview;
    }

    public String request() {
        return RequestId.orNew(requestId);
    }

    /** Says at the fields what is missing and what cannot be. */
    void check(LocalDate today, BindingResult errors) {
        if (parts().isEmpty() || length() > LONGEST_REPLY) {
            errors.rejectValue("found", "referral.reply.missing");
        }
        if (nextReview.isEmpty()) {
            return;
        }
        if (endsHere()) {
            errors.rejectValue("nextReview", "referral.review.both");
        } else if (nextReview.date().filter(day -> !day.isBefore(today)).isEmpty()) {
            errors.rejectValue("nextReview", "referral.review.wrong");
        }
    }

    /** What was written, by part. */
    Map<String, String> parts() {
        var parts = new LinkedHashMap<String, String>();
        put(parts, "found", found);
        put(parts, "done", done);
        put(parts, "please", please);
        return parts;
    }

    private static void put(Map<String, String> parts, String part, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            parts.put(part, text.strip());
        }
    }

    private int length() {
        return parts().values().stream().mapToInt(String::length).sum();
    }

    private boolean endsHere() {
        return "yes".equals(noReview);
    }

    /** Absent where nothing is said about it. */
    @Nullable
    NextReview review() {
        return nextReview.date().map(NextReview::new).orElse(endsHere() ? new NextReview(null) : null);
    }
}
