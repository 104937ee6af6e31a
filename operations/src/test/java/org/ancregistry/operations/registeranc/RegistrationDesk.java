package org.ancregistry.operations.registeranc;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.identity.IdentityEvidence;
import org.ancregistry.domain.identity.InMemoryIdentityEvidences;
import org.ancregistry.domain.identity.InMemoryLinkedPeople;
import org.ancregistry.domain.matching.FellegiSunterScorer;
import org.ancregistry.domain.matching.Prior;
import org.ancregistry.domain.person.Demographics;
import org.ancregistry.domain.person.Gender;
import org.ancregistry.domain.person.NationalId;
import org.ancregistry.domain.person.NationalIdHasher;
import org.ancregistry.domain.person.NationalIdHashes;
import org.ancregistry.domain.person.PersonName;
import org.ancregistry.domain.person.PostalAddress;
import org.ancregistry.domain.phn.InMemoryPhnRegister;
import org.ancregistry.domain.phn.Phn;
import org.ancregistry.domain.phn.PhnFactory;
import org.ancregistry.domain.phn.PhnPolicy;
import org.ancregistry.domain.pregnancy.ContactSchedule;
import org.ancregistry.domain.rules.RuleBook;
import org.ancregistry.operations.Assessing;
import org.ancregistry.operations.CaredFor;
import org.ancregistry.operations.InMemoryCandidates;
import org.ancregistry.operations.InMemoryPhnDirectory;
import org.ancregistry.operations.InMemoryRecords;
import org.ancregistry.operations.InMemoryRegistryRequests;
import org.ancregistry.operations.InMemoryStrongKeys;
import org.ancregistry.operations.LikelyRecords;
import org.ancregistry.operations.LiveEvidence;
import org.ancregistry.operations.NoFacts;
import org.ancregistry.operations.Once;
import org.ancregistry.operations.OutsideLook;
import org.ancregistry.operations.Reach;
import org.ancregistry.operations.Staff;
import org.ancregistry.operations.TypedNationalId;
import org.ancregistry.operations.registeranc.RegisterAnc.FirstContact;
import org.ancregistry.operations.registeranc.RegisterAnc.GivenConsent;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;

/** A midwife's desk with everything in memory: what a registration needs and what it leaves behind. */
final class RegistrationDesk {

    static final LocalDate TODAY = LocalDate.of(2026, 8, 10);
    static final LocalDate LAST_PERIOD = TODAY.minusWeeks(12);
    static final String DRAFT = "draft-1";

    final Clock clock = Clock.fixed(Instant.parse("2026-08-10T04:30:00Z"), ZoneId.of("Asia/Colombo"));
    final PhnPolicy policy = PhnPolicy.sriLanka("4054");
    final InMemoryPhnRegister phns = new InMemoryPhnRegister(new PhnFactory(policy, new SecureRandom()));
    final InMemoryRecords records = new InMemoryRecords(phns);
    final InMemoryStrongKeys keys = new InMemoryStrongKeys();
    final InMemoryLinkedPeople linked = new InMemoryLinkedPeople();
    final InMemoryIdentityEvidences evidences = new InMemoryIdentityEvidences();
    final CaredFor cared = new CaredFor();
    final NationalIdHasher hasher =
            new NationalIdHasher("a key of at least thirty-two bytes".getBytes(StandardCharsets.UTF_8));
    final Set<String> lookAlikes = new LinkedHashSet<>();
    final InMemoryPhnDirectory directory = new InMemoryPhnDirectory();
    private final Registering registering = registering();
    private int evidenceCount;

    private Registering registering() {
        var reach = new Reach(cared);
        var known = new KnownMothers(phns, policy, records, keys, records.oneWoman(), reach, clock);
        var mothers = new Mothers(
                known,
                new Duplicates(new InMemoryCandidates(records, keys, lookAlikes), keys, reach),
                keys,
                phns,
                policy,
                facility -> facility.equals(Staff.FIELD_CLINIC) ? Optional.of("4054") : Optional.empty(),
                reach,
                clock);
        var once = new Once(records, new InMemoryRegistryRequests());
        return new Registering(
                once,
                new LiveEvidence(evidences, clock),
                mothers,
                records,
                keys,
                linked,
                new TypedNationalId(hasher),
                new Assessing(RuleBook.shipped(), new NoFacts(), records, clock),
                new OutsideRegistry(new OutsideLook(directory, phns, likely())),
                ContactSchedule.who(),
                clock);
    }

