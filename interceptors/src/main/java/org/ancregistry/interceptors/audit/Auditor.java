package org.ancregistry.interceptors.audit;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.Purpose;
import org.ancregistry.domain.access.Role;
import org.ancregistry.interceptors.access.Owners;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventOutcome;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** Writes down what was read, written and refused. What cannot be written down must not happen. */
public final class Auditor {

    private static final int CLIENT_ERRORS = 400;
    private static final int SERVER_ERRORS = 500;

    private final AuditTrail trail;
    private final AuditEvents events;

    public Auditor(AuditTrail trail, Clock clock) {
        this.trail = trail;
        this.events = new AuditEvents(clock);
    }

    /** Something is about to leave: one record for each woman it is about. */
    void shown(RequestDetails request, Set<String> patients) {
        var audited = Audited.of(request);
        var pattern = Balp.of(audited.interaction());
        trail.post(events.forEach(
                patients,
                patient -> events.record(
                        audited, pattern, patient, audited.touched(patient), AuditEventOutcome._0, null)));
    }

    /** Part of an export is about to leave: one record for each woman in it. */
    public void exported(RequestDetails request, Set<String> patients) {
        shown(request, patients);
    }

    /** Something was not given: who asked for what, and with which code it was turned away. */
    public void refused(RequestDetails request, int status, String why) {
        var audited = Audited.of(request);
        trail.post(List.of(events.record(
                audited,
                Balp.of(audited.interaction()),
                audited.patient(),
                audited.touched(audited.patient()),
                outcome(status),
                why)));
    }

    /** "Not modified" is no refusal: it says that what the caller has is still so. */
    private static AuditEventOutcome outcome(int status) {
        if (status < CLIENT_ERRORS) {
            return AuditEventOutcome._0;
        }
        return status < SERVER_ERRORS ? AuditEventOutcome._4 : AuditEventOutcome._8;
    }

    /**
     * Something was written, in the running transaction: one record for each woman.
     *
     * @param request the request that led to it; absent when the registry did it of itself
     * @param written what was created, changed or deleted
     */
    public void written(@Nullable RequestDetails request, Collection<Written> written) {
        var audited = request == null ? Audited.ofTheSystem() : Audited.of(request);
        var patients = Owners.of(written.stream().map(Written::resource).toList());
        trail.append(events.forEach(patients, patient -> written(audited, patient, written)));
    }

    private AuditRecord written(Audited audited, @Nullable String patient, Collection<Written> written) {
        var hers = written.stream()
                .filter(one -> patient == null || Owners.of(one.resource()).contains(patient))
                .toList();
        var touched = hers.stream()
                .map(Written::reference)
                .filter(reference -> !reference.equals(patient))
                .toList();
        return events.record(audited, pattern(hers), patient, touched, AuditEventOutcome._0, null);
    }

    private static Balp pattern(Collection<Written> written) {
        var kinds = written.stream().map(Written::kind).toList();
        if (kinds.contains(Written.Kind.CREATED)) {
            return Balp.CREATE;
        }
        return kinds.contains(Written.Kind.UPDATED) ? Balp.UPDATE : Balp.DELETE;
    }

    /**
     * Somebody's sign-in was given to her or taken away, in the running transaction.
     *
     * @param person {@code Practitioner/…} whose it is
     * @param by who did it; absent when the registry does not know her role
     */
    public void signInChanged(String person, @Nullable Caller by, boolean linked) {
        var audited = Audited.ofAPage(by, linked ? "link-sign-in" : "unlink-sign-in");
        trail.append(List.of(events.record(
                audited, linked ? Balp.CREATE : Balp.DELETE, null, List.of(person), AuditEventOutcome._0, null)));
    }

    /**
     * Somebody without an account read a record with the link and the PIN that the woman gave away.
     *
     * @param patient {@code Patient/…} whose record it is
     * @param from the network address that it was asked from
     */
    public void openedByLink(String patient, String from) {
        var audited = Audited.ofALink(from, "open-shared-record");
        trail.append(List.of(events.record(audited, Balp.READ, patient, List.of(), AuditEventOutcome._0, null)));
    }

    /**
     * Somebody typed so many wrong PINs that the link which the woman gave away is closed.
     *
     * @param patient {@code Patient/…} whose record it is
     * @param from the network address that they came from
     */
    public void closedByWrongPins(String patient, String from) {
        var audited = Audited.ofALink(from, "close-shared-record");
        trail.append(List.of(events.record(audited, Balp.READ, patient, List.of(), AuditEventOutcome._4, "wrong-pin")));
    }

    /**
     * Her card was shown to be printed.
     *
     * @param by who prints it
     * @param patient {@code Patient/…} whose card it is
     */
    public void cardShown(Caller by, String patient) {
        var audited = Audited.ofAPageShown(by, "print-card");
        trail.append(List.of(events.record(audited, Balp.READ, patient, List.of(), AuditEventOutcome._0, null)));
    }

    /**
     * A woman took back what she had let an app do, in the running transaction.
     *
     * @param patient {@code Patient/…} who took it back
     * @param app the app's client id
     */
    public void appEnded(String patient, String app) {
        var her = new Caller(patient, Role.MOTHER, null, Set.of(), Set.of(), app, Purpose.PATIENT_REQUEST, null);
        trail.append(List.of(events.record(
                Audited.ofAPage(her, "end-app"), Balp.DELETE, patient, List.of(), AuditEventOutcome._0, null)));
    }

    /**
     * The country's directory was told of one of her numbers and who she is, in the running transaction.
     *
     * @param patient {@code Patient/…} whose record it is
     * @param refused what it answered instead of hearing it
     */
    public void announced(String patient, @Nullable String refused) {
        trail.append(List.of(events.record(
                Audited.ofTelling("announce-number"),
                Balp.EXECUTE,
                patient,
                List.of(),
                refused == null ? AuditEventOutcome._0 : AuditEventOutcome._4,
                refused)));
    }

    /** One resource that a transaction wrote, as it is afterwards. */
    public record Written(Kind kind, Resource resource) {

        /** What happened to it. */
        public enum Kind {
            CREATED,
            UPDATED,
            DELETED
        }

        String reference() {
            return resource.fhirType() + "/" + resource.getIdElement().getIdPart();
        }
    }
}
