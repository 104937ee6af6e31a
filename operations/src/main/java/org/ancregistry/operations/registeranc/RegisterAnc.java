package org.ancregistry.operations.registeranc;

import java.util.List;
import java.util.Set;
import org.ancregistry.domain.phn.Phn;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Patient;
import org.jspecify.annotations.Nullable;

/**
 * A registration as a midwife asks for it.
 *
 * @param requestId the client's own id for this request
 * @param content all that is asked, as one text
 * @param draft the registration draft that evidence belongs to
 * @param evidence handle of the mother's own authentication
 * @param unverifiedReason why there is no evidence
 * @param person what the mother told and no identity provider vouches for
 * @param decision what the midwife decided about the PHN
 * @param phn the PHN on the mother's card
 * @param differentFrom records ({@code Patient/…}) that the midwife looked at and that are another woman's
 * @param differentFromNumbers the numbers of such records that only the country's directory knows
 * @param updateAddress whether a known mother moved
 * @param phoneShared whether others read what is sent to her phone
 * @param answers history and findings
 * @param consent whether she agreed that her record is kept and shared
 * @param contact the contact at which she is registered
 */
record RegisterAnc(
        String requestId,
        String content,
        String draft,
        @Nullable String evidence,
        @Nullable String unverifiedReason,
        Patient person,
        PhnDecision decision,
        @Nullable String phn,
        Set<String> differentFrom,
        Set<Phn> differentFromNumbers,
        boolean updateAddress,
        boolean phoneShared,
        List<ParametersParameterComponent> answers,
        GivenConsent consent,
        FirstContact contact) {

    RegisterAnc {
        differentFrom = Set.copyOf(differentFrom);
        differentFromNumbers = Set.copyOf(differentFromNumbers);
        answers = List.copyOf(answers);
    }

    /** The same, with the question which number is hers left to a supervisor. */
    RegisterAnc undecided() {
        return new RegisterAnc(
                requestId,
                content,
                draft,
                evidence,
                unverifiedReason,
                person,
                PhnDecision.NOT_SURE,
                phn,
                differentFrom,
                differentFromNumbers,
                updateAddress,
                phoneShared,
                answers,
                consent,
                contact);
    }

    /**
     * Her consent.
     *
     * @param permit whether she agreed to sharing
     * @param spoken whether the midwife heard her say so
     */
    record GivenConsent(boolean permit, boolean spoken) {}

    /**
     * When and where she was registered.
     *
     * @param when now, when it is absent
     * @param type a code of anc-contact-type
     */
    record FirstContact(@Nullable DateTimeType when, String type) {}
}
