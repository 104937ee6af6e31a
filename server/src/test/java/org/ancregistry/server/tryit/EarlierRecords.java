package org.ancregistry.server.tryit;

import java.time.LocalDate;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.operations.ActivePregnancies;
import org.ancregistry.sandbox.SandboxPerson;
import org.ancregistry.server.testing.DemoStaff;
import org.ancregistry.server.testing.RunningRegistry;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;

/**
 * Women who hold a PHN since an earlier pregnancy, which another district's midwife looked after: they lived elsewhere
 * then, nobody verified them, and that pregnancy is over.
 */
final class EarlierRecords {

    private static final int YEARS_AGO = 3;
    private static final int WEEKS = 12;

    private final DemoDesk desk;
    private final DemoLedger ledger;
    private final ActivePregnancies pregnancies;
    private final DemoRequests requests;
    private final Caller midwife = DemoStaff.named("Zeenath Begum").caller();

    EarlierRecords(DemoDesk desk, DemoLedger ledger, RunningRegistry registry, DemoRequests requests) {
        this.desk = desk;
        this.ledger = ledger;
        this.pregnancies = registry.bean(ActivePregnancies.class);
        this.requests = requests;
    }

    /** The number on her card. */
    String phn(SandboxPerson woman) {
        return phn(woman, told(woman));
    }

    /** The number on the card of a woman of her name who is three years older: perhaps she, perhaps not. */
    String phnOfSomebodyLike(SandboxPerson woman) {
        var told = told(woman);
        told.setBirthDateElement(new DateType(woman.birthdate().minusYears(3).toString()));
        return phn(woman, told);
    }

    private String phn(SandboxPerson woman, Patient told) {
        var requestId = "demo-earlier-" + woman.individualId();
        var registered = ledger.answer(requestId).orElseGet(() -> register(requestId, told));
        var patient = DemoDesk.text(registered, "patient");
        var pregnancy = DemoDesk.text(registered, "pregnancy");
        pregnancies.of(patient).filter(pregnancy::equals).ifPresent(open -> desk.finish(open, delivery()));
        return DemoDesk.text(registered, "phn");
    }

    private Parameters register(String requestId, Patient told) {
        var lastPeriod = delivery().minusDays(280);
        var asked = requests.firstContact(requestId, requestId, lastPeriod.plusWeeks(WEEKS), "field-clinic", true);
        asked.addParameter("phn-decision", new CodeType("issue-new"));
        asked.addParameter("unverified-reason", new CodeType("no-id"));
        asked.addParameter(DemoAnswers.answer("lmp", new DateType(lastPeriod.toString())));
        DemoAnswers.firstPregnancy().forEach(asked::addParameter);
        told.getAddress().clear();
        told.addAddress().setText("17 Old Station Road, Kegalle");
        asked.addParameter().setName("person").setResource(told);
        return desk.ask(midwife, "$register-anc", asked);
    }

    private LocalDate delivery() {
        return requests.today().minusYears(YEARS_AGO);
    }

    /** What she tells of herself. */
    static Patient told(SandboxPerson woman) {
        var patient = new Patient()
                .setGender(AdministrativeGender.FEMALE)
                .setBirthDateElement(new DateType(woman.birthdate().toString()));
        patient.addName().setText(woman.name());
        var phone = woman.contact().phoneNumber();
        if (phone != null) {
            patient.addTelecom().setSystem(ContactPointSystem.PHONE).setValue(phone);
        }
        var address = woman.contact().address();
        if (address != null) {
            patient.addAddress().setText(address.streetAddress() + ", " + address.locality());
        }
        return patient;
    }
}
