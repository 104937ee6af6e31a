package org.ancregistry.operations.fhir;

import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Address;
import org.jspecify.annotations.Nullable;

/**
 * Where she lives now.
 *
 * @param lines as she says it
 * @param village or town, apart from the rest
 */
public record Home(@Nullable String lines, @Nullable String village) {

    /** Masked: where somebody lives is in no log. */
    @Override
    public String toString() {
        return "Home[…]";
    }

    Address address() {
        var address = new Address().setText(text()).setCity(village);
        if (lines != null) {
            lines.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(address::addLine);
        }
        return address;
    }

    /** In one line, with the village once. */
    private String text() {
        var written = lines == null
                ? Stream.<String>empty()
                : lines.lines().map(String::strip).filter(line -> !line.isEmpty());
        var all = written.reduce((one, next) -> one + (one.endsWith(",") ? " " : ", ") + next)
                .orElse("");
        var named = village == null || all.toLowerCase(Locale.ROOT).contains(village.toLowerCase(Locale.ROOT));
        return named ? all : all.isEmpty() ? Objects.requireNonNull(village) : all + ", " + village;
    }
}
