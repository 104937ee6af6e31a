package org.ancregistry.server.operations;

import ca.uhn.fhir.context.FhirContext;
import java.util.Map;
import java.util.TreeMap;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.operations.RecordContents;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.jdbc.core.JdbcTemplate;

/** A supervisor's desk at which records are merged, and what lies in them looked at. */
final class MergeDesk {

    private static final FhirContext FHIR = FhirContext.forR4Cached();

    final DecisionDesk desk;

    MergeDesk(DecisionDesk desk) {
        this.desk = desk;
    }

    Parameters preview(String source, String target) {
        var asked = new Parameters();
        Clinic.add(asked, "source-patient", new Reference(source));
        Clinic.add(asked, "target-patient", new Reference(target));
        Clinic.add(asked, "preview", new BooleanType(true));
        return desk.clinic.ask(desk.supervisor, "$merge", asked);
    }

    /** On the versions that both have now. */
    Parameters request(String source, String target) {
        return request(source, version(source), target, version(target));
    }

    static Parameters request(String source, String sourceVersion, String target, String targetVersion) {
        var asked = new Parameters();
        Clinic.add(asked, "source-patient", new Reference(source));
        Clinic.add(asked, "target-patient", new Reference(target));
        asked.addParameter("source-version", sourceVersion).addParameter("target-version", targetVersion);
        return asked.addParameter("request-id", Clinic.id())
                .addParameter("reason", "Both cards were laid side by side.");
    }

    Parameters merge(Caller caller, Parameters asked) {
        return desk.clinic.ask(caller, "$merge", asked);
    }

    Parameters merge(String source, String target) {
        return merge(desk.supervisor, request(source, target));
    }

    Parameters unmerge(String source) {
        return unmerge(desk.supervisor, source);
    }

    Parameters unmerge(Caller caller, String source) {
        var asked = new Parameters();
        Clinic.add(asked, "source-patient", new Reference(source));
        asked.addParameter("request-id", Clinic.id()).addParameter("reason", "They are two women after all.");
        return desk.clinic.ask(caller, "$unmerge", asked);
    }

    String version(String patient) {
        return desk.read(Patient.class, patient).getMeta().getVersionId();
    }

    /** What lies in the record, and herself, without versions and moments. */
    Map<String, String> contents(String patient) {
        var contents = new TreeMap<String, String>();
        desk.clinic.registry.bean(RecordContents.class).of(patient, 1000).forEach(resource -> {
            resource.getMeta().setVersionId(null).setLastUpdated(null);
            var name = resource.fhirType() + "/" + resource.getIdElement().getIdPart();
            resource.setId(name);
            contents.put(name, FHIR.newJsonParser().encodeResourceToString(resource));
        });
        var herself = desk.read(Patient.class, patient);
        herself.getMeta().setVersionId(null).setLastUpdated(null);
        herself.setId(patient);
        contents.put(patient, FHIR.newJsonParser().encodeResourceToString(herself));
        return contents;
    }

    /** How many rows of a side table are hers. */
    long rows(String table, String patient) {
        var count = desk.clinic
                .registry
                .bean(JdbcTemplate.class)
                .queryForObject("select count(*) from " + table + " where patient = ?", Long.class, patient);
        return count == null ? 0 : count;
    }
}
