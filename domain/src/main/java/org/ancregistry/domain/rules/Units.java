package org.ancregistry.domain.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ancregistry.domain.clinical.Answer.Measured;

/**
 * Turns a measurement into the unit that the rules speak of. Laboratories write haemoglobin in g/L or mmol/L and blood
 * sugar in mmol/L; what cannot be converted is not assessed.
 */
public final class Units {

    /** WHO's limits in mmol/L and mg/dL are each other's rounded values, so that 5.1 mmol/L is 92 mg/dL. */
    private static final int WHOLE = 0;

    private static final int PLACES = 2;
    private static final String GLUCOSE_UNIT = "mg/dL";
    private static final BigDecimal GLUCOSE = new BigDecimal("18.016");
    private static final BigDecimal HAEMOGLOBIN = new BigDecimal("1.6114");
    private static final BigDecimal THIRTY_TWO = BigDecimal.valueOf(32);
    private static final BigDecimal FAHRENHEIT = new BigDecimal("1.8");

    /** What one of the first unit is in the second. */
    private static final Map<String, BigDecimal> FACTORS = Map.ofEntries(
            Map.entry("g/L>g/dL", new BigDecimal("0.1")),
            Map.entry("mmol/L>g/dL", HAEMOGLOBIN),
            Map.entry("mmol/L>mg/dL", GLUCOSE),
            Map.entry("g/L>mg/dL", new BigDecimal("100")),
            Map.entry("kPa>mm[Hg]", new BigDecimal("7.50062")),
            Map.entry("g>kg", new BigDecimal("0.001")),
            Map.entry("kg>g", new BigDecimal("1000")),
            Map.entry("[lb_av]>kg", new BigDecimal("0.45359237")),
            Map.entry("m>cm", new BigDecimal("100")),
            Map.entry("mm>cm", new BigDecimal("0.1")),
            Map.entry("[in_i]>cm", new BigDecimal("2.54")),
            Map.entry("10*6/L>10*3/uL", new BigDecimal("0.001")),
            Map.entry("/uL>10*3/uL", new BigDecimal("0.001")));

    /** Units that say the same. */
    private static final Map<String, Set<String>> SAME = Map.of(
            "10*3/uL", Set.of("10*9/L", "10*3/mm3"),
            "/min", Set.of("{beats}/min", "{Beats}/min"),
            "g/dL", Set.of("g%"));

    private Units() {}

    /** The measurement in that unit; empty when nobody can say. */
    public static Optional<BigDecimal> in(String unit, Measured measured) {
        var given = measured.unit();
        if (given.equals(unit) || SAME.getOrDefault(unit, Set.of()).contains(given)) {
            return Optional.of(measured.value());
        }
        if (given.equals("[degF]") && unit.equals("Cel")) {
            return Optional.of(measured.value().subtract(THIRTY_TWO).divide(FAHRENHEIT, PLACES, RoundingMode.HALF_UP));
        }
        return Optional.ofNullable(FACTORS.get(given + ">" + unit))
                .map(factor -> measured.value()
                        .multiply(factor)
                        .setScale(unit.equals(GLUCOSE_UNIT) ? WHOLE : PLACES, RoundingMode.HALF_UP));
    }
}
