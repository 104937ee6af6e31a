package org.ancregistry.portals.care;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ancregistry.domain.clinical.Dictionary;
import org.ancregistry.domain.clinical.DictionaryField;
import org.ancregistry.portals.record.Finding;
import org.ancregistry.portals.record.MotherRecord;
import org.jspecify.annotations.Nullable;

/**
 * What nobody may overlook of another record of a woman, which a supervisor linked to the one that is read.
 *
 * @param id of its Patient
 * @param record absent where it does not open to the reader
 * @param findings the newest answer to each question that may change what is done: blood group, tests, what she has or had,
 *     danger signs
 */
record OtherRecord(String id, @Nullable MotherRecord record, List<Finding> findings) {

    /** Told whatever the answer is. */
    private static final List<String> ALWAYS = Stream.concat(
                    Stream.of("blood_group", "rh"), ResultsController.FIELDS.stream())
            .distinct()
            .toList();

    /** Told when the answer is yes. */
    private static final List<String> IF_SO = Dictionary.anc().fields().stream()
            .map(DictionaryField::name)
            .filter(name -> name.startsWith("danger_") || name.startsWith("hx_") || name.startsWith("prev_"))
            .toList();

    OtherRecord {
        findings = List.copyOf(findings);
    }

    static OtherRecord shut(String id) {
        return new OtherRecord(id, null, List.of());
    }

    static OtherRecord of(MotherRecord record) {
        var newest = new HashMap<String, Finding>();
        record.findings().forEach(finding -> newest.put(finding.name(), finding));
        var told = Stream.concat(
                        named(newest, IF_SO).filter(finding -> Boolean.TRUE.equals(finding.yes())),
                        named(newest, ALWAYS))
                .toList();
        return new OtherRecord(record.woman().id(), record, told);
    }

    private static Stream<Finding> named(Map<String, Finding> newest, List<String> names) {
        return names.stream().flatMap(name -> Optional.ofNullable(newest.get(name)).stream());
    }

    /** Rules that were urgent there and about which nobody has done anything yet. */
    public List<String> urgent() {
        return Optional.ofNullable(record)
                .flatMap(MotherRecord::risk)
                .map(risk -> risk.open())
                .orElse(List.of());
    }

    /** Whether nothing of it has to be known before the rest is read. */
    public boolean isQuiet() {
        return record != null
                && findings.isEmpty()
                && urgent().isEmpty()
                && record.allergies().isEmpty()
                && record.medicines().isEmpty();
    }
}
