package org.ancregistry.domain.rules;

import static org.ancregistry.domain.rules.Known.today;

import java.util.List;
import java.util.Map;
import org.ancregistry.domain.clinical.Dictionary;
import org.ancregistry.domain.clinical.DictionaryField;
import org.ancregistry.domain.clinical.FieldKind;

/**
 * Danger signs and vital signs that send her on at once. WHO's tables DT.04 and DT.06 print "60 &gt; pulse &gt; 100",
 * which no pulse can be: here it is below or above.
 */
final class DangerRules {

    private static final String NONE = "danger_none";
    private static final Condition NO_SIGN = today(NONE).yes();
    private static final List<Condition> SIGNS = Dictionary.anc().fields().stream()
            .filter(field -> field.kind() == FieldKind.DANGER_SIGN)
            .map(DictionaryField::name)
            .filter(name -> !name.equals(NONE))
            .map(sign -> today(sign).yes())
            .toList();

    private DangerRules() {}

    static Map<String, Logic> logic() {
        return Map.of(
                "R-DANGER", Logic.when(DangerRules::anySign),
                "R-FEVER", Logic.when(today("temperature").atLeast("temperature")),
                "R-PULSE",
                        Logic.when(today("pulse").below("low").or(today("pulse").above("high"))),
                "R-SPO2", Logic.when(today("spo2").below("saturation")));
    }

    /** Signs that were not asked about are not absent, unless "none" was said of all of them. */
    private static Verdict anySign(Situation now) {
        var none = NO_SIGN.in(now);
        var signs = Verdict.of(false);
        for (var sign : SIGNS) {
            signs = signs.or(sign.in(now));
        }
        if (signs.yes() || signs.no()) {
            return signs;
        }
        return none.yes() ? none.not() : Verdict.unknown(NONE);
    }
}
