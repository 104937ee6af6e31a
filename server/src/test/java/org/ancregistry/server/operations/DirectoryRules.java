package org.ancregistry.server.operations;

import static org.assertj.core.api.Assertions.assertThat;

import org.ancregistry.domain.access.Role;
import org.ancregistry.domain.identity.Subject;
import org.ancregistry.portals.identity.JdbcLinkedPeople;
import org.ancregistry.server.testing.TestPointsOfIssue;
import org.ancregistry.server.testing.TestTokens;
import org.hl7.fhir.r4.model.Organization;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is kept of staff and places, whoever writes it. */
abstract class DirectoryRules extends LaterDecisions {

    @Test
    void writesDownWhoseSignInWasGivenAndTakenAway() {
        var nurse = desk.clinic.doctor.id();
        var links = registry().bean(JdbcLinkedPeople.class);
        links.link(new Subject("esignet", Clinic.id()), nurse, "link code");
        links.unlink(nurse, desk.supervisor.id());
        var acts = registry()
                .bean(JdbcTemplate.class)
                .queryForList(
                        "select resource from audit_event where resource like ? order by recorded",
                        String.class,
                        "%link-sign-in%" + nurse + "\"%");
        assertThat(acts).hasSize(2);
        assertThat(acts.get(0)).contains("\"link-sign-in\"").doesNotContain("esignet");
        assertThat(acts.get(1)).contains("\"unlink-sign-in\"");
    }

    @Test
    void letsNoTwoFacilitiesIssueUnderTheSameCharacters() {
        var code = TestPointsOfIssue.another();
        var administrator = desk.clinic.as(TestTokens.caller("Practitioner/1", Role.ADMINISTRATOR, null));
        var first = administrator.create().resource(clinic("First", code)).execute();
        var second = clinic("Second", code);
        assertThat(Clinic.refusal(() -> administrator.create().resource(second).execute()))
                .isEqualTo("point-of-issue-taken");
        var renamed = clinic("First, by another name", code);
        renamed.setId(first.getId().toUnqualifiedVersionless());
        administrator.update().resource(renamed).execute();
        renamed.getIdentifier().clear();
        administrator.update().resource(renamed).execute();
        assertThat(administrator.create().resource(second).execute().getCreated())
                .isTrue();
    }

    private static Organization clinic(String name, String pointOfIssue) {
        var clinic = new Organization().setActive(true).setName(name);
        clinic.getMeta().addProfile("https://ancregistry.org/fhir/StructureDefinition/anc-unit");
        clinic.addType()
                .addCoding()
                .setSystem("https://ancregistry.org/fhir/CodeSystem/anc-area-kind")
                .setCode("clinic");
        clinic.addIdentifier()
                .setSystem("https://ancregistry.org/fhir/id/point-of-issue")
                .setValue(pointOfIssue);
        return clinic;
    }
}
