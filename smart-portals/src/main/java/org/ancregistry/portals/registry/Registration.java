package org.ancregistry.portals.registry;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ancregistry.domain.clinical.Answer;
import org.jspecify.annotations.Nullable;

/**
 * Everything that {@code $register-anc} needs.
 *
 * @param requestId made once for a draft: sent twice, it registers once
 * @param identity what proves who she is, or why nothing does
 * @param answers by dictionary field
 * @param confirmed fields whose rare values somebody looked at once more
 * @param visit where she was seen and whose phone she has
 */
public record Registration(
        String requestId,
        Identity identity,
        Declared person,
        PhnDecision decision,
        Map<String, Answer> answers,
        Set<String> confirmed,
        Circumstances visit,
        RecordConsent consent) {

    public Registration {
        answers = Map.copyOf(answers);
        confirmed = Set.copyOf(confirmed);
    }

    /**
     * What proves who she is, or why nothing does.
     *
     * @param draft the draft that the evidence belongs to
     * @param evidence its handle, or null
     * @param unverifiedReason why there is none: a code of {@code anc-unverified-reason}
     */
    public record Identity(
            String draft,
            @Nullable String evidence,
            @Nullable String unverifiedReason) {}

    /**
     * What is around the answers.
     *
     * @param contactType a code of {@code anc-contact-type}
     * @param phoneShared whose phone it is: {@code own}, {@code shared} or {@code none}
     */
    public record Circumstances(
            @Nullable String contactType, @Nullable String phoneShared) {}

    /**
     * What the midwife decided about her number.
     *
     * @param code {@code use-existing}, {@code issue-new} or {@code not-sure}
     * @param phn the number that was compared
     * @param differentFrom records ({@code Patient/…}) that were looked at and are another woman's
     * @param updateAddress whether she has moved and the record follows
     */
    public record PhnDecision(String code, @Nullable String phn, List<String> differentFrom, boolean updateAddress) {

        public PhnDecision {
            differentFrom = List.copyOf(differentFrom);
        }
    }

    /**
     * Her answer to holding and sharing the record.
     *
     * @param spoken whether she said it to the midwife
     */
    public record RecordConsent(boolean permit, boolean spoken) {}
}
