package org.ancregistry.server.tryit;

import java.util.List;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.server.testing.DemoStaff;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.StringType;

/** Tells one woman's story to the registry: her registration, her contacts, and that she waits at the clinic now. */
final class DemoCare {

    private final DemoDesk desk;
    private final DemoLedger ledger;
    private final DemoIdentity identity;
    private final EarlierRecords earlier;
    private final DemoRequests requests;
    private final Caller doctor = DemoStaff.named("Ruwani Gunasekara").caller();

    DemoCare(DemoDesk desk, DemoLedger ledger, DemoIdentity identity, EarlierRecords earlier, DemoRequests requests) {
        this.desk = desk;
        this.ledger = ledger;
        this.identity = identity;
        this.earlier = earlier;
        this.requests = requests;
    }

    /** Whether there was anything new to tell. */
    boolean tell(DemoWoman woman, List<DemoContact> contacts) {
        if (ledger.answer(requestId(woman, contacts.size())).isPresent()) {
            return false;
        }
        var registered = ledger.answer(requestId(woman, 1)).orElseGet(() -> register(woman, contacts.get(0)));
        var patient = DemoDesk.text(registered, "patient");
        var last = registered;
        for (var number = 2; number <= contacts.size(); number++) {
            last = visit(woman, contacts.get(number - 1), patient, number, DemoDesk.text(last, "version"));
        }
        if (woman.seen().contains("checked in")) {
            desk.ask(doctor, "$check-in", DemoRequests.arrival(DemoDesk.text(registered, "phn"), woman.person()));
        }
        return true;
    }

    private Parameters register(DemoWoman woman, DemoContact first) {
        var midwife = woman.midwife().caller();
        var requestId = requestId(woman, 1);
        var draft = "demo-draft-" + woman.key();
        var asked = requests.registration(requestId, draft, woman, first);
        asked.addParameter("phn-decision", new CodeType(decision(woman)));
        if (woman.isDoubtful()) {
            asked.addParameter("phn", new StringType(earlier.phnOfSomebodyLike(woman.person())));
        } else if (woman.bringsCard()) {
            asked.addParameter("update-address", new BooleanType(true));
            asked.addParameter("phn", new StringType(earlier.phn(woman.person())));
        }
        if (woman.isVerified()) {
            var evidence = identity.evidence(woman.person(), midwife.id(), draft);
            asked.addParameter("evidence", new StringType(evidence));
        } else {
            asked.addParameter("unverified-reason", new CodeType(woman.identity()));
            asked.addParameter().setName("person").setResource(EarlierRecords.told(woman.person()));
        }
        return desk.ask(midwife, "$register-anc", asked);
    }

    private static String decision(DemoWoman woman) {
        if (woman.isDoubtful()) {
            return "not-sure";
        }
        return woman.bringsCard() ? "use-existing" : "issue-new";
    }

    private Parameters visit(DemoWoman woman, DemoContact contact, String patient, int number, String basedOn) {
        var requestId = requestId(woman, number);
        return ledger.answer(requestId).orElseGet(() -> {
            var writer = contact.byDoctor() ? doctor : woman.midwife().caller();
            return desk.ask(writer, "$record-anc-visit", patient, requests.visit(requestId, basedOn, woman, contact));
        });
    }

    private static String requestId(DemoWoman woman, int contact) {
        return "demo-" + woman.key() + "-" + contact;
    }
}
