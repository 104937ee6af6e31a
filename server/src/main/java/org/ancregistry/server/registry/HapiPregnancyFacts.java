package org.ancregistry.server.registry;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.SortOrderEnum;
import ca.uhn.fhir.rest.api.SortSpec;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.param.DateParam;
import ca.uhn.fhir.rest.param.ParamPrefixEnum;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenParam;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ancregistry.operations.PregnancyFacts;
import org.ancregistry.operations.fhir.Canon;
import org.ancregistry.operations.fhir.FoundAt;
import org.ancregistry.operations.fhir.StruckOut;
import org.ancregistry.operations.fhir.WholeDay;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.DetectedIssue.DetectedIssueStatus;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Immunization;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.hl7.fhir.r4.model.RiskAssessment.RiskAssessmentStatus;
import org.hl7.fhir.r4.model.ServiceRequest;

/** Facts of earlier contacts, found by searches that store nothing. */
final class HapiPregnancyFacts implements PregnancyFacts {

    private static final int MOST = 1000;
    private static final int NEWEST = 20;

    /** By which parameter resources of each type are found at a contact; some only at the mother. */
    private static final Map<Class<? extends Resource>, String> WRITTEN_AT = Map.of(
            Observation.class, "encounter",
            Condition.class, "encounter",
            MedicationStatement.class, "context",
            ServiceRequest.class, "encounter",
            RiskAssessment.class, "encounter",
            DetectedIssue.class, "implicated",
            AllergyIntolerance.class, "patient",
            Immunization.class, "patient");

    private final DaoRegistry daos;
    private final HapiArrangements arranged;
    private final ZoneId zone;

    /** @param zone whose days count */
    HapiPregnancyFacts(DaoRegistry daos, ZoneId zone) {
        this.daos = daos;
        this.arranged = new HapiArrangements(daos);
        this.zone = zone;
    }

    @Override
    public Optional<LocalDate> date(String patient, String code, LocalDate since, Set<String> without) {
        var search = SearchParameterMap.newSynchronous()
                .add(Observation.SP_PATIENT, new ReferenceParam(patient))
                .add(Observation.SP_CODE, new TokenParam(code))
                .add(Observation.SP_DATE, dayBefore(since))
                .setSort(new SortSpec(Observation.SP_DATE, SortOrderEnum.DESC))
                .setLoadSynchronousUpTo(NEWEST + without.size());
        return search(Observation.class, search).stream()
                .filter(observation -> !without.contains(Canon.referenceTo(observation)))
                .filter(observation -> standsSince(observation, since))
                .flatMap(observation -> WholeDay.in(observation.getValue()).stream())
                .findFirst();
    }

    private boolean standsSince(Observation observation, LocalDate since) {
        return !StruckOut.isMarked(observation)
                && FoundAt.of(observation)
                        .filter(at -> !at.day(zone).isBefore(since))
                        .isPresent();
    }

    /**
     * A search takes a day where the computer is, which may begin later than where the registry is: what it finds is looked
     * through again.
     */
    private static DateParam dayBefore(LocalDate since) {
        return new DateParam(
                ParamPrefixEnum.GREATERTHAN_OR_EQUALS, since.minusDays(1).toString());
    }

    @Override
    public List<Resource> foundSince(String patient, LocalDate day) {
        var found = new ArrayList<Resource>(search(
                        Observation.class,
                        of(patient)
                                .add(Observation.SP_DATE, dayBefore(day))
                                .setSort(new SortSpec(Observation.SP_DATE, SortOrderEnum.DESC)))
                .stream()
                .filter(observation -> standsSince(observation, day))
                .toList());
        found.addAll(search(
                Condition.class, of(patient).setSort(new SortSpec(Condition.SP_RECORDED_DATE, SortOrderEnum.DESC))));
        found.addAll(search(Immunization.class, of(patient)));
        found.removeIf(StruckOut::isMarked);
        return found;
    }

    @Override
    public Optional<RiskAssessment> lastAssessment(String patient) {
        var newest = newestFirst(patient).setLoadSynchronousUpTo(NEWEST);
        return search(RiskAssessment.class, newest).stream()
                .filter(assessment -> assessment.getStatus() == RiskAssessmentStatus.FINAL)
                .findFirst();
    }

    @Override
    public List<RiskAssessment> assessments(String patient) {
        return search(RiskAssessment.class, newestFirst(patient)).stream()
                .filter(assessment -> assessment.getStatus() == RiskAssessmentStatus.FINAL)
                .toList();
    }

    private static SearchParameterMap newestFirst(String patient) {
        return of(patient)
                .setSort(new SortSpec(RiskAssessment.SP_DATE, SortOrderEnum.DESC)
                        .setChain(new SortSpec("_lastUpdated", SortOrderEnum.DESC)));
    }

    @Override
    public List<DetectedIssue> urgent(String patient) {
        return search(DetectedIssue.class, of(patient)).stream()
                .filter(issue -> issue.getStatus() == DetectedIssueStatus.FINAL)
                .toList();
    }

    @Override
    public List<CarePlan> schedules(String patient) {
        return search(CarePlan.class, of(patient)).stream()
                .filter(plan -> plan.getStatus() == CarePlanStatus.ACTIVE)
                .toList();
    }

    private static SearchParameterMap of(String patient) {
        return SearchParameterMap.newSynchronous()
                .add("patient", new ReferenceParam(patient))
                .setLoadSynchronousUpTo(MOST);
    }

    @Override
    public List<Resource> writtenAt(String patient, String contact) {
        var found = new ArrayList<Resource>();
        WRITTEN_AT.forEach((type, parameter) -> {
            var target = parameter.equals("patient") ? patient : contact;
            search(type, referring(parameter, target)).stream()
                    .filter(resource -> contactsOf(resource).anyMatch(contact::equals))
                    .forEach(found::add);
        });
        return found;
    }

    @Override
    public List<Encounter> additionsTo(String contact) {
        return standing(Encounter.SP_PART_OF, contact);
    }

    @Override
    public List<Resource> arrangedAt(String contact) {
        return arranged.at(contact);
    }

    @Override
    public List<Encounter> contacts(String pregnancy) {
        return standing(Encounter.SP_EPISODE_OF_CARE, pregnancy);
    }

    private List<Encounter> standing(String parameter, String target) {
        return search(Encounter.class, referring(parameter, target)).stream()
                .filter(contact -> contact.getStatus() == EncounterStatus.FINISHED)
                .toList();
    }

    private static SearchParameterMap referring(String parameter, String target) {
        return SearchParameterMap.newSynchronous()
                .add(parameter, new ReferenceParam(target))
                .setLoadSynchronousUpTo(MOST);
    }

    private static Stream<String> contactsOf(Resource resource) {
        var element = resource instanceof MedicationStatement
                ? "context"
                : resource instanceof DetectedIssue ? "implicated" : "encounter";
        return resource.getNamedProperty(element).getValues().stream()
                .filter(Reference.class::isInstance)
                .map(reference -> ((Reference) reference).getReference());
    }

    private <R extends Resource> List<R> search(Class<R> type, SearchParameterMap search) {
        return daos.getResourceDao(type).searchForResources(search, new SystemRequestDetails());
    }
}
