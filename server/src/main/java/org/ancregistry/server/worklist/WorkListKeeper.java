package org.ancregistry.server.worklist;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Set;
import org.ancregistry.interceptors.StorageInterceptor;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.EpisodeOfCare.EpisodeOfCareStatus;
import org.hl7.fhir.r4.model.Reference;

/**
 * Keeps the work list in step with the record, in the transaction that writes the record, whichever way it is written.
 */
@Interceptor
public final class WorkListKeeper implements StorageInterceptor {

    private static final Set<EpisodeOfCareStatus> LOOKED_AFTER = Set.of(
            EpisodeOfCareStatus.PLANNED,
            EpisodeOfCareStatus.WAITLIST,
            EpisodeOfCareStatus.ACTIVE,
            EpisodeOfCareStatus.ONHOLD);

    private final WorkListTables tables;
    private final ZoneId zone;

    WorkListKeeper(WorkListTables tables, ZoneId zone) {
        this.tables = tables;
        this.zone = zone;
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_CREATED)
    public void created(IBaseResource resource) {
        if (resource instanceof EpisodeOfCare pregnancy) {
            follow(pregnancy);
        } else if (Fact.mayBeIn(resource)) {
            add(resource);
        } else if (Risk.mayBeIn(resource)) {
            grade(resource);
        }
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_UPDATED)
    public void updated(IBaseResource before, IBaseResource after) {
        if (after instanceof EpisodeOfCare pregnancy) {
            leave((EpisodeOfCare) before, pregnancy);
            follow(pregnancy);
        } else if (Fact.mayBeIn(after)) {
            tables.forget(name(after));
            add(after);
        } else if (Risk.mayBeIn(after)) {
            tables.forgetRisk(name(after));
            grade(after);
        }
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_DELETED)
    public void deleted(IBaseResource resource) {
        if (resource instanceof EpisodeOfCare) {
            tables.drop(name(resource));
        } else if (Fact.mayBeIn(resource)) {
            tables.forget(name(resource));
            var patient = Fact.patient(resource);
            if (patient != null) {
                tables.refreshAtCommit(patient);
            }
        } else if (Risk.mayBeIn(resource)) {
            tables.forgetRisk(name(resource));
            tables.refreshAtCommit(reference("Patient", Risk.subject(resource)));
        }
    }

    private void grade(IBaseResource resource) {
        var patient = reference("Patient", Risk.subject(resource));
        if (!patient.isEmpty()) {
            var risk = Risk.in(resource, zone);
            if (risk != null) {
                tables.note(name(resource), patient, risk);
            }
            tables.refreshAtCommit(patient);
        }
    }

    private void add(IBaseResource resource) {
        var patient = Fact.patient(resource);
        if (patient != null) {
            tables.note(name(resource), patient, Fact.in(resource, zone));
            tables.refreshAtCommit(patient);
        }
    }

    /** Two records became one, or two again: the pregnancy is in the other woman's row from now on. */
    private void leave(EpisodeOfCare before, EpisodeOfCare after) {
        var was = reference("Patient", before.getPatient());
        var is = reference("Patient", after.getPatient());
        if (!was.equals(is)) {
            tables.drop(name(after));
            if (after.getStatus() == EpisodeOfCareStatus.FINISHED) {
                tables.take(is, name(after), reference("Organization", after.getManagingOrganization()));
            }
        }
    }

    private void follow(EpisodeOfCare pregnancy) {
        var patient = reference("Patient", pregnancy.getPatient());
        var unit = reference("Organization", pregnancy.getManagingOrganization());
        var isLookedAfter = LOOKED_AFTER.contains(pregnancy.getStatus());
        if (patient.isEmpty() || unit.isEmpty()) {
            return;
        }
        if (!isLookedAfter && pregnancy.getStatus() != EpisodeOfCareStatus.FINISHED) {
            tables.drop(name(pregnancy));
            return;
        }
        var since = Fact.day(pregnancy.getPeriod().getStartElement(), zone);
        if (isLookedAfter) {
            tables.follow(patient, name(pregnancy), unit, since);
        } else {
            tables.end(name(pregnancy), unit, Fact.day(pregnancy.getPeriod().getEndElement(), zone));
        }
        tables.refreshAtCommit(patient);
    }

    private static String reference(String type, Reference reference) {
        var id = reference.getReferenceElement();
        return type.equals(id.getResourceType()) && id.hasIdPart() ? type + "/" + id.getIdPart() : "";
    }

    private static String name(IBaseResource resource) {
        return Objects.requireNonNull(
                resource.getIdElement().toUnqualifiedVersionless().getValue());
    }
}
