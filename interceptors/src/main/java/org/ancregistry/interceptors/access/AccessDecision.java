package org.ancregistry.interceptors.access;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.CareRelationships;
import org.ancregistry.domain.access.Role;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * What one request may ask and take away, made from role, scopes and care relationship. The same decision serves the way
 * in and the way out, so nothing leaves that could not have been asked for, whatever a search said.
 *
 * <p>Belongs to one request and one thread.
 */
public final class AccessDecision {

    private static final String COUNTED = "MeasureReport";
    private static final String COMPOSED = "Composition";
    private static final String AUDIT = "AuditEvent";

    private final Caller caller;
    private final Areas areas;
    private final Scopes scopes;
    private final Rights rights;
    private final Reached reached;
    private boolean counted;
    private boolean onOnePage;

    AccessDecision(Caller caller, CareRelationships relationships, Areas areas) {
        this.caller = caller;
        this.reached = new Reached(caller, relationships);
        this.areas = areas;
        this.scopes = Scopes.of(caller);
        this.rights = Rights.of(caller.role());
    }

    /** What may become of a resource that is about to leave. */
    enum Verdict {
        SHOWN,
        /** It is about somebody whom the caller may ask about, but is not for the caller. */
        WITHHELD,
        /** It is about somebody else: that it exists must not be told. */
        FOREIGN
    }

    boolean mayRead(String type) {
        return rights.read().contains(type) && inScope(type, Scopes.Letter.READ);
    }

    boolean maySearch(String type) {
        return rights.search().contains(type) && inScope(type, Scopes.Letter.SEARCH);
    }

    boolean mayWrite(String type, Scopes.Letter letter) {
        return rights.write().contains(type) && inScope(type, letter);
    }

    /** Whether the scopes let a system bring resources of that type, of which an operation makes what is stored. */
    boolean mayBring(String type) {
        return caller.has(Role.SYSTEM) && scopes.allow(type, Scopes.Letter.CREATE);
    }

    boolean mayCall(Act act) {
        return act.isOpenTo(caller.role(), scopes);
    }

    /**
     * Administrators load facilities and staff, supervisors take a midwife on with her role, systems load their data;
     * nobody else sends many things at once.
     */
    boolean mayTransact() {
        return caller.has(Role.ADMINISTRATOR) || caller.has(Role.SUPERVISOR) || caller.has(Role.SYSTEM);
    }

    /** Those that may leave, looked up together. */
    public List<Resource> shownAmong(List<Resource> resources) {
        learn(Owners.of(resources));
        var shown = resources.stream()
                .filter(resource -> verdict(resource) == Verdict.SHOWN)
                .toList();
        shown.forEach(this::cutDown);
        return shown;
    }

    /** Takes out of what is shown what is not for the caller; only for what is about to leave and nobody works with. */
    void cutDown(Resource shown) {
        if (isMother()) {
            WordsOfStaff.takeOutOf(shown);
        }
        if (shown instanceof AuditEvent look && isShownLooks(AUDIT)) {
            LooksForStaff.cutDown(look);
        }
    }

    private boolean inScope(String type, Scopes.Letter letter) {
        return Types.DEFINITIONS.contains(type) || scopes.allow(type, letter);
    }

    /** The caller's own Practitioner or Patient, which the scope {@code fhirUser} opens. */
    boolean isOwnProfile(String reference) {
        return caller.scopes().contains("fhirUser") && reference.equals(caller.id());
    }

    /**
     * The one woman about whom these scopes let the caller do {@code letter}; absent when they hold for everybody whom
     * the caller reaches.
     */
    Optional<String> confinedTo(String type, Scopes.Letter letter) {
        return isMother() ? caller.ownRecord() : scopes.confinedTo(type, letter);
    }

    /** The only categories of {@code type} that may be searched for; empty when all may. */
    Set<String> categories(String type) {
        return scopes.categories(type);
    }

    /** Whether of that type something may be kept from the caller about women whom she reaches. */
    boolean mayHideSome(String type) {
        return type.equals("Task")
                || (Sensitivity.TYPES.contains(type) && Sensitivity.isAnythingKeptFrom(caller.role()));
    }

    boolean isMother() {
        return caller.has(Role.MOTHER);
    }

    /** Whether a program asks that acts for itself: it cares for nobody, and reaches those who do not keep it out. */
    boolean isProgram() {
        return caller.has(Role.SYSTEM);
    }

    /** Those of {@code patients} about whom the caller may ask. */
    List<String> reachedAmong(Collection<String> patients) {
        learn(patients);
        return patients.stream().filter(patient -> reaches(List.of(patient))).toList();
    }

