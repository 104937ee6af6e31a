package org.ancregistry.portals.midwife;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.ancregistry.domain.access.CardTrail;
import org.ancregistry.domain.access.Role;
import org.ancregistry.domain.identity.IdentityEvidence;
import org.ancregistry.domain.identity.InMemoryIdentityEvidences;
import org.ancregistry.domain.person.Demographics;
import org.ancregistry.domain.person.Gender;
import org.ancregistry.domain.person.PersonName;
import org.ancregistry.domain.person.PostalAddress;
import org.ancregistry.portals.identitycheck.IdentityCheckLinks;
import org.ancregistry.portals.registry.FakeRegistry;
import org.ancregistry.portals.registry.RegistryConfiguration;
import org.ancregistry.portals.signin.AccessTokens;
import org.ancregistry.portals.signin.SignedInPerson;
import org.ancregistry.portals.web.PagesUnderTest;
import org.flywaydb.core.Flyway;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The midwife's portal with a registry that answers as it is told, and a national ID that is told as well. */
@Import({PagesUnderTest.class, MidwifeConfiguration.class, RegistryConfiguration.class})
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class
})
class MidwifeUnderTest {

    static final Instant NOW = Instant.parse("2026-11-23T05:00:00Z");
    static final String PHN = "2047KTR9MX5";
    static final FakeRegistry REGISTRY = FakeRegistry.open();
    static final InMemoryIdentityEvidences EVIDENCES = new InMemoryIdentityEvidences();

    static SignedInPerson fernando() {
        return new SignedInPerson(
                "Practitioner/7",
                Role.MIDWIFE,
                "Organization/2",
                "MOH Galewela",
                Set.of("Organization/3"),
                "D. Fernando, PHM");
    }

    static SignedInPerson silva() {
        return new SignedInPerson(
                "Practitioner/8",
                Role.MIDWIFE,
                "Organization/2",
                "MOH Galewela",
                Set.of("Organization/3"),
                "K. Silva, PHM");
    }

    static SignedInPerson jayasinghe(String area) {
        return new SignedInPerson(
                "Practitioner/9", Role.SUPERVISOR, "Organization/2", "MOH Galewela", Set.of(area), "P. Jayasinghe");
    }

    /** Nimali's national ID, proven five minutes ago for that draft. */
    static IdentityEvidence nimali(String draft, Instant expires) {
        var verified = new Demographics(
                List.of(PersonName.of("Nimali Sanduni Perera", "en"), PersonName.of("නිමාලි සඳුනි පෙරේරා", "si")),
                LocalDate.of(1997, 3, 14),
                Gender.FEMALE,
                new PostalAddress("24/1 Temple Road, Galewela, Matale", null, null, null, null, null),
                "+94771234521",
                null,
                null);
        return new IdentityEvidence(
                "evidence-" + draft,
                "esignet",
                "sub-1",
                verified,
                Set.of("name"),
                Set.of(),
                "mosip:idp:acr:generated-code",
                NOW.minusSeconds(300),
                "Practitioner/7",
                draft,
                expires,
                null);
    }

    /** A record under the number: three details agree, one is close, one differs. */
    static Parameters comparison(String phn) {
        var answer = new Parameters();
        var candidate = answer.addParameter().setName("candidate");
        candidate.addPart().setName("patient").setValue(new Reference("Patient/34"));
        candidate.addPart().setName("phn").setValue(new Identifier().setValue(phn));
        candidate.addPart().setName("grade").setValue(new CodeType("probable"));
        FakeRegistry.compared(candidate, "birthDate", "1997-03-14", "1997-03-14", "same");
        FakeRegistry.compared(candidate, "gender", "FEMALE", "FEMALE", "same");
        FakeRegistry.compared(candidate, "name", "Nimali Sanduni Perera", "Nimali S. Perera", "close");
        FakeRegistry.compared(candidate, "phone", "Ends in 4521", "Ends in 4521", "same");
        FakeRegistry.compared(
                candidate, "address", "24/1 Temple Road, Galewela", "12 Lake Road, Dambulla", "different");
        FakeRegistry.compared(candidate, "nationalId", "…275", null, "missing");
        return answer;
    }

    static Parameters registered(String phn) {
        var answer = new Parameters();
        answer.addParameter().setName("patient").setValue(new Reference("Patient/34"));
        answer.addParameter().setName("phn").setValue(new Identifier().setValue(phn));
        answer.addParameter().setName("phn-issued").setValue(new BooleanType(true));
        answer.addParameter().setName("verified").setValue(new BooleanType(true));
        answer.addParameter().setName("edd").setValue(new DateType("2027-06-13"));
        var window = new Period();
        window.setStartElement(new DateTimeType("2026-12-20"));
        window.setEndElement(new DateTimeType("2026-12-27"));
        answer.addParameter().setName("planned-contact").setValue(window);
        return answer;
    }

    /** Nimali is five days overdue; nobody knows how far Kumari is. */
    static Parameters workList() {
        var answer = new Parameters();
        List.of("needs-action", "all").forEach(tab -> answer.addParameter(tab, new IntegerType(2)));
        answer.addParameter("overdue", new IntegerType(1));
        List.of("this-week", "delivered").forEach(tab -> answer.addParameter(tab, new IntegerType(0)));
        answer.addParameter("more", new BooleanType(true));
        var nimali = FakeRegistry.patient("34", "Nimali Sanduni Perera", PHN);
        nimali.addTelecom().setSystem(ContactPointSystem.PHONE).setValue("+94771234521");
        nimali.addAddress().setCity("Galewela");
        var row = answer.addParameter().setName("mother");
        row.addPart().setName("patient").setResource(nimali);
        row.addPart().setName("edd").setValue(new DateType("2027-01-20"));
        var due = new Period();
        due.setStartElement(new DateTimeType("2026-11-06"));
        due.setEndElement(new DateTimeType("2026-11-18"));
        row.addPart().setName("due").setValue(due);
        var kumari = new Patient();
        kumari.setId("35");
        kumari.addName().setText("Kumari Jayasuriya");
        answer.addParameter().setName("mother").addPart().setName("patient").setResource(kumari);
        return answer;
    }

    @Bean(initMethod = "migrate")
    Flyway flyway(DataSource database) {
        return Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/portals")
                .table("flyway_portals")
                .load();
    }

    @Bean
    @Primary
    Clock fixedClock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    @Bean
    AccessTokens accessTokens() {
        return request -> "token-of-fernando";
    }

    /** Who was shown whose card, newest last. */
    static final List<String> CARDS = new CopyOnWriteArrayList<>();

    @Bean
    CardTrail cardTrail() {
        return (by, patient) -> CARDS.add(by.id() + " " + by.role().code() + " " + patient);
    }

    @Bean
    InMemoryIdentityEvidences evidences() {
        return EVIDENCES;
    }

    @Bean
    IdentityCheckLinks links() {
        return (session, draft, language) -> "/identity-checks/start?draft=" + draft + "&once=1";
    }

    /** So that tests see what the database keeps. */
    static String kept(JdbcClient database, String draft) {
        return database.sql("select entries from registration_draft where id = :id")
                .param("id", draft)
                .query(String.class)
                .single();
    }
}
