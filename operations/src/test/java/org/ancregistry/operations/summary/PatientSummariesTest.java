package org.ancregistry.operations.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.clinical.Dictionary;
import org.ancregistry.domain.clinical.SystemUris;
import org.ancregistry.operations.CaredFor;
import org.ancregistry.operations.Reach;
import org.ancregistry.operations.Staff;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Composition.SectionComponent;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.EpisodeOfCare.EpisodeOfCareStatus;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Narrative.NarrativeStatus;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Type;
import org.junit.jupiter.api.Test;

class PatientSummariesTest {

    private static final String HER = "Patient/1";

    private final Observation haemoglobin = finding("3", "haemoglobin");
    private final Observation hiv = finding("4", "hiv");
    private final CaredFor cared = new CaredFor();

    @Test
    void tellsInSectionsWhatIsKnownAndThatNothingIs() {
        var sections = composition(List.of(haemoglobin)).getSection();
        assertThat(sections)
                .extracting(SectionComponent::getTitle)
                .containsExactly("Medicines", "Allergies", "Problems", "Results of tests");
        assertThat(sections.get(1).getEmptyReason().getCodingFirstRep().getCode())
                .isEqualTo("unavailable");
        assertThat(sections.get(3).getText().getDivAsString()).contains("2026-11-02", "10.4 g/dL");
        assertThat(sections.get(3).getEntryFirstRep().getReference()).isEqualTo("Observation/3");
    }

    @Test
    void tellsNothingOfWhatTheCallerMayNotSee() {
        var text = FhirContext.forR4Cached()
                .newJsonParser()
                .encodeResourceToString(document(List.of(haemoglobin, hiv), resource -> resource != hiv));
        assertThat(text).contains("Observation/3").doesNotContain("Observation/4", "HIV");
    }

    /** Whoever asks for it: a document travels. */
    @Test
    void leavesOutWhatSheWasAskedAlone() {
        var violence = answered("5", "ipv", new BooleanType(true));
        var mood = answered("6", "mood_down", said("LA6571-9", "Nearly every day"));
        var document = document(List.of(haemoglobin, violence, mood), resource -> true);
        assertThat(document.getEntry())
                .extracting(entry -> entry.getResource().getIdElement().getIdPart())
                .contains("3")
                .doesNotContain("5", "6");
        assertThat(((Composition) document.getEntryFirstRep().getResource()).getSection())
                .allSatisfy(section -> assertThat(words(section))
                        .doesNotContainIgnoringCase("violence")
                        .doesNotContain("every day"));
    }

    @Test
    void leavesOutWhatWasStruckOut() {
        haemoglobin.setStatus(ObservationStatus.ENTEREDINERROR);
        var medicine = new MedicationStatement()
                .setStatus(MedicationStatement.MedicationStatementStatus.ENTEREDINERROR)
                .setMedication(new CodeableConcept().setText("Iron"))
                .setSubject(new Reference(HER));
        medicine.setId("MedicationStatement/9");
        var text = FhirContext.forR4Cached()
                .newJsonParser()
                .encodeResourceToString(document(List.of(haemoglobin, medicine), resource -> true));
        assertThat(text).doesNotContain("Iron", "10.4");
    }

    @Test
    void tellsADenialInTheWordsOfTheSectionThatItDeniesAndNowhereElse() {
        var none = answered("5", "allergies", said("ANC.B6.DE58", "No known allergies"));
        var noEpilepsy = answered("6", "hx_epilepsy", new BooleanType(false));
        var noVaccine = answered("7", "influenza", new BooleanType(false));
        var sections = composition(List.of(none, noEpilepsy, noVaccine)).getSection();
        assertThat(sections)
                .extracting(SectionComponent::getTitle)
                .containsExactly("Medicines", "Allergies", "Problems", "Immunizations");
        assertThat(sections).allSatisfy(section -> {
            assertThat(section.getEntry()).isEmpty();
            assertThat(section.getEmptyReason().isEmpty()).isFalse();
        });
        assertThat(words(sections.get(1))).contains("2026-11-02  Allergies: No known allergies");
        assertThat(words(sections.get(2))).contains("Epilepsy: no");
        assertThat(words(sections.get(3))).contains("Influenza vaccine given: no");
        assertThat(sections.get(1).getText().getStatus()).isEqualTo(NarrativeStatus.ADDITIONAL);
    }

