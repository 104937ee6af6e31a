package org.ancregistry.portals.record;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.ancregistry.portals.record.Pregnancy.Move;
import org.ancregistry.portals.record.Pregnancy.Plan;
import org.ancregistry.portals.record.Pregnancy.Window;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityDetailComponent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityStatus;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** Reads the contacts that are planned, with what is known of those that were moved. */
final class PlanReader {

    private static final String MOVED = "https://ancregistry.org/fhir/StructureDefinition/anc-moved-contact";

    private final Function<Reference, @Nullable String> names;
    private final Findings findings;

    PlanReader(Function<Reference, @Nullable String> names, Findings findings) {
        this.names = names;
        this.findings = findings;
    }

    /** The earliest first. */
    List<Window> read(Stream<CarePlan> plans) {
        return plans.filter(plan -> plan.getStatus() == CarePlan.CarePlanStatus.ACTIVE)
                .flatMap(this::windows)
                .sorted(Comparator.comparing(Window::from))
                .toList();
    }

    private Stream<Window> windows(CarePlan carePlan) {
        var plan = new Plan(RecordReader.reference(carePlan), carePlan.getMeta().getVersionId());
        return carePlan.getActivity().stream()
                .map(CarePlan.CarePlanActivityComponent::getDetail)
                .filter(detail -> isOpen(detail) && detail.hasScheduledPeriod())
                .map(detail -> window(detail, plan));
    }

    /** What was held or called off is not planned any more. */
    private static boolean isOpen(CarePlanActivityDetailComponent contact) {
        var status = contact.getStatus();
        return status == CarePlanActivityStatus.NOTSTARTED || status == CarePlanActivityStatus.SCHEDULED;
    }

    private Window window(CarePlanActivityDetailComponent detail, Plan plan) {
        var period = detail.getScheduledPeriod();
        var moved = detail.getExtensionsByUrl(MOVED).stream()
                .reduce((earlier, later) -> later)
                .map(this::move)
                .orElse(null);
        return new Window(
                Objects.requireNonNull(findings.day(period.getStartElement())),
                Objects.requireNonNull(findings.day(period.getEndElement())),
                detail.getDescription(),
                plan,
                moved,
                missed(detail));
    }

    /** Only what was written about these days: she did not come to others that it had before. */
    private @Nullable Missed missed(CarePlanActivityDetailComponent detail) {
        return detail.getExtensionsByUrl(Missed.URL).stream()
                .filter(written -> detail.getScheduledPeriod().equalsDeep(Missed.value(written, "from")))
                .reduce((earlier, later) -> later)
                .map(written -> Missed.of(
                        Missed.value(written, "reason") instanceof CodeableConcept why ? why : new CodeableConcept(),
                        written,
                        names,
                        findings::day))
                .orElse(null);
    }

    private Move move(Extension moved) {
        var from = (Period) value(moved, "from");
        return new Move(
                Objects.requireNonNull(findings.day(from.getStartElement())),
                Objects.requireNonNull(findings.day(from.getEndElement())),
                reason(moved),
                names.apply((Reference) value(moved, "by")),
                findings.day((DateTimeType) value(moved, "at")));
    }

    /** What staff wrote is kept back from a mother. */
    private static @Nullable String reason(Extension moved) {
        var reason = moved.getExtensionByUrl("reason");
        return reason == null ? null : reason.getValue().primitiveValue();
    }

    private static Type value(Extension moved, String part) {
        return moved.getExtensionByUrl(part).getValue();
    }
}
