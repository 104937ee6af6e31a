package org.ancregistry.server.directory;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.ancregistry.domain.person.Demographics;
import org.ancregistry.domain.phn.Phn;
import org.ancregistry.operations.PhnDirectory;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.fhir.Assurance;
import org.ancregistry.operations.fhir.MotherRecord;
import org.ancregistry.operations.fhir.PatientDemographics;
import org.ancregistry.operations.fhir.Phns;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;

/** The directory behind a FHIR API: numbers are searched for, women are asked about as IHE PDQm (ITI-119) does. */
final class FhirPhnDirectory implements PhnDirectory {

    private static final int MOST = 10;

    private final DirectoryCalls calls;

    FhirPhnDirectory(DirectoryCalls calls) {
        this.calls = calls;
    }

    @Override
    public boolean isThere() {
        return true;
    }

    @Override
    public Optional<Known> holderOf(Phn phn) {
        var found = answered(() -> calls.search("Patient", "identifier", Phns.SYSTEM + "|" + phn.value()));
        return patients(found)
                .filter(record ->
                        Phns.all(record).contains(phn) || Phns.old(record).contains(phn))
                .flatMap(FhirPhnDirectory::known)
                .findFirst();
    }

    /** Her national ID number is not sent: the registry keeps none. */
    @Override
    public List<Known> like(Demographics woman) {
        var record = MotherRecord.begun().fillFrom(woman, Assurance.DECLARED).patient();
        var asked = new Parameters();
        asked.addParameter().setName("resource").setResource(Announcements.who(record));
        asked.addParameter().setName("count").setValue(new IntegerType(MOST));
        return patients(answered(() -> calls.ask("Patient/$match", asked)))
                .flatMap(FhirPhnDirectory::known)
                .toList();
    }

    /** What is asked of it is the same for everybody, so a refusal is its fault or the installation's, never hers. */
    private static Bundle answered(Supplier<Bundle> call) {
        try {
            return call.get();
        } catch (DirectoryDown | DirectoryRefused unavailable) {
            throw Problem.PHN_DIRECTORY_UNAVAILABLE.because(
                    "The PHN directory does not answer: go on, numbers are compared later.");
        }
    }

    private static Stream<Patient> patients(Bundle answer) {
        return answer.getEntry().stream()
                .map(BundleEntryComponent::getResource)
                .filter(Patient.class::isInstance)
                .map(Patient.class::cast)
                .filter(record -> !record.hasActive() || record.getActive());
    }

    private static Stream<Known> known(Patient record) {
        return Phns.of(record).map(phn -> new Known(phn, PatientDemographics.of(record, null))).stream();
    }
}
