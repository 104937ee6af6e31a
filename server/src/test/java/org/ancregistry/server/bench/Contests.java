package org.ancregistry.server.bench;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.function.LongFunction;
import org.hl7.fhir.r4.model.Parameters;

/** What is measured, and beside what. */
final class Contests {

    private static final String PHN = "https://fhir.health.gov.lk/id/phn%7C";
    private static final String WEIGHT = "http://smart.who.int/anc%7CANC.B8.DE3";

    private final Stage stage;
    private final Village village;

    Contests(Stage stage) {
        this.stage = stage;
        this.village = stage.village();
    }

    List<Contest> named(String name) {
        return switch (name) {
            case "register" -> List.of(register());
            case "match" -> List.of(matchByNumber(), matchWithoutNumber());
            case "write" -> List.of(write());
            case "summary" -> List.of(summary());
            case "read" -> List.of(read(), searchOfTwenty());
            case "search" -> List.of(searchByIdentifier(), sortedSearch());
            default -> throw new IllegalArgumentException(name);
        };
    }

    private Contest register() {
        var registration = Registration.template();
        var same = SameResources.writtenAfter(village.before(), stage.starter());
        LongFunction<HttpRequest.Builder> unchecked =
                number -> stage.unchecked().post("", same.filled(number));
        LongFunction<HttpRequest.Builder> starter = number -> stage.starter().post("", same.filled(number));
        return new Contest(
                "$register-anc",
                ours(number -> stage.midwife().post(Registration.PATH, registration.filled(number))),
                List.of(
                        new Rival(unchecked("transaction, unchecked", unchecked), Goal.throughputAtLeast(0.7)),
                        new Rival(starter("transaction, plain HAPI", starter), Goal.throughputAtLeast(0.7))));
    }

    private Contest matchByNumber() {
        return alone("$match-phn, PHN", number -> {
            var mother = village.any(number);
            var asked = new Parameters();
            asked.addParameter("phn", mother.phn());
            asked.addParameter("evidence", "again-" + mother.number());
            asked.addParameter("draft", "draft-" + mother.number());
            return match(asked);
        });
    }

    private Contest matchWithoutNumber() {
        return alone("$match-phn, none", number -> {
            var asked = new Parameters();
            asked.addParameter("evidence", "evidence-" + number);
            asked.addParameter("draft", "draft-" + number);
            return match(asked);
        });
    }

    private HttpRequest.Builder match(Parameters asked) {
        return stage.midwife()
                .post("/Patient/$match-phn", Visitor.FHIR.newJsonParser().encodeResourceToString(asked));
    }

    /** One finding, held against the guide before it is stored, beside the same one that nobody looks at. */
    private Contest write() {
        var finding = Finding.template();
        LongFunction<String> json = number -> {
            var mother = village.any(number);
            return finding.text().replace("@patient@", mother.patient()).replace("@contact@", mother.contact());
        };
        return new Contest(
                "write of a finding",
                ours(number -> stage.laboratory().post("/Observation", json.apply(number))),
                List.of(new Rival(
                        unchecked(
                                "not validated", number -> stage.unchecked().post("/Observation", json.apply(number))),
                        Goal.moreProcessorAtMost(60))));
    }

    private Contest summary() {
        var patient = "/" + village.longRecord().patient();
        return new Contest(
                "$anc-summary",
                ours(number -> stage.midwife().get(patient + "/$anc-summary")),
                List.of(new Rival(
                        starter(
                                "$everything, plain HAPI",
                                number -> stage.starter().get(patient + "/$everything?_count=2000")),
                        Goal.throughputAtLeast(5))));
    }

    private Contest read() {
        return checked("read of a Patient", number -> "/" + village.any(number).patient());
    }

    private Contest searchOfTwenty() {
        var path = "/Observation?_count=20&patient=" + village.longRecord().patient();
        return checked("search of 20", number -> path);
    }

    /** The same question with and without decision and audit. */
    private Contest checked(String name, LongFunction<String> path) {
        return new Contest(
                name,
                ours(number -> stage.midwife().get(path.apply(number))),
                List.of(new Rival(
                        unchecked("unchecked", number -> stage.unchecked().get(path.apply(number))),
                        Goal.p95AtMost(1.1))));
    }

    private Contest searchByIdentifier() {
        return besideStarter(
                "identifier search",
                2,
                number -> "/Patient?identifier=" + PHN + village.any(number).phn());
    }

    private Contest sortedSearch() {
        return besideStarter(
                "sorted search",
                1.5,
                number -> "/Observation?_count=20&_sort=-date&code=" + WEIGHT + "&patient="
                        + village.longRecord().patient());
    }

    private Contest besideStarter(String name, double times, LongFunction<String> path) {
        return new Contest(
                name,
                ours(number -> stage.midwife().get(path.apply(number))),
                List.of(new Rival(
                        starter("plain HAPI", number -> stage.starter().get(path.apply(number))),
                        Goal.throughputAtLeast(times))));
    }

    private Contest alone(String name, LongFunction<HttpRequest.Builder> request) {
        return new Contest(name, ours(request), List.of());
    }

    private Side ours(LongFunction<HttpRequest.Builder> request) {
        return new Side("registry", stage.midwife().server(), request);
    }

    private Side unchecked(String name, LongFunction<HttpRequest.Builder> request) {
        return new Side(name, stage.unchecked().server(), request);
    }

    private Side starter(String name, LongFunction<HttpRequest.Builder> request) {
        return new Side(name, stage.starter().server(), request);
    }
}
