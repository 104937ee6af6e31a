package org.ancregistry.portals.midwife;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Optional;
import org.ancregistry.domain.identity.IdentityEvidence;
import org.ancregistry.domain.identity.IdentityEvidences;
import org.ancregistry.domain.person.Demographics;
import org.ancregistry.domain.person.PhoneNumber;
import org.ancregistry.portals.registry.Declared;
import org.jspecify.annotations.Nullable;

/** Who the mother of a draft is: what her national ID said, and what she says of herself where it said nothing. */
final class Who {

    private static final String LANGUAGE = "language";
    private static final String PHONE = "phone";
    private static final String SHARED = "phone_shared";
    private static final String ESTIMATED = "-01-01";

    private final IdentityEvidences evidences;
    private final Review review;
    private final Clock clock;

    Who(IdentityEvidences evidences, Review review, Clock clock) {
        this.evidences = evidences;
        this.review = review;
        this.clock = clock;
    }

    /** The evidence of that draft while it is good: for its own midwife, not expired. */
    Optional<IdentityEvidence> proven(Draft draft) {
        return evidence(draft).filter(evidence -> !evidence.expired(clock.instant()));
    }

    /** Expired or not: what is sent again after a time-out must be what was sent before. */
    private Optional<IdentityEvidence> evidence(Draft draft) {
        return Optional.ofNullable(draft.evidence())
                .flatMap(evidences::find)
                .filter(evidence -> evidence.belongsTo(draft.owner(), draft.id()));
    }

    /** Whether her name and her birth date (or her age) are known from one side or the other. */
    boolean known(Draft draft) {
        var verified = evidence(draft).map(IdentityEvidence::verified);
        var named = verified.flatMap(Demographics::name).isPresent()
                || draft.entry(Section.NAME).isPresent();
        var dated = verified.filter(person -> person.birthDate() != null).isPresent();
        return named && (dated || birthDate(draft) != null);
    }

    /** Her birth date, where it is known to the day. */
    @Nullable
    LocalDate born(Draft draft) {
        return evidence(draft)
                .map(evidence -> evidence.verified().birthDate())
                .or(() -> draft.date(Section.BIRTH_DATE).date())
                .orElse(null);
    }

    /** The draft as a form may offer it: with the language she reads and the mobile that her national ID has. */
    Draft offered(Draft draft) {
        var known = new HashMap<String, String>();
        if (draft.entry(LANGUAGE).isEmpty()) {
            known.put(LANGUAGE, draft.text(Steps.SPEAKS));
        }
        if (draft.entry(PHONE).isEmpty() && draft.entry(SHARED).isEmpty()) {
            known.put(PHONE, sharedPhone(draft).orElse(""));
        }
        return draft.with(known);
    }

    private Optional<String> sharedPhone(Draft draft) {
        return evidence(draft)
                .flatMap(evidence -> Optional.ofNullable(evidence.verified().phone()))
                .flatMap(PhoneNumber::parse)
                .map(phone -> "0" + phone.lastNine());
    }

    /** Whether nothing but her age says when she was born. */
    boolean knowsOnlyTheYear(Draft draft) {
        var dated = evidence(draft).filter(evidence -> evidence.verified().birthDate() != null);
        return dated.isEmpty() && draft.date(Section.BIRTH_DATE).date().isEmpty();
    }

    /** What she says of herself. Her name and birth date are left out where her national ID says them. */
    Declared declared(Draft draft) {
        var verified = evidence(draft).map(IdentityEvidence::verified);
        var named = verified.flatMap(Demographics::name).isPresent();
        var dated = verified.filter(person -> person.birthDate() != null).isPresent();
        return new Declared(
                named ? null : draft.entries().get(Section.NAME),
                dated ? null : birthDate(draft),
                draft.entries().get(PHONE),
                draft.entries().get(Section.ADDRESS),
                draft.entries().get(LANGUAGE),
                contact(draft),
                draft.entry(Section.TEXTS).map("agreed"::equals).orElse(null));
    }

    private static Declared.@Nullable Contact contact(Draft draft) {
        var name = draft.entries().get("contact_name");
        var phone = draft.entries().get("contact_phone");
        return name == null && phone == null ? null : new Declared.Contact(name, phone);
    }

    /** A day, or the first day of the year when she knows her age only: comparing knows that as an estimate. */
    private @Nullable String birthDate(Draft draft) {
        return draft.date(Section.BIRTH_DATE)
                .date()
                .map(Object::toString)
                .or(() -> draft.entry(Section.AGE)
                        .flatMap(DraftAnswers::whole)
                        .map(age -> review.today().getYear() - age + ESTIMATED))
                .orElse(null);
    }
}
