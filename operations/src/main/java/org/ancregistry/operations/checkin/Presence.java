package org.ancregistry.operations.checkin;

import java.util.Objects;
import java.util.Optional;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.Role;
import org.ancregistry.domain.identity.LinkedPeople;
import org.ancregistry.domain.identity.Subject;
import org.ancregistry.domain.phn.Phn;
import org.ancregistry.domain.phn.PhnRegister;
import org.ancregistry.operations.Callers;
import org.ancregistry.operations.Given;
import org.ancregistry.operations.LiveEvidence;
import org.ancregistry.operations.OneWoman;
import org.ancregistry.operations.Records;
import org.ancregistry.operations.WomenByName;
import org.ancregistry.operations.WomenByName.FoundWoman;
import org.ancregistry.operations.fhir.PatientDemographics;
import org.hl7.fhir.r4.model.Patient;

/**
 * Whose record it is that the woman who is present has: by the number on her card and what she says or proves, or, where a
 * doctor looked for her, by the same name and birth date that led to her.
 */
public final class Presence {

    private final PhnRegister register;
    private final Records records;
    private final LiveEvidence evidences;
    private final LinkedPeople linked;
    private final OneWoman oneWoman;
    private final WomenByName women;

    public Presence(
            PhnRegister register,
            Records records,
            LiveEvidence evidences,
            LinkedPeople linked,
            OneWoman oneWoman,
            WomenByName women) {
        this.register = register;
        this.records = records;
        this.evidences = evidences;
        this.linked = linked;
        this.oneWoman = oneWoman;
        this.women = women;
    }

    /** {@code Patient/…} of the record on which she is pregnant, which need not be the one that holds her number. */
    Optional<String> proven(Caller caller, CheckIn asked) {
        return asked.phn() == null ? byName(caller, asked) : byNumber(caller, asked, asked.phn());
    }

    /** An id alone opens nothing: whoever did not look for her by what she says does not check her in. */
    private Optional<String> byName(Caller caller, CheckIn asked) {
        Callers.require(caller, Role.DOCTOR);
        var found = Given.present(asked.found(), "phn");
        return women
                .like(caller, Given.present(asked.name(), "name"), Given.present(asked.birthDate(), "birth-date"))
                .stream()
                .map(FoundWoman::patient)
                .filter(found::equals)
                .findFirst();
    }

    private Optional<String> byNumber(Caller caller, CheckIn asked, String phn) {
        return Phn.parse(phn)
                .flatMap(register::holderOf)
                .flatMap(holder -> records.read(Patient.class, holder))
                .filter(holder -> isHerself(caller, asked, holder))
                .map(holder -> oneWoman.inCare(holder)
                        .orElse("Patient/" + holder.getIdElement().getIdPart()));
    }

    private boolean isHerself(Caller caller, CheckIn asked, Patient holder) {
        if (asked.evidence() != null) {
            var evidence = evidences.require(caller, asked.evidence(), Given.present(asked.draft(), "draft"));
            var subject = new Subject(evidence.provider(), evidence.subject());
            return linked.behind(subject).filter(oneWoman.of(holder)::contains).isPresent();
        }
        return Objects.equals(PatientDemographics.birthDate(holder), asked.birthDate());
    }
}
