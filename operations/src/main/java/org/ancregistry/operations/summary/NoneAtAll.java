package org.ancregistry.operations.summary;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ancregistry.domain.clinical.Code;
import org.ancregistry.domain.clinical.Dictionary;
import org.ancregistry.operations.fhir.Pregnancies;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.EpisodeOfCare.EpisodeOfCareStatus;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Resource;

/** The answer that there is none at all of what a section holds. That she does not know is another answer. */
record NoneAtAll(Code question, Code answer) {

    private static final Map<SummarySection, NoneAtAll> ASKED = Map.of(
            SummarySection.MEDICINES, NoneAtAll.of("medications", "ANC.B6.DE110"),
            SummarySection.ALLERGIES, NoneAtAll.of("allergies", "ANC.B6.DE58"));

    private static NoneAtAll of(String field, String code) {
        var asked = Dictionary.anc().require(field);
        return new NoneAtAll(asked.primary(), asked.answer(code).orElseThrow().coding());
    }

    /**
     * Whether she was asked in the pregnancy she is in and last said none, and the registry knows of none either: also of none that this reader may not
     * see, that was left out because the record is long, or that another record of hers may tell of.
     */
    static boolean isKnown(SummarySection section, Known known, List<Resource> readable) {
        return Optional.ofNullable(ASKED.get(section))
                .filter(none -> !known.isOneOfSeveral())
                .filter(none -> !known.cut().touches(section.types()))
                .filter(none -> known.resources().stream().noneMatch(section::hasEntry))
                .flatMap(none -> none.lastAnswer(known).filter(none::isSaidBy))
                .filter(finding -> isOfThisPregnancy(finding, known))
                .filter(readable::contains)
                .isPresent();
    }

    /** What she said in an earlier one says nothing of today. */
    private static boolean isOfThisPregnancy(Observation finding, Known known) {
        var pregnancies = known.resources().stream()
                .filter(EpisodeOfCare.class::isInstance)
                .map(EpisodeOfCare.class::cast)
                .toList();
        return Pregnancies.newestFirst(pregnancies).stream()
                .findFirst()
                .filter(newest -> newest.getStatus() != EpisodeOfCareStatus.FINISHED)
                .filter(newest -> !Moment.of(finding).isBefore(Moment.of(newest)))
                .isPresent();
    }

    private Optional<Observation> lastAnswer(Known known) {
        return known.resources().stream()
                .filter(Observation.class::isInstance)
                .map(Observation.class::cast)
                .filter(finding -> has(finding.getCode(), question))
                .findFirst();
    }

    private boolean isSaidBy(Observation finding) {
        return finding.getValue() instanceof CodeableConcept said && has(said, answer);
    }

    private static boolean has(CodeableConcept concept, Code code) {
        return concept.hasCoding(code.system(), code.code());
    }
}