    @Test
    void saysThatNoneIsKnownOnlyWhereSheSaidSoLastAndNothingElseIsKnown() {
        var now = pregnancy("20", "2026-10-01", EpisodeOfCareStatus.ACTIVE);
        var none = answered("5", "allergies", said("ANC.B6.DE58", "No known allergies"));
        assertThat(whyEmpty(1, List.of(now, none), resource -> true)).isEqualTo("nilknown");
        assertThat(whyEmpty(1, List.of(now), resource -> true)).isEqualTo("unavailable");
        assertThat(whyEmpty(1, List.of(now, none, allergy("9")), resource -> !(resource instanceof AllergyIntolerance)))
                .as("one that the reader may not see")
                .isEqualTo("unavailable");
        var later = answered("8", "allergies", new CodeableConcept().setText("Not asked"));
        later.setEffective(new DateTimeType("2026-11-20"));
        assertThat(whyEmpty(1, List.of(now, none, later), resource -> true)).isEqualTo("unavailable");
        var unsure = answered("5", "medications", said("ANC.B6.DE111", "Does not know of any current medications"));
        assertThat(whyEmpty(0, List.of(now, unsure), resource -> true)).isEqualTo("unavailable");
    }

    @Test
    void saysNotThatNoneIsKnownWhereSheSaidSoInAnEarlierPregnancy() {
        var none = answered("5", "medications", said("ANC.B6.DE110", "No current medications"));
        var earlier = pregnancy("20", "2026-10-01", EpisodeOfCareStatus.FINISHED);
        var now = pregnancy("21", "2026-11-10", EpisodeOfCareStatus.ACTIVE);
        assertThat(whyEmpty(0, List.of(earlier, now, none), resource -> true)).isEqualTo("unavailable");
        assertThat(whyEmpty(0, List.of(earlier, none), resource -> true)).isEqualTo("unavailable");
        none.setEffective(new DateTimeType("2026-11-10"));
        assertThat(whyEmpty(0, List.of(earlier, now, none), resource -> true)).isEqualTo("nilknown");
    }

    @Test
    void doesNotSayWhetherSomethingIsAbsentOrWithheld() {
        var nothing = section(document(List.of(), resource -> true), 1);
        var withheld =
                section(document(List.of(allergy("9")), resource -> !(resource instanceof AllergyIntolerance)), 1);
        assertThat(words(nothing)).contains("Nothing is shown here.", "does not mean that there is none");
        assertThat(withheld.equalsDeep(nothing)).isTrue();
    }

    @Test
    void keepsWhatIsNoVitalSignOutOfTheVitalSigns() {
        var sections = composition(List.of(
                        answered("5", "tobacco", new BooleanType(false)),
                        answered("6", "delivery_mode", new CodeableConcept().setText("Vaginal")),
                        answered("7", "fundal_height", new Quantity().setValue(28)),
                        answered("8", "spo2", new Quantity().setValue(98))))
                .getSection();
        assertThat(sections.stream().skip(3))
                .extracting(
                        SectionComponent::getTitle,
                        section -> section.getCode().getCodingFirstRep().getCode(),
                        section -> section.getEntryFirstRep().getReference())
                .containsExactly(
                        tuple("Pregnancy and earlier pregnancies", "10162-6", "Observation/6"),
                        tuple("Vital signs", "8716-3", "Observation/8"),
                        tuple("Examination and other findings", "29545-1", "Observation/7"),
                        tuple("Social history", "29762-2", "Observation/5"));
    }

    @Test
    void saysInTheSectionsConcernedFromWhenARecordIsCut() {
        var record = new ArrayList<Resource>();
        for (var i = 0; i <= Summaries.MOST_OF_A_TYPE; i++) {
            var finding = finding("h" + i, "haemoglobin");
            record.add(finding.setEffective(new DateTimeType(i == 0 ? "2026-01-01" : "2026-10-02")));
        }
        var sections = composition(record).getSection();
        assertThat(sections)
                .filteredOn(section -> "Results of tests".equals(section.getTitle()))
                .singleElement()
                .satisfies(section -> assertThat(words(section))
                        .contains("Not all is here: what is older than 2026-10-02 was left out.")
                        .doesNotContain("2026-01-01"));
        assertThat(sections)
                .extracting(SectionComponent::getTitle)
                .contains("Immunizations", "Social history")
                .doesNotContain("Appointments, orders and referrals");
    }

