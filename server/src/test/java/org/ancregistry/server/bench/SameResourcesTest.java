package org.ancregistry.server.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;

class SameResourcesTest {

    @Test
    void writesTheSameResourcesAsANewWomans() {
        var mother = new Patient();
        mother.setId("Patient/7/_history/1");
        mother.addIdentifier().setValue("4054X");
        var contact = new Encounter().setSubject(new Reference("Patient/7/_history/1"));
        contact.setId("Encounter/8");
        contact.setServiceProvider(new Reference("Organization/clinic"));
        var history = new Bundle();
        history.addEntry().setResource(mother);
        history.addEntry().setResource(contact);

        var json = SameResources.of(history).filled(12);

        var written = Visitor.FHIR.newJsonParser().parseResource(Bundle.class, json);
        var hers = written.getEntry().get(1);
        assertThat(written.getEntry()).allMatch(entry -> entry.getRequest().getMethod() == HTTPVerb.POST);
        assertThat(((Encounter) hers.getResource()).getSubject().getReference())
                .isEqualTo(written.getEntry().get(0).getFullUrl());
        assertThat(((Encounter) hers.getResource()).getServiceProvider().getReference())
                .isEqualTo("Organization/clinic");
        assertThat(json).contains("40540000012").doesNotContain("4054X");
    }
}
