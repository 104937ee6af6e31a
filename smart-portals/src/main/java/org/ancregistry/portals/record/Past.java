package org.ancregistry.portals.record;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ancregistry.domain.clinical.Dictionary;
import org.ancregistry.domain.clinical.DictionaryField;

/** What a woman has or had, and what was found in this pregnancy: what whoever meets her first must know. */
public final class Past {

    /** They are told where there were any. */
    private static final List<String> COUNTED = List.of("caesareans", "stillbirths", "miscarriages");

    private static final List<String> ASKED = Dictionary.anc().fields().stream()
            .map(DictionaryField::name)
            .filter(name -> name.startsWith("hx_") || name.startsWith("prev_") || name.startsWith("dx_"))
            .filter(name -> !name.equals("prev_complications_none"))
            .toList();

    private Past() {}

    /** As it was answered last. What she was asked and denied is not among it. */
    public static List<Finding> of(MotherRecord record) {
        return Stream.concat(COUNTED.stream(), ASKED.stream())
                .map(record::latest)
                .flatMap(Optional::stream)
                .filter(Past::isSo)
                .toList();
    }

    /** As she reads it herself: after a pregnancy that the page may not speak of, nothing of other births is told. */
    public static List<Finding> toHer(MotherRecord record, AfterPregnancy pregnancy) {
        return of(record).stream()
                .filter(finding -> pregnancy.speaksOfBaby() || finding.name().startsWith("hx_"))
                .toList();
    }

    private static boolean isSo(Finding finding) {
        return finding.number() == null
                ? Boolean.TRUE.equals(finding.yes())
                : finding.number().signum() > 0;
    }
}
