package org.ancregistry.portals.care;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.ancregistry.domain.person.PhoneNumber;
import org.ancregistry.portals.registry.ContactDesk;
import org.ancregistry.portals.registry.Declared;
import org.ancregistry.portals.registry.HowToReach;
import org.ancregistry.portals.web.RequestId;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/**
 * How a woman is reached, as it was typed.
 *
 * @param requestId made with the page: sent twice, it is done once
 * @param basedOn the version of her record that the page showed
 * @param whose whose phone it is
 * @param address where she lives now, as she says it
 */
record ContactForm(
        String requestId,
        String basedOn,
        @Nullable String phone,
        @Nullable String whose,
        @Nullable String language,
        @Nullable String contactName,
        @Nullable String contactPhone,
        @Nullable String address,
        @Nullable String village) {

    static final List<String> WHOSE = List.of("own", "shared", "none");
    static final List<String> LANGUAGES = List.of("si", "ta", "en");

    private static final String NONE = "none";
    private static final int LONGEST_NUMBER = 40;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_ADDRESS = 500;
    private static final int LONGEST_VILLAGE = 100;

    ContactForm(
            @Nullable String requestId,
            @Nullable String basedOn,
            @Nullable String phone,
            @Nullable String whose,
            @Nullable String language,
            @Nullable String contactName,
            @Nullable String contactPhone,
            @Nullable String address,
            @Nullable String village) {
        this.requestId = RequestId.orNew(requestId);
        this.basedOn = Objects.requireNonNullElse(basedOn, "");
        this.phone = text(phone);
        this.whose = text(whose);
        this.language = text(language);
        this.contactName = text(contactName);
        this.contactPhone = text(contactPhone);
        this.address = text(address);
        this.village = text(village);
    }

    /** A browser sends a line break as two characters, and it is one. */
    private static @Nullable String text(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip().replace("\r\n", "\n");
    }

    static ContactForm of(HowToReach reached) {
        var contact = Optional.ofNullable(reached.contact());
        var home = Optional.ofNullable(reached.home());
        return new ContactForm(
                null,
                reached.version(),
                reached.phone(),
                reached.phone() == null ? null : reached.shared() ? "shared" : "own",
                reached.language(),
                contact.map(Declared.Contact::name).orElse(null),
                contact.map(Declared.Contact::phone).orElse(null),
                home.map(HowToReach.Home::lines).orElse(null),
                home.map(HowToReach.Home::village).orElse(null));
    }

    public List<String> whoseCodes() {
        return WHOSE;
    }

    public List<String> languages() {
        return LANGUAGES;
    }

    void check(BindingResult errors) {
        checkPhone(errors);
        checkLength("contactName", contactName, LONGEST_NAME, errors);
        if (contactPhone != null && !isNumber(contactPhone)) {
            errors.rejectValue("contactPhone", "reached.phone.wrong");
        }
        checkLength("address", address, LONGEST_ADDRESS, errors);
        checkLength("village", village, LONGEST_VILLAGE, errors);
        if (language != null && !LANGUAGES.contains(language)) {
            errors.rejectValue("language", "reached.language.wrong");
        }
    }

    private void checkPhone(BindingResult errors) {
        if (phone != null && !isNumber(phone)) {
            errors.rejectValue("phone", "reached.phone.wrong");
        } else if (phone != null && NONE.equals(whose)) {
            errors.rejectValue("whose", "reached.whose.contradicts");
        } else if (phone == null && whose != null && !NONE.equals(whose)) {
            errors.rejectValue("phone", "reached.phone.missing");
        } else if (phone != null && (whose == null || !WHOSE.contains(whose))) {
            errors.rejectValue("whose", "reached.whose.missing");
        }
    }

    private static boolean isNumber(String typed) {
        return typed.length() <= LONGEST_NUMBER
                && typed.matches("[-+0-9 ()/.]+")
                && PhoneNumber.parse(typed).isPresent();
    }

    private static void checkLength(String field, @Nullable String typed, int longest, BindingResult errors) {
        if (typed != null && typed.length() > longest) {
            errors.rejectValue(field, "reached.long", new Object[] {longest}, null);
        }
    }

    /** What is left empty holds no longer; the registry does nothing where it never did. */
    ContactDesk.Update update() {
        var removed = new HashSet<String>();
        var contact =
                contactName == null && contactPhone == null ? null : new Declared.Contact(contactName, contactPhone);
        if (phone == null) {
            removed.add("phone");
        }
        if (contact == null) {
            removed.add("contact");
        }
        if (address == null && village == null) {
            removed.add("address");
        }
        return new ContactDesk.Update(
                requestId, basedOn, phone, phone == null ? null : whose, language, contact, address, village, removed);
    }

    /** Somebody was faster: what she did not touch is as it stands now, and what she typed is kept. */
    ContactForm onto(ContactForm before, ContactForm now) {
        return new ContactForm(
                null,
                now.basedOn,
                merged(ContactForm::phone, before, now),
                merged(ContactForm::whose, before, now),
                merged(ContactForm::language, before, now),
                merged(ContactForm::contactName, before, now),
                merged(ContactForm::contactPhone, before, now),
                merged(ContactForm::address, before, now),
                merged(ContactForm::village, before, now));
    }

    private @Nullable String merged(
            Function<ContactForm, @Nullable String> field, ContactForm before, ContactForm now) {
        var typed = field.apply(this);
        return Objects.equals(typed, field.apply(before)) ? field.apply(now) : typed;
    }

    /** What is otherwise here than in {@code before}, as words of the page. */
    List<String> changedSince(ContactForm before) {
        return Stream.of(
                        changed("phone", before, ContactForm::phone, ContactForm::whose),
                        changed("language", before, ContactForm::language, ContactForm::language),
                        changed("contact", before, ContactForm::contactName, ContactForm::contactPhone),
                        changed("home", before, ContactForm::address, ContactForm::village))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<String> changed(
            String name,
            ContactForm before,
            Function<ContactForm, @Nullable String> one,
            Function<ContactForm, @Nullable String> other) {
        var same = Objects.equals(one.apply(this), one.apply(before))
                && Objects.equals(other.apply(this), other.apply(before));
        return same ? Optional.empty() : Optional.of(name);
    }

    /** Names nobody: how somebody is reached is in no log. */
    @Override
    public String toString() {
        return "ContactForm[" + basedOn + "]";
    }
}
