package org.ancregistry.server.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.ancregistry.server.proofs.Desk.Answer;
import org.ancregistry.server.testing.RunningRegistry;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who a woman is stands in no log line, at the most talkative level there is, in no URL and in no refusal. */
class NothingPersonalInLogsIT {

    private static final RunningRegistry REGISTRY = RunningRegistry.onH2();
    private static final Desk DESK = new Desk(REGISTRY.fhirBase());
    private static final Gampaha GAMPAHA = Gampaha.at(DESK);

    private final Evidence evidence = new Evidence(REGISTRY);
    private final Woman nimali = Woman.next();
    private final Lines lines = new Lines();

    @Test
    void aRegistrationAndAVisitNameNobody() {
        var draft = "draft-1";
        var handle = evidence.of(nimali, GAMPAHA.kumari(), draft);
        var token = REGISTRY.token(GAMPAHA.kumari());
        lines.during(() -> {
            var registered = DESK.must(
                    GAMPAHA.kumari(),
                    Registration.PATH,
                    Registration.verified(draft, handle).asked());
            var visit = new Visit(registered.value("version"), "home-visit")
                    .withAllThatFollows(GAMPAHA.stored(GAMPAHA.hospital))
                    .answer("danger_none", List.of(Questionnaire.yes()))
                    .answer("bp_not_taken_reason", List.of(new StringType("No cuff")));
            DESK.must(GAMPAHA.kumari(), Visit.path(registered.value("patient")), visit.asked());
            DESK.get(GAMPAHA.kumari(), "/" + registered.value("patient") + "/$anc-summary");
            DESK.must(GAMPAHA.kumari(), "/Patient/$match-phn", match());
        });
        assertThat(lines.written).as("finished acts").anyMatch(line -> line.contains("Registered Patient/"));
        assertThat(lines.written).anyMatch(line -> line.contains("Recorded Encounter/"));
        assertNamesNobody(lines.written, handle);
        assertThat(lines.written).noneMatch(line -> line.contains(token.substring(token.lastIndexOf('.'))));
    }

    @Test
    void refusalsNameNobody() {
        var refusals = new ArrayList<Answer>();
        var draft = "draft-1";
        var handle = evidence.of(nimali, GAMPAHA.kumari(), draft);
        lines.during(() -> {
            var kumari = GAMPAHA.kumari();
            refusals.add(DESK.tried(
                    GAMPAHA.sunethra(),
                    Registration.PATH,
                    Registration.verified(draft, handle).asked()));
            refusals.add(DESK.tried(
                    kumari,
                    Registration.PATH,
                    Registration.verified("another", handle).asked()));
            refusals.add(DESK.tried(
                    kumari,
                    Registration.PATH,
                    Registration.told(nimali)
                            .answer("gravida", new IntegerType(95))
                            .asked()));
            refusals.add(DESK.tried(
                    kumari,
                    Registration.PATH,
                    Registration.told(nimali).withCard("not a number").asked()));
            DESK.must(kumari, Registration.PATH, Registration.told(nimali).asked());
            refusals.add(DESK.tried(
                    kumari, Registration.PATH, Registration.told(nimali).asked()));
            refusals.add(DESK.tried(
                    kumari,
                    Registration.PATH,
                    Registration.verified(draft, handle).asked()));
            refusals.add(DESK.tried(GAMPAHA.nizam(), "/Patient/$check-in", arrival("9902BCDFGHJ")));
            refusals.add(DESK.any(
                    kumari,
                    "POST",
                    "/Patient",
                    "{\"resourceType\":\"Patient\",\"name\":[{\"text\":\"" + nimali.name() + "\"}],\"x\":\""
                            + nimali.nationalId() + "\"}"));
            refusals.add(DESK.any(
                    kumari,
                    "POST",
                    Registration.PATH,
                    "{\"resourceType\":\"Parameters\",\"parameter\":[{\"" + nimali.nationalId() + "\":\""
                            + nimali.name() + "\"}]}"));
            refusals.add(DESK.any(
                    kumari,
                    "POST",
                    "/Patient/$match-phn",
                    "{\"resourceType\":\"Parameters\",\"parameter\":"
                            + "[{\"name\":\"resource\",\"resource\":{\"resourceType\":\"Patient\",\"birthDate\":\""
                            + nimali.nationalId() + " " + nimali.name() + "\"}}]}"));
            refusals.add(DESK.get(kumari, "/Patient?identifier=" + nimali.nationalId() + "&name=Perera"));
            refusals.add(DESK.get(kumari, "/" + nimali.nationalId()));
        });
        assertThat(refusals).extracting(Answer::status).allMatch(status -> status >= 400 && status < 500);
        assertNamesNobody(refusals.stream().map(Answer::body).toList(), handle);
        assertNamesNobody(lines.written, handle);
    }

    @Test
    void theAuditTrailNamesNobody() {
        var handle = evidence.of(nimali, GAMPAHA.kumari(), "draft-1");
        var registered = DESK.must(
                GAMPAHA.kumari(),
                Registration.PATH,
                Registration.verified("draft-1", handle).asked());
        var events = REGISTRY.bean(JdbcTemplate.class)
                .queryForList(
                        "select resource from audit_event where patient = ?",
                        String.class,
                        registered.value("patient"));
        assertThat(events).isNotEmpty();
        assertNamesNobody(events, handle);
    }

    /** Neither who she is nor what would let somebody act as her. */
    private void assertNamesNobody(Iterable<String> texts, String handle) {
        var secrets = Map.of(
                "name", nimali.name(),
                "family name", "Perera",
                "national ID", nimali.nationalId(),
                "phone", nimali.phone().substring(1),
                "sub", nimali.sub(),
                "handle", handle,
                "token", "eyJ",
                "birth date", nimali.born().toString());
        secrets.forEach((what, secret) -> assertThat(texts).as(what).noneMatch(text -> text.contains(secret)));
    }

    private Parameters match() {
        var asked = new Parameters();
        asked.addParameter().setName("resource").setResource(nimali.told());
        return asked;
    }

    private Parameters arrival(String phn) {
        var arrival = new Parameters().addParameter("phn", new StringType(phn));
        arrival.addParameter("birth-date", new DateType(nimali.born().toString()));
        return arrival;
    }

    /** All that is logged meanwhile: our own packages say everything that they could. */
    private static final class Lines extends AppenderBase<ILoggingEvent> {

        private final Queue<String> written = new ConcurrentLinkedQueue<>();

        void during(Runnable act) {
            var all = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
            var own = (Logger) LoggerFactory.getLogger("org.ancregistry");
            var before = own.getLevel();
            start();
            all.addAppender(this);
            own.setLevel(Level.TRACE);
            try {
                act.run();
            } finally {
                own.setLevel(before);
                all.detachAppender(this);
                stop();
            }
        }

        @Override
        protected void append(ILoggingEvent event) {
            var thrown = event.getThrowableProxy();
            written.add(event.getFormattedMessage() + (thrown == null ? "" : ThrowableProxyUtil.asString(thrown)));
        }
    }
}
