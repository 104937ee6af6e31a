package org.ancregistry.operations.updatecontact;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ancregistry.domain.person.PhoneNumber;
import org.ancregistry.operations.Given;
import org.ancregistry.operations.Parts;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.Refusal;
import org.ancregistry.operations.fhir.Home;
import org.ancregistry.operations.fhir.HowToReach;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/** Reads how she is reached, and refuses what nobody could be reached by. */
final class TypedContact {

    private static final int LONGEST_NUMBER = 40;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_ADDRESS = 500;
    private static final int LONGEST_VILLAGE = 100;
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");

    private TypedContact() {}

    /** A number that can be called, as it was typed: it is compared by its last nine digits and dialled as it stands. */
    static @Nullable String phone(@Nullable PrimitiveType<?> typed, String name) {
        var number = text(typed, name, LONGEST_NUMBER);
        if (number != null && (PhoneNumber.parse(number).isEmpty() || !number.matches("[-+0-9 ()/.]+"))) {
            throw wrong("Enter the whole phone number, like 077 123 4567.", name);
        }
        return number;
    }

    /** Whose phone it is; null when nothing is said of it. */
    static @Nullable Boolean shared(@Nullable CodeType code) {
        var said = Given.text(code);
        return said == null
                ? null
                : switch (said) {
                    case "own" -> false;
                    case "shared" -> true;
                    default -> throw wrong("Say whose phone it is: own, or shared with others.", "phone-shared");
                };
    }

    static @Nullable String language(@Nullable CodeType code) {
        var tag = Given.text(code);
        if (tag != null && !LANGUAGE.matcher(tag).matches()) {
            throw wrong("Name her language by its tag, like si, ta or en.", "language");
        }
        return tag;
    }

    static HowToReach.@Nullable Person person(@Nullable ParametersParameterComponent contact) {
        if (contact == null) {
            return null;
        }
        var name = text(Parts.primitive(contact, "name"), "contact.name", LONGEST_NAME);
        var phone = phone(Parts.primitive(contact, "phone"), "contact.phone");
        if (name == null && phone == null) {
            throw wrong("Name whom to call for her, or remove the contact.", "contact");
        }
        return new HowToReach.Person(name, phone);
    }

    static @Nullable Home home(@Nullable StringType address, @Nullable StringType village) {
        var lines = text(address, "address", LONGEST_ADDRESS);
        var place = text(village, "village", LONGEST_VILLAGE);
        return lines == null && place == null ? null : new Home(lines, place);
    }

    static Set<Detail> removed(@Nullable List<CodeType> codes) {
        return codes == null
                ? Set.of()
                : codes.stream()
                        .map(code -> Detail.of(Given.required(code, "remove")))
                        .collect(Collectors.toUnmodifiableSet());
    }

    private static @Nullable String text(@Nullable PrimitiveType<?> typed, String name, int longest) {
        var text = Given.text(typed);
        if (text != null && text.length() > longest) {
            throw wrong("Write at most " + longest + " letters.", name);
        }
        return text;
    }

    private static Refusal wrong(String diagnostics, String name) {
        return Problem.PARAMETER_INVALID.because(diagnostics).at(name);
    }
}