    @Test
    void saysInEverySectionFromWhenARecordIsCutThatIsLongerThanTheStoreGives() {
        var record = new ArrayList<Resource>();
        for (var i = 0; i <= Summaries.MOST; i++) {
            var plan = new CarePlan();
            plan.setId("CarePlan/" + i);
            plan.getMeta().setLastUpdated(Date.from(Instant.parse("2026-03-01T04:00:00Z")));
            record.add(plan);
        }
        assertThat(composition(record).getSection())
                .hasSize(SummarySection.values().length)
                .allSatisfy(section -> assertThat(words(section))
                        .contains("Not all is here: what was written before 2026-03-01 may have been left out."));
        assertThat(composition(record.subList(0, Summaries.MOST_OF_A_TYPE)).getSection())
                .allSatisfy(section -> assertThat(words(section)).doesNotContain("Not all is here"));
    }

    @Test
    void escapesWhatPeopleTyped() {
        var medicine = new MedicationStatement()
                .setMedication(new CodeableConcept().setText("<script>alert(1)</script>"))
                .setSubject(new Reference(HER));
        medicine.setId("MedicationStatement/9");
        assertThat(composition(List.of(medicine)).getSection().get(0).getText().getDivAsString())
                .contains("&lt;script&gt;")
                .doesNotContain("<script>");
    }

    private String whyEmpty(int section, List<? extends Resource> resources, Predicate<Resource> readable) {
        return section(document(resources, readable), section)
                .getEmptyReason()
                .getCodingFirstRep()
                .getCode();
    }

    private static SectionComponent section(Bundle document, int section) {
        return ((Composition) document.getEntryFirstRep().getResource())
                .getSection()
                .get(section);
    }

    private static String words(SectionComponent section) {
        return section.getText().getDivAsString();
    }

    private Composition composition(List<? extends Resource> resources) {
        return (Composition)
                document(resources, resource -> true).getEntryFirstRep().getResource();
    }

    private Bundle document(List<? extends Resource> resources, Predicate<Resource> readable) {
        cared.put(HER, Staff.AREA);
        var patient = new Patient();
        patient.setId(HER);
        var request = new SystemRequestDetails();
        request.getUserData().put(Caller.class, Staff.kumariTheMidwife());
        var record = new WholeRecord() {
            @Override
            public List<Resource> of(String of, List<String> types, int limit) {
                return Stream.concat(Stream.of(patient), resources.stream())
                        .map(Resource.class::cast)
                        .toList();
            }

            @Override
            public List<Resource> named(String type, Collection<String> ids) {
                return List.of();
            }
        };
        return new PatientSummaries(
                        new Summaries(record, new Reach(cared)),
                        (asked, all) -> all.stream().filter(readable).toList(),
                        Clock.fixed(Instant.parse("2026-11-22T05:00:00Z"), ZoneOffset.UTC))
                .of(request, HER);
    }

    private static EpisodeOfCare pregnancy(String id, String began, EpisodeOfCareStatus status) {
        var pregnancy = new EpisodeOfCare().setStatus(status);
        pregnancy.getPeriod().setStartElement(new DateTimeType(began));
        pregnancy.setId("EpisodeOfCare/" + id);
        return pregnancy;
    }

    private static AllergyIntolerance allergy(String id) {
        var allergy = new AllergyIntolerance().setCode(new CodeableConcept().setText("Penicillin"));
        allergy.setId("AllergyIntolerance/" + id);
        return allergy;
    }

    private static Observation answered(String id, String field, Type answer) {
        return finding(id, field).setValue(answer);
    }

    private static CodeableConcept said(String code, String words) {
        return new CodeableConcept().setText(words).addCoding(new Coding(SystemUris.WHO_ANC, code, null));
    }

    private static Observation finding(String id, String field) {
        var primary = Dictionary.anc().require(field).primary();
        var finding = new Observation()
                .setStatus(ObservationStatus.FINAL)
                .setSubject(new Reference(HER))
                .setEffective(new DateTimeType("2026-11-02"))
                .setValue(new Quantity().setValue(new BigDecimal("10.40")).setUnit("g/dL"));
        finding.getCode()
                .setText(Dictionary.anc().require(field).definition())
                .addCoding()
                .setSystem(primary.system())
                .setCode(primary.code());
        finding.setId("Observation/" + id);
        return finding;
    }
}
