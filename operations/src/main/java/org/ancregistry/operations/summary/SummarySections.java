package org.ancregistry.operations.summary;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Composition.SectionComponent;
import org.hl7.fhir.r4.model.Narrative;
import org.hl7.fhir.r4.model.Narrative.NarrativeStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.utilities.xhtml.NodeType;
import org.hl7.fhir.utilities.xhtml.XhtmlNode;

/** The sections of a summary: what each has as entries, and what it says in words. */
final class SummarySections {

    private static final String ELSEWHERE =
            "She has another record, too. Nothing of it is here: ask for its summary as well.";
    private static final String EMPTY_REASON = "http://terminology.hl7.org/CodeSystem/list-empty-reason";

    private final Known known;
    private final List<Resource> readable;
    private final Map<SummarySection, List<Resource>> told;
    private final ZoneId zone;

    /** @param readable those of {@code known} that the reader may see, in the same order */
    SummarySections(Known known, List<Resource> readable, ZoneId zone) {
        this.known = known;
        this.readable = readable;
        this.zone = zone;
        this.told = readable.stream()
                .filter(resource -> SummarySection.of(resource).isPresent())
                .collect(Collectors.groupingBy(
                        resource -> SummarySection.of(resource).orElseThrow()));
    }

    List<SectionComponent> all() {
        return Arrays.stream(SummarySection.values())
                .filter(section -> section.isAlwaysThere()
                        || told.containsKey(section)
                        || known.cut().touches(section.types()))
                .map(this::of)
                .toList();
    }

    private SectionComponent of(SummarySection section) {
        var all = told.getOrDefault(section, List.of());
        var entries = all.stream().filter(section::hasEntry).toList();
        var inWords =
                all.stream().filter(resource -> !section.hasEntry(resource)).toList();
        var component = new SectionComponent()
                .setTitle(section.title())
                .setCode(PatientSummaries.coded(section.loinc(), section.title()))
                .setText(narrative(section, entries, inWords));
        entries.forEach(resource -> component.addEntry(new Reference(
                resource.fhirType() + "/" + resource.getIdElement().getIdPart())));
        return entries.isEmpty() ? component.setEmptyReason(emptyReason(section)) : component;
    }

    /** First what are entries, then what is told in words alone. */
    private Narrative narrative(SummarySection section, List<Resource> entries, List<Resource> inWords) {
        var div = new XhtmlNode(NodeType.Element, "div").setAttribute("xmlns", "http://www.w3.org/1999/xhtml");
        known.cut()
                .words(section.types(), zone)
                .ifPresent(words -> div.addTag("p").addText(words));
        if (known.isOneOfSeveral()) {
            div.addTag("p").addText(ELSEWHERE);
        }
        if (entries.isEmpty() && inWords.isEmpty()) {
            div.addTag("p").addText("Nothing is shown here. That does not mean that there is none.");
        } else {
            var list = div.addTag("ul");
            Stream.concat(entries.stream(), inWords.stream())
                    .map(SummaryLines::of)
                    .forEach(line -> list.addTag("li").addText(line));
        }
        var narrative =
                new Narrative().setStatus(inWords.isEmpty() ? NarrativeStatus.GENERATED : NarrativeStatus.ADDITIONAL);
        narrative.setDiv(div);
        return narrative;
    }

    private CodeableConcept emptyReason(SummarySection section) {
        return new CodeableConcept()
                .addCoding(
                        NoneAtAll.isKnown(section, known, readable)
                                ? new Coding(EMPTY_REASON, "nilknown", "Nil Known")
                                : new Coding(EMPTY_REASON, "unavailable", "Unavailable"));
    }
}