    private LikelyRecords likely() {
        return new LikelyRecords(
                new InMemoryCandidates(records, keys, lookAlikes),
                linked,
                records,
                keys,
                new FellegiSunterScorer(Prior.oneToOne()),
                new FellegiSunterScorer(Prior.among(1000)));
    }

    Parameters register(Request request) {
        return register(Staff.kumariTheMidwife(), request);
    }

    Parameters register(Caller caller, Request request) {
        return registering.register(caller, request.asked());
    }

    Request request(String requestId) {
        return new Request(requestId);
    }

    /** Evidence of that woman, which the midwife got a moment ago for the draft. */
    String evidenceOf(Demographics woman, String subject) {
        return evidence(woman, subject, clock.instant().plusSeconds(1800), "Practitioner/kumari");
    }

    String evidence(Demographics woman, String subject, Instant expires, String askedBy) {
        var handle = "evidence-" + ++evidenceCount;
        evidences.keep(new IdentityEvidence(
                handle,
                "esignet",
                subject,
                woman,
                Set.of("name"),
                Set.of("email"),
                "mosip:idp:acr:generated-code",
                clock.instant().minusSeconds(60),
                askedBy,
                DRAFT,
                expires,
                null));
        return handle;
    }

    Demographics nimali() {
        return new Demographics(
                List.of(PersonName.of("නිමාලි පෙරේරා", "si"), PersonName.of("Nimali Perera", "en")),
                LocalDate.of(1996, 4, 17),
                Gender.FEMALE,
                new PostalAddress("12 Temple Road, Gampaha", "12 Temple Road", "Gampaha", null, "11000", null),
                null,
                null,
                nic("966081234V"));
    }

    Demographics kumudu() {
        return new Demographics(
                List.of(PersonName.of("Kumudu Silva", "en")),
                LocalDate.of(1994, 1, 2),
                Gender.FEMALE,
                null,
                null,
                null,
                nic("945029876V"));
    }

    NationalIdHashes nic(String number) {
        return hasher.hash(NationalId.parse(number).orElseThrow());
    }

    /** A request as the portal makes it, changed by each test where it matters. */
    static final class Request {

        private final String requestId;
        private final List<ParametersParameterComponent> answers = new ArrayList<>();
        private String evidence = "";
        private String reason = "";
        private String phn = "";
        private PhnDecision decision = PhnDecision.ISSUE_NEW;
        private Patient person = new Patient();
        private boolean spoken;
        private boolean moved;
        private Set<String> apart = Set.of();
        private Set<Phn> apartNumbers = Set.of();

        Request(String requestId) {
            this.requestId = requestId;
            answer("gravida", new IntegerType(2));
            answer("parity", new IntegerType(1));
            answer("lmp", new DateType(LAST_PERIOD.toString()));
        }

        Request evidence(String handle) {
            evidence = handle;
            return this;
        }

        Request withoutEvidence(String because) {
            reason = because;
            spoken = true;
            return this;
        }

        Request notHeard() {
            spoken = false;
            return this;
        }

        Request person(Patient told) {
            person = told;
            return this;
        }

        Request decided(PhnDecision how) {
            decision = how;
            return this;
        }

        Request phn(String number) {
            phn = number;
            return this;
        }

        Request differentFrom(String record) {
            apart = Set.of(record);
            return this;
        }

        Request differentFromNumber(Phn number) {
            apartNumbers = Set.of(number);
            return this;
        }

        Request moved() {
            moved = true;
            return this;
        }

        Request answer(String field, Type value) {
            var answer = new ParametersParameterComponent(new StringType("answer"));
            answer.addPart().setName("field").setValue(new CodeType(field));
            answer.addPart().setName("value").setValue(value);
            answers.add(answer);
            return this;
        }

        private RegisterAnc asked() {
            return new RegisterAnc(
                    requestId,
                    evidence + reason + phn + decision + answers.size(),
                    DRAFT,
                    evidence.isEmpty() ? null : evidence,
                    reason.isEmpty() ? null : reason,
                    person,
                    decision,
                    phn.isEmpty() ? null : phn,
                    apart,
                    apartNumbers,
                    moved,
                    false,
                    answers,
                    new GivenConsent(true, spoken),
                    new FirstContact(null, "field-clinic"));
        }
    }
}
