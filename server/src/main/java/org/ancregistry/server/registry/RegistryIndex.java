package org.ancregistry.server.registry;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import org.ancregistry.domain.phn.Phn;
import org.ancregistry.domain.phn.PhnRegister;
import org.ancregistry.interceptors.StorageInterceptor;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.fhir.Phns;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.EpisodeOfCare.EpisodeOfCareStatus;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;

/**
 * Keeps the registry's own tables in step with the record, whoever writes it: a PHN on two women, a second open
 * pregnancy or a point of issue of two facilities undoes the transaction that tried.
 */
@Interceptor
public final class RegistryIndex implements StorageInterceptor {

    private static final String WRITTEN = "written";

    private final PhnRegister register;
    private final JdbcActivePregnancies pregnancies;
    private final JdbcPointsOfIssue pointsOfIssue;

    RegistryIndex(PhnRegister register, JdbcActivePregnancies pregnancies, JdbcPointsOfIssue pointsOfIssue) {
        this.register = register;
        this.pregnancies = pregnancies;
        this.pointsOfIssue = pointsOfIssue;
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_CREATED)
    public void created(IBaseResource resource) {
        if (resource instanceof Patient patient) {
            bind(patient);
        } else if (resource instanceof EpisodeOfCare pregnancy) {
            follow(pregnancy);
        } else if (resource instanceof Organization facility) {
            pointsOfIssue.replace("Organization/" + facility.getIdElement().getIdPart(), facility);
        }
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_UPDATED)
    public void updated(IBaseResource before, IBaseResource after) {
        if (after instanceof Patient patient) {
            refuseLostNumber((Patient) before, patient);
            refuseLostOldNumber((Patient) before, patient);
            bind(patient);
        } else if (after instanceof EpisodeOfCare pregnancy) {
            follow(pregnancy);
        } else if (after instanceof Organization facility) {
            pointsOfIssue.replace("Organization/" + facility.getIdElement().getIdPart(), facility);
        }
    }

    private void bind(Patient patient) {
        if (Phns.all(patient).size() > 1) {
            throw Problem.PHN_ALREADY_HELD
                    .because("A person holds one PHN for life: leave the second one out.")
                    .at("Patient.identifier");
        }
        refuseOldNumbersOfOthers(patient);
        Phns.of(patient).ifPresent(phn -> {
            if (!register.bind(phn, reference(patient), WRITTEN)) {
                throw Problem.PHN_ALREADY_HELD
                        .because("Another person holds this PHN, or this person holds another.")
                        .at("Patient.identifier");
            }
        });
    }

    /** A number becomes an old one of another record by merging alone, which has told the register before. */
    private void refuseOldNumbersOfOthers(Patient patient) {
        if (Phns.old(patient).stream().anyMatch(phn -> !isOldOf(phn, patient))) {
            throw Problem.PHN_ALREADY_HELD
                    .because("An old PHN comes to a record by merging two records, and not otherwise: leave it out.")
                    .at("Patient.identifier");
        }
    }

    private void refuseLostOldNumber(Patient before, Patient after) {
        var kept = Phns.old(after);
        if (Phns.old(before).stream().anyMatch(phn -> !kept.contains(phn) && isOldOf(phn, after))) {
            throw Problem.PHN_ALREADY_HELD
                    .because("She is still found by her old PHN: leave it on the record.")
                    .at("Patient.identifier");
        }
    }

    private boolean isOldOf(Phn phn, Patient patient) {
        return register.retired(phn)
                && register.holderOf(phn).filter(reference(patient)::equals).isPresent();
    }

    private void refuseLostNumber(Patient before, Patient after) {
        var held = Phns.of(before)
                .filter(phn -> !register.retired(phn)
                        && register.holderOf(phn)
                                .filter(reference(after)::equals)
                                .isPresent());
        if (held.isPresent() && !held.equals(Phns.of(after))) {
            throw Problem.PHN_ALREADY_HELD
                    .because("A person keeps her PHN for life: leave it on the record.")
                    .at("Patient.identifier");
        }
    }

    private void follow(EpisodeOfCare pregnancy) {
        var reference = "EpisodeOfCare/" + pregnancy.getIdElement().getIdPart();
        if (pregnancy.getStatus() != EpisodeOfCareStatus.ACTIVE) {
            pregnancies.close(reference);
        } else if (!pregnancies.open(patientOf(pregnancy), reference)) {
            throw Problem.PREGNANCY_ALREADY_ACTIVE.because("She has an open pregnancy already.");
        }
    }

    private static String patientOf(EpisodeOfCare pregnancy) {
        return "Patient/" + new IdType(pregnancy.getPatient().getReference()).getIdPart();
    }

    private static String reference(Patient patient) {
        return "Patient/" + patient.getIdElement().getIdPart();
    }
}
