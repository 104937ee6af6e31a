package org.ancregistry.server.matching;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.nickname.INicknameSvc;
import ca.uhn.fhir.mdm.rules.config.MdmSettings;
import ca.uhn.fhir.mdm.rules.matcher.MdmMatcherFactory;
import ca.uhn.fhir.mdm.rules.svc.MdmResourceMatcherSvc;
import info.debatty.java.stringsimilarity.JaroWinkler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ancregistry.domain.person.Demographics;
import org.ancregistry.domain.person.PersonName;
import org.ancregistry.domain.person.PhoneNumber;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Patient;
import org.springframework.core.io.Resource;

/**
 * Other judges of the very pairs that ours was given: the real rule matcher of HAPI MDM 8.8 with the rules that its
 * documentation shows and with rules tuned by us, and a plain Jaro-Winkler rule. They get the family name apart (the last
 * word), canonical numbers and phones, which a registry's records have not.
 */
final class Rivals {

    private static final double ALIKE = 0.92;

    private final Deduplication deduplication;
    private final List<Patient> patients;

    private Rivals(Deduplication deduplication) {
        this.deduplication = deduplication;
        this.patients = deduplication.sample().records().stream()
                .map(record -> patient(record.said()))
                .toList();
    }

    static List<Accuracy> of(Deduplication deduplication) {
        var rivals = new Rivals(deduplication);
        return List.of(
                rivals.judged("HAPI MDM 8.8, its sample rules", mdm("mdm-sample-rules.json")),
                rivals.judged("HAPI MDM 8.8, tuned rules", mdm("mdm-tuned-rules.json")),
                rivals.judged("name Jaro-Winkler .92 + birth date", rivals::jaroWinkler));
    }

    private Accuracy judged(String judge, BiPredicate<Patient, Patient> same) {
        var said = deduplication.candidates().stream()
                .filter(pair -> same.test(patients.get(pair.one()), patients.get(pair.other())))
                .collect(Collectors.toSet());
        return new Accuracy(deduplication.sample(), judge, said, deduplication.candidateRecall());
    }

    private static BiPredicate<Patient, Patient> mdm(String rules) {
        try (var in = Objects.requireNonNull(Rivals.class.getResourceAsStream(rules), rules)) {
            var settings =
                    new MdmSettings(any -> {}).setScriptText(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            var fhir = FhirContext.forR4Cached();
            var matcher =
                    new MdmResourceMatcherSvc(fhir, new MdmMatcherFactory(fhir, settings, new NoNicknames()), settings);
            return (one, other) -> matcher.getMatchResult(one, other).isMatch();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean jaroWinkler(Patient one, Patient other) {
        return one.hasBirthDate()
                && Objects.equals(
                        one.getBirthDateElement().getValueAsString(),
                        other.getBirthDateElement().getValueAsString())
                && new JaroWinkler().similarity(plain(one), plain(other)) >= ALIKE;
    }

    private static String plain(Patient patient) {
        return patient.getNameFirstRep().getText() == null
                ? ""
                : patient.getNameFirstRep().getText().toUpperCase(Locale.ROOT);
    }

    private static Patient patient(Demographics said) {
        var patient = new Patient();
        said.name().ifPresent(name -> addName(patient, name));
        if (said.birthDate() != null) {
            patient.setBirthDateElement(new DateType(said.birthDate().toString()));
        }
        if (said.phone() != null) {
            PhoneNumber.parse(said.phone())
                    .ifPresent(phone -> patient.addTelecom().setValue(phone.lastNine()));
        }
        if (said.nationalId() != null) {
            patient.addIdentifier()
                    .setSystem("urn:nic")
                    .setValue(said.nationalId().whole());
        }
        if (said.address() != null) {
            var text = said.address().text() == null
                    ? said.address().street() + ", " + said.address().locality()
                    : said.address().text();
            patient.addAddress(new Address().addLine(text));
        }
        return patient;
    }

    private static void addName(Patient patient, PersonName name) {
        var human = patient.addName().setText(name.text());
        var words = name.text().strip().split("[\\s.]+", -1);
        human.setFamily(words[words.length - 1]);
        IntStream.range(0, words.length - 1).forEach(i -> human.addGiven(words[i]));
    }

    /** Nobody is known by another name. */
    private static final class NoNicknames implements INicknameSvc {

        @Override
        public void setNicknameResource(Resource resource) {
            // There is no list.
        }

        @Override
        public int size() {
            return 0;
        }

        @Override
        public List<String> getBadRows() {
            return List.of();
        }

        @Override
        public Collection<String> getEquivalentNames(String name) {
            return List.of();
        }
    }
}