    /** Whether the caller watches over all resources of that type, whomever they are about. */
    boolean oversees(String type) {
        return caller.has(Role.PRIVACY_OFFICER) && type.equals(AUDIT);
    }

    /** Whether the caller looks after women, and is shown of that type who looked at the record of one of them. */
    boolean isShownLooks(String type) {
        return LooksForStaff.areFor(caller.role()) && type.equals(AUDIT);
    }

    /** Whether the caller is asked by all mothers with resources of that type, and sees these alone. */
    boolean isAskedWith(String type) {
        return caller.has(Role.PRIVACY_OFFICER) && type.equals("Task");
    }

    /** Every match of the search is the caller's to see, so it may be counted. */
    void allowCounting() {
        counted = true;
    }

    boolean isCounted() {
        return counted;
    }

    void allowNoPages() {
        onOnePage = true;
    }

    boolean isOnOnePage() {
        return onOnePage;
    }

    Caller caller() {
        return caller;
    }

    /** Whether the caller may ask about every one of {@code patients} ({@code Patient/…}); about nobody, never. */
    boolean reaches(Collection<String> patients) {
        return reached.all(patients);
    }

    /** Looks up, in one query, those of {@code patients} that are not known to be reached. */
    void learn(Collection<String> patients) {
        reached.learn(patients);
    }

    /** Whether the caller reaches that woman only because she opened the record in an emergency. */
    public boolean isEmergency(String patient) {
        return reached.isEmergency(patient);
    }

    /** The units whose lists the caller may see, smaller areas within a larger one included. */
    Set<String> units() {
        return areas.within(caller.careUnits());
    }

    Set<String> within(Collection<String> someUnits) {
        return areas.within(someUnits);
    }

    /** The search parameter that names the unit whose list of {@code type} is asked for; null when there is no list. */
    @Nullable
    String unitParameter(String type) {
        return rights.lists().get(type);
    }

    Verdict verdict(Resource resource) {
        var type = resource.fhirType();
        if (type.equals(COUNTED)) {
            return verdictOnCounted(resource);
        }
        if (type.equals(COMPOSED)) {
            return verdictOnComposed(resource);
        }
        if (resource instanceof AuditEvent look && isShownLooks(type)) {
            return verdictOnLook(look);
        }
        if (isAskedWith(type) && !MothersQuestions.isFor(caller.role(), resource)) {
            return Verdict.FOREIGN;
        }
        var forAll = Types.isShared(type) || oversees(type) || isAskedWith(type);
        var owners = forAll ? Set.<String>of() : Owners.of(resource);
        if (!forAll && !reaches(owners)) {
            return Verdict.FOREIGN;
        }
        if (!mayLeave(resource, owners)) {
            return scopes.areOfOthers(owners) ? Verdict.FOREIGN : Verdict.WITHHELD;
        }
        return isKept(resource) ? Verdict.WITHHELD : Verdict.SHOWN;
    }

    private boolean isKept(Resource resource) {
        var kept = isMother() ? KeptForConversation.holds(resource) : Sensitivity.isKeptFrom(caller.role(), resource);
        return kept || !MothersQuestions.isFor(caller.role(), resource);
    }

    /** Numbers name nobody; a list of those behind them names only women whom the caller reaches. None is ever stored. */
    private Verdict verdictOnCounted(Resource report) {
        var owners = Owners.of(report);
        return inScope(COUNTED, Scopes.Letter.READ) && (owners.isEmpty() || reaches(owners))
                ? Verdict.SHOWN
                : Verdict.FOREIGN;
    }

    /** A document is put together for the caller from what may leave, and never stored. */
    private Verdict verdictOnComposed(Resource summary) {
        var owners = Owners.of(summary);
        return reaches(owners) && inScope("Patient", Scopes.Letter.READ) ? Verdict.SHOWN : Verdict.FOREIGN;
    }

    /** Only ever found by a search, so the right to read one by its id is not asked for. */
    private Verdict verdictOnLook(AuditEvent look) {
        var owners = LooksForStaff.whose(look);
        if (!reaches(owners)) {
            return Verdict.FOREIGN;
        }
        return maySearch(AUDIT) && scopes.cover(look, owners) && LooksForStaff.mayShow(look)
                ? Verdict.SHOWN
                : Verdict.WITHHELD;
    }

    private boolean mayLeave(Resource resource, Set<String> owners) {
        var type = resource.fhirType();
        return rights.read().contains(type)
                && (Types.DEFINITIONS.contains(type)
                        || scopes.cover(resource, owners)
                        || isOwnProfile(type + "/" + resource.getIdElement().getIdPart()));
    }
}
