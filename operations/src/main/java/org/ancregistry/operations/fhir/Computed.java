package org.ancregistry.operations.fhir;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ancregistry.domain.clinical.Answers;
import org.ancregistry.domain.clinical.Code;
import org.ancregistry.domain.clinical.Dictionary;
import org.ancregistry.domain.clinical.DictionaryField;
import org.ancregistry.domain.clinical.SystemUris;
import org.ancregistry.domain.pregnancy.Dating;
import org.ancregistry.domain.pregnancy.GestationalAge;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Observation;

/** What the registry works out itself: how far she is, when the child is due, her body mass index. */
public final class Computed {

    private static final BigDecimal DAYS_A_WEEK = BigDecimal.valueOf(7);
    private static final BigDecimal CENTIMETRES = BigDecimal.valueOf(100);

    private final Observations observations;

    public Computed(ContactContext context) {
        this.observations = new Observations(context);
    }

    /** The dating in use, its source, and how far she is on that day. */
    public List<Observation> dated(Dating dating, LocalDate on) {
        var source = new CodeableConcept()
                .addCoding(Coded.coding(
                        new Code(SystemUris.WHO_ANC, dating.source().code())));
        var computed = new ArrayList<Observation>();
        computed.add(observations.of(field("edd"), new DateTimeType(dating.edd().toString())));
        computed.add(observations.of(field("ga_source"), source));
        age(dating, on).ifPresent(computed::add);
        return computed;
    }

    /** How far she is on that day; empty outside 0 to 45 weeks. */
    public Optional<Observation> age(Dating dating, LocalDate on) {
        return dating.ageOn(on).map(age -> observations.of(field("ga_weeks"), Observations.quantity(weeks(age), "wk")));
    }

    /** Whether a child came before 37 completed weeks. */
    public Observation preterm(boolean early) {
        return observations.yesNo(field("preterm"), early);
    }

    /** Completed weeks and days as weeks with two decimals: 24+3 is 24.43. */
    private static BigDecimal weeks(GestationalAge age) {
        return BigDecimal.valueOf(age.totalDays()).divide(DAYS_A_WEEK, 2, RoundingMode.HALF_UP);
    }

    /** From her height and her weight before the pregnancy or early in it. */
    public Optional<Observation> bodyMassIndex(Answers answers) {
        return answers.number("height")
                .map(height -> height.divide(CENTIMETRES, 4, RoundingMode.HALF_UP))
                .flatMap(metres -> answers.number("pre_weight")
                        .map(weight -> weight.divide(metres.multiply(metres), 1, RoundingMode.HALF_UP)))
                .map(index -> observations.of(field("bmi"), Observations.quantity(index, "kg/m2")));
    }

    private static DictionaryField field(String name) {
        return Dictionary.anc().require(name);
    }
}
