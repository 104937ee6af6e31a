package org.ancregistry.server.tryit;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.ancregistry.sandbox.SandboxPerson;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;

/**
 * Writes the requests of the demo, with dates counted from today, so that the story is never stale on a new folder.
 *
 * @param today the day on which the demo is set up
 */
record DemoRequests(LocalDate today) {

    static final ZoneId ZONE = ZoneId.of("Asia/Colombo");
    private static final LocalTime CLINIC_OPENS = LocalTime.of(8, 30);
    private static final String HOSPITAL = "Organization/hospital-demo";

    /** Her registration at her first contact; who she is and her PHN are for the caller to add. */
    Parameters registration(String requestId, String draft, DemoWoman woman, DemoContact first) {
        var asked = firstContact(requestId, draft, day(woman, first.at()), first.type(), !woman.isVerified());
        woman.history().forEach(asked::addParameter);
        first.findings().forEach(asked::addParameter);
        asked.addParameter(
                DemoAnswers.answer("lmp", new DateType(woman.lastPeriod(today).toString())));
        return asked;
    }

    /** The beginning of every registration. */
    Parameters firstContact(String requestId, String draft, LocalDate on, String type, boolean spoken) {
        var asked = new Parameters();
        asked.addParameter("request-id", new StringType(requestId));
        asked.addParameter("draft", new StringType(draft));
        var consent = asked.addParameter().setName("consent");
        consent.addPart().setName("permit").setValue(new BooleanType(true));
        consent.addPart().setName("spoken").setValue(new BooleanType(spoken));
        asked.addParameter("contact-date", moment(on));
        asked.addParameter("contact-type", new CodeType(type));
        return asked;
    }

    /** A contact with all that followed from it. */
    Parameters visit(String requestId, String basedOn, DemoWoman woman, DemoContact contact) {
        var asked = new Parameters();
        asked.addParameter("request-id", new StringType(requestId));
        asked.addParameter("based-on", new StringType(basedOn));
        asked.addParameter("contact-date", moment(day(woman, contact.at())));
        asked.addParameter("contact-type", new CodeType(contact.type()));
        contact.findings().forEach(asked::addParameter);
        if (!contact.note().isEmpty()) {
            asked.addParameter("note", new StringType(contact.note()));
        }
        medicine(asked, contact);
        referral(asked, contact);
        if (contact.next() != null) {
            var next = asked.addParameter().setName("next-appointment");
            next.addPart().setName("start").setValue(moment(day(woman, contact.next())));
        }
        return asked;
    }

    /** A number and a birth date, as the woman at the clinic's door shows and says them. */
    static Parameters arrival(String phn, SandboxPerson woman) {
        var asked = new Parameters();
        asked.addParameter("phn", new StringType(phn));
        asked.addParameter("birth-date", new DateType(woman.birthdate().toString()));
        return asked;
    }

    private static void medicine(Parameters asked, DemoContact contact) {
        if (!contact.medicine().isEmpty()) {
            var medicine = asked.addParameter().setName("medication");
            medicine.addPart()
                    .setName("text")
                    .setValue(new StringType(contact.medicine().get(0)));
            medicine.addPart()
                    .setName("dose")
                    .setValue(new StringType(contact.medicine().get(1)));
            medicine.addPart()
                    .setName("note")
                    .setValue(new StringType(contact.medicine().get(2)));
        }
    }

    private static void referral(Parameters asked, DemoContact contact) {
        if (!contact.referral().isEmpty()) {
            var referral = asked.addParameter().setName("referral");
            referral.addPart().setName("to").setValue(new Reference(HOSPITAL));
            referral.addPart()
                    .setName("urgency")
                    .setValue(new CodeType(contact.referral().get(0)));
            referral.addPart()
                    .setName("reason")
                    .setValue(new StringType(contact.referral().get(1)));
        }
    }

    private LocalDate day(DemoWoman woman, Weeks at) {
        return woman.lastPeriod(today).plusDays(at.days());
    }

    private static DateTimeType moment(LocalDate day) {
        return new DateTimeType(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                day.atTime(CLINIC_OPENS).atZone(ZONE)));
    }
}
