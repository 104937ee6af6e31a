package org.ancregistry.interceptors.validation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;

/**
 * Finds what an operation would pass over without a word, however deep it lies: a part that it does not know, one that is
 * given too often, one of another type. A "spoken" that was misspelt must not make a consent of a silence.
 */
final class GivenInput {

    private final List<Breach> breaches = new ArrayList<>();

    private GivenInput() {}

    static List<Breach> against(List<Input> known, List<ParametersParameterComponent> given) {
        var reading = new GivenInput();
        reading.read(known, given, "");
        return List.copyOf(reading.breaches);
    }

    private void read(List<Input> known, List<ParametersParameterComponent> given, String path) {
        var seen = new HashMap<String, Integer>();
        for (var parameter : given) {
            var name = String.valueOf(parameter.getName());
            named(known, name)
                    .ifPresentOrElse(
                            input -> judge(input, parameter, path + name, seen.merge(name, 1, Integer::sum)),
                            () -> add(
                                    path + MadeUpName.told(parameter.getName()),
                                    "parameter-unknown",
                                    "The operation does not know this. It knows: " + Input.names(known) + "."));
        }
    }

    private void judge(Input input, ParametersParameterComponent given, String path, int time) {
        if (time == input.most() + 1) {
            add(path, "parameter-repeated", "This may be given " + input.most() + " times at most.");
        }
        if (given.hasModifierExtension()) {
            add(path, "modifier-unknown", "The operation knows no modifier extension.");
        }
        if (!input.type().equals(Input.OF_PARTS)) {
            judgeValue(input, given, path);
        } else if (given.hasValue() || given.hasResource()) {
            add(path, "parameter-type", "This has parts and no value. Its parts: " + Input.names(input.parts()) + ".");
        } else {
            read(input.parts(), given.getPart(), path + ".");
        }
    }

    private void judgeValue(Input input, ParametersParameterComponent given, String path) {
        if (given.hasPart()) {
            add(path, "parameter-type", "This has a value and no parts.");
        }
        var isAnyResource = given.hasResource() && input.type().equals(Input.ANY_RESOURCE);
        typeOf(given)
                .filter(type -> !isAnyResource && !input.takes(type))
                .ifPresent(type ->
                        add(path, "parameter-type", "This is a " + input.type() + "; it was given as " + type + "."));
    }

    private static Optional<String> typeOf(ParametersParameterComponent given) {
        return given.hasResource()
                ? Optional.of(given.getResource().fhirType())
                : Optional.ofNullable(given.getValue()).map(value -> value.fhirType());
    }

    private static Optional<Input> named(List<Input> known, String name) {
        return known.stream().filter(input -> input.name().equals(name)).findFirst();
    }

    private void add(String path, String rule, String message) {
        breaches.add(new Breach(path, rule, message));
    }
}
