package org.ancregistry.operations.fhir;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.TimeZone;
import org.ancregistry.domain.clinical.AntenatalTest;
import org.ancregistry.domain.clinical.Code;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestIntent;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestPriority;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.jspecify.annotations.Nullable;

/** A test's way: ordered, answered by a result, looked at by somebody. */
public final class Orders {

    private static final String TEST = Canon.codeSystem("anc-test");
    private static final String SEEN = Canon.extension("anc-result-seen");
    private static final String TOLD = Canon.extension("anc-told-in-person");

    private Orders() {}

    /** An order as it is given. It names no clinic, and so opens her record to nobody. */
    public static ServiceRequest of(AntenatalTest test, boolean urgent, @Nullable String note, DeskPapers papers) {
        var order = Canon.begun(new ServiceRequest(), "anc-test-order")
                .setStatus(ServiceRequestStatus.ACTIVE)
                .setIntent(ServiceRequestIntent.ORDER)
                .setPriority(urgent ? ServiceRequestPriority.URGENT : ServiceRequestPriority.ROUTINE)
                .setCode(Canon.concept("anc-test", test.code()))
                .setSubject(new Reference(papers.patient()))
                .setAuthoredOnElement(papers.when().copy())
                .setRequester(new Reference(papers.by()));
        if (note != null) {
            order.addNote(new Annotation().setText(note));
        }
        return order;
    }

    /** Which test it orders; a referral orders none. */
    public static Optional<AntenatalTest> test(ServiceRequest order) {
        return order.getCode().getCoding().stream()
                .filter(coding -> TEST.equals(coding.getSystem()) && coding.hasCode())
                .flatMap(coding -> AntenatalTest.of(coding.getCode()).stream())
                .findFirst();
    }

    public static void callOff(ServiceRequest order) {
        order.setStatus(ServiceRequestStatus.REVOKED);
    }

    /** Has a finding say which of the orders it answers, if any; returns that order. An older finding answers none. */
    public static Optional<ServiceRequest> answer(Observation finding, Collection<ServiceRequest> orders) {
        var answered = orders.stream()
                .filter(order -> test(order)
                        .filter(test -> isOf(finding.getCode(), test))
                        .isPresent())
                .filter(order -> !isOlder(finding, order))
                .findFirst();
        answered.ifPresent(order -> finding.addBasedOn(new Reference(Canon.referenceTo(order))));
        return answered;
    }

    private static boolean isOlder(Observation finding, ServiceRequest order) {
        var clinic = Optional.ofNullable(order.getAuthoredOnElement().getTimeZone())
                .map(TimeZone::toZoneId)
                .orElse(ZoneOffset.UTC);
        var found = finding.hasEffectiveDateTimeType()
                ? day(finding.getEffectiveDateTimeType(), clinic)
                : Optional.<LocalDate>empty();
        var ordered = day(order.getAuthoredOnElement(), clinic);
        return found.isPresent() && ordered.isPresent() && found.get().isBefore(ordered.get());
    }

    /** Empty where less than a day is known. */
    private static Optional<LocalDate> day(DateTimeType moment, ZoneId zone) {
        if (!moment.hasValue()) {
            return Optional.empty();
        }
        return switch (moment.getPrecision()) {
            case YEAR, MONTH -> Optional.empty();
            case DAY -> Optional.of(LocalDate.parse(moment.getValueAsString()));
            default -> Optional.of(LocalDate.ofInstant(moment.getValue().toInstant(), zone));
        };
    }

    /** Whether a finding is what some test looks for. */
    public static boolean isResult(Observation finding) {
        return Arrays.stream(AntenatalTest.values()).anyMatch(test -> isOf(finding.getCode(), test));
    }

    private static boolean isOf(CodeableConcept what, AntenatalTest test) {
        return what.getCoding().stream()
                .filter(coding -> coding.hasSystem() && coding.hasCode())
                .anyMatch(coding -> test.isAnsweredBy(new Code(coding.getSystem(), coding.getCode())));
    }

    /** {@code ServiceRequest/…} whose result it is. */
    public static Collection<String> answeredBy(Observation result) {
        return result.getBasedOn().stream()
                .map(order -> new IdType(order.getReference()))
                .filter(order -> "ServiceRequest".equals(order.getResourceType()))
                .map(order -> "ServiceRequest/" + order.getIdPart())
                .toList();
    }

    /** Somebody has looked at the result, and nothing is left to do about the order. */
    public static void seen(ServiceRequest order, DeskPapers papers) {
        order.setStatus(ServiceRequestStatus.COMPLETED);
        note(order, SEEN, papers);
    }

    /** The result was struck out: the test waits again, if somebody had closed it. */
    public static boolean reopen(ServiceRequest order) {
        if (order.getStatus() != ServiceRequestStatus.COMPLETED) {
            return false;
        }
        order.setStatus(ServiceRequestStatus.ACTIVE);
        order.getExtension().removeIf(extension -> SEEN.equals(extension.getUrl()));
        return true;
    }

    public static boolean isTold(Observation result) {
        return result.hasExtension(TOLD);
    }

    /** She was told this result in person, and may from now on read it herself. */
    public static void told(Observation result, DeskPapers papers) {
        note(result, TOLD, papers);
    }

    /** Whether both say the same of her, whatever else was written about them. */
    public static boolean sayTheSame(Observation one, Observation other) {
        return bare(one).equalsDeep(bare(other));
    }

    private static Observation bare(Observation result) {
        var bare = result.copy();
        bare.setId((String) null).setMeta(null);
        bare.setText(null);
        forgetTold(bare);
        return bare;
    }

    /** Has {@code now} go on saying what {@code before} says of her being told. */
    public static void keepTold(Observation before, Observation now) {
        forgetTold(now);
        now.addExtension(before.getExtensionByUrl(TOLD).copy());
    }

    public static void forgetTold(Observation result) {
        result.getExtension().removeIf(extension -> TOLD.equals(extension.getUrl()));
    }

    private static void note(DomainResource resource, String url, DeskPapers papers) {
        if (!resource.hasExtension(url)) {
            var noted = new Extension(url);
            noted.addExtension("by", new Reference(papers.by()));
            noted.addExtension("at", new DateTimeType(papers.when().getValueAsString()));
            resource.addExtension(noted);
        }
    }
}
