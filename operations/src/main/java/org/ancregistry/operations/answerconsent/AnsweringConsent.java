package org.ancregistry.operations.answerconsent;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.Role;
import org.ancregistry.domain.access.Sharing;
import org.ancregistry.domain.identity.IdentityEvidence;
import org.ancregistry.domain.identity.LinkedPeople;
import org.ancregistry.domain.identity.Subject;
import org.ancregistry.operations.Callers;
import org.ancregistry.operations.Consents;
import org.ancregistry.operations.ContactMoment;
import org.ancregistry.operations.LiveEvidence;
import org.ancregistry.operations.Once;
import org.ancregistry.operations.Once.Asked;
import org.ancregistry.operations.OneWoman;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.Records;
import org.ancregistry.operations.RequestKey;
import org.ancregistry.operations.fhir.DeskPapers;
import org.ancregistry.operations.fhir.RecordConsents;
import org.ancregistry.operations.fhir.RecordConsents.Wish;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a mother's own answer, on her own fresh sign-in, in place of what she said before or a midwife heard her say. What
 * held before becomes inactive and stays in her record.
 */
public final class AnsweringConsent {

    private static final Logger LOG = LoggerFactory.getLogger(AnsweringConsent.class);

    private final Once once;
    private final LiveEvidence evidences;
    private final LinkedPeople linked;
    private final Consents consents;
    private final Records records;
    private final OneWoman oneWoman;
    private final Clock clock;

    public AnsweringConsent(
            Once once,
            LiveEvidence evidences,
            LinkedPeople linked,
            Consents consents,
            Records records,
            OneWoman oneWoman,
            Clock clock) {
        this.once = once;
        this.evidences = evidences;
        this.linked = linked;
        this.consents = consents;
        this.records = records;
        this.oneWoman = oneWoman;
        this.clock = clock;
    }

    Parameters answer(Caller caller, AnswerConsent asked) {
        Callers.require(caller, Role.MOTHER);
        if (!caller.id().equals(asked.patient())) {
            throw Problem.NOT_FOUND.because("That is not your record.");
        }
        var request = new Asked(asked.requestId(), "$answer-consent", asked.content());
        return once.doOnce(caller, request, () -> answerNow(caller, asked)).parameters();
    }

    private Parameters answerNow(Caller caller, AnswerConsent asked) {
        var evidence = evidences.require(caller, asked.evidence(), asked.draft());
        requireHerself(caller, evidence);
        requireThere(asked.wish());
        var before = consents.active(asked.patient());
        var organization = before.stream()
                .flatMap(consent -> consent.getOrganization().stream())
                .map(Reference::getReference)
                .findFirst()
                .orElse(null);
        var now = ContactMoment.now(clock);
        var answered = new RecordConsents(asked.patient(), organization, now)
                .verified(asked.wish(), evidence.handle(), evidence.authenticatedAt());
        var written = new ArrayList<Resource>();
        written.add(answered);
        before.forEach(consent -> written.add(consent.setStatus(ConsentState.INACTIVE)));
        var papers = new DeskPapers(asked.patient(), now, caller.id(), organization);
        written.add(DeskPapers.onEvidence(papers.provenance(List.copyOf(written), "UPDATE"), evidence.handle()));
        records.write(written);
        evidences.useUp(evidence, RequestKey.of(caller, asked.requestId()));
        LOG.info("Consent answered for {}", asked.patient());
        return answer(answered, asked.wish().sharing());
    }

    /** A name that is nobody's would keep nobody out, and she would believe that it does. */
    private void requireThere(Wish wish) {
        for (var who : wish.keptOut()) {
            var type = who.startsWith("Practitioner/") ? Practitioner.class : Organization.class;
            if (records.read(type, who).isEmpty()) {
                throw Problem.PARAMETER_INVALID
                        .because("Somebody whom you keep out is not known here: choose again.")
                        .at("keep-out");
            }
        }
    }

    /** The evidence proves that she, and nobody else, signed in. */
    private void requireHerself(Caller caller, IdentityEvidence evidence) {
        var person = linked.behind(new Subject(evidence.provider(), evidence.subject()));
        if (person.filter(signedIn -> isHers(caller, signedIn)).isEmpty()) {
            throw Problem.EVIDENCE_NOT_YOURS
                    .because("That sign-in was another person's: sign in again.")
                    .at("evidence");
        }
    }

    /** Her sign-in may be bound to another record of hers than the one on which she is pregnant. */
    private boolean isHers(Caller caller, String signedIn) {
        return caller.id().equals(signedIn)
                || records.read(Patient.class, caller.id())
                        .map(oneWoman::of)
                        .filter(hers -> hers.contains(signedIn))
                        .isPresent();
    }

    private static Parameters answer(Consent answered, Sharing sharing) {
        var answer = new Parameters();
        answer.addParameter()
                .setName("consent")
                .setValue(new Reference("Consent/" + answered.getIdElement().getIdPart()));
        answer.addParameter().setName("permit").setValue(new BooleanType(sharing.isPermit()));
        answer.addParameter().setName("share").setValue(new CodeType(sharing.code()));
        return answer;
    }
}
