package org.ancregistry.operations.evaluatemeasure;

import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ancregistry.domain.clinical.SystemUris;
import org.ancregistry.operations.evaluatemeasure.IndicatorCounts.Cell;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.jspecify.annotations.Nullable;

/** By what the numbers of an indicator are broken down, as its Measure says. */
enum Breakdown {
    MONTH("month"),
    AGE_GROUP("age-group"),
    EDUCATION("education");

    /** Sorts behind every code that is known. */
    static final String UNKNOWN = "unknown";

    private final String code;

    Breakdown(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    /** The numbers of one value: a month as {@code 2026-05}, an age group, WHO's code of an education, or unknown. */
    record Stratum(String value, long denominator, long numerator) {

        private Stratum(Cell cell, String value) {
            this(value, cell.denominator(), cell.numerator());
        }

        Stratum plus(Stratum other) {
            return new Stratum(value, denominator + other.denominator, numerator + other.numerator);
        }
    }

    static Stratum whole(List<Cell> cells) {
        return cells.stream().map(cell -> new Stratum(cell, "whole")).reduce(new Stratum("whole", 0, 0), Stratum::plus);
    }

    /** In the order of their values. */
    List<Stratum> of(List<Cell> cells) {
        return List.copyOf(cells.stream()
                .map(cell -> new Stratum(cell, Objects.requireNonNullElse(value(cell), UNKNOWN)))
                .collect(Collectors.toMap(Stratum::value, Function.identity(), Stratum::plus, TreeMap::new))
                .values());
    }

    private @Nullable String value(Cell cell) {
        return switch (this) {
            case MONTH -> cell.month().toString();
            case AGE_GROUP -> cell.ageGroup();
            case EDUCATION -> cell.education();
        };
    }

    CodeableConcept concept(Stratum stratum) {
        return this == EDUCATION && !stratum.value().equals(UNKNOWN)
                ? new CodeableConcept(new Coding().setSystem(SystemUris.WHO_ANC).setCode(stratum.value()))
                : new CodeableConcept().setText(stratum.value());
    }
}
