package org.ancregistry.operations.identityfeed;

import java.time.Clock;
import java.util.List;
import org.ancregistry.operations.ContactMoment;
import org.ancregistry.operations.fhir.Canon;
import org.ancregistry.operations.fhir.DeskPapers;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Provenance;

/**
 * Says which system announced what was written.
 *
 * @param client the id under which it signs in
 */
record FeedPapers(String client, Clock clock) {

    Provenance provenance(List<Patient> written, String activity) {
        var patient = Canon.referenceTo(written.get(0));
        var papers = new DeskPapers(patient, ContactMoment.now(clock), client, null);
        return DeskPapers.byProgram(papers.provenance(written, activity), client);
    }
}
