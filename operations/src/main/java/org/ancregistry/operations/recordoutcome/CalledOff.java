package org.ancregistry.operations.recordoutcome;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.ancregistry.operations.ContactMoment;
import org.ancregistry.operations.fhir.Canon;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityComponent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityStatus;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/** Calls off what was planned for a pregnancy that is over, and puts it back when that was an error. */
final class CalledOff {

    private static final Set<AppointmentStatus> AWAITED =
            Set.of(AppointmentStatus.BOOKED, AppointmentStatus.PENDING, AppointmentStatus.PROPOSED);

    private final Clock clock;

    CalledOff(Clock clock) {
        this.clock = clock;
    }

    /** Those of {@code planned} that it changed. What lies before the day of the end stays as it was. */
    List<Resource> callOff(List<Resource> planned, LocalDate ended) {
        return planned.stream().filter(resource -> callOff(resource, ended)).toList();
    }

    private boolean callOff(Resource resource, LocalDate ended) {
        if (resource instanceof Appointment appointment) {
            return cancel(appointment, ended);
        } else if (resource instanceof CarePlan plan) {
            return revoke(plan, ended);
        } else if (resource instanceof ServiceRequest referral) {
            referral.setStatus(ServiceRequestStatus.REVOKED);
            return true;
        } else if (resource instanceof Task task) {
            task.setStatus(TaskStatus.CANCELLED).setLastModifiedElement(ContactMoment.now(clock));
            return true;
        }
        return false;
    }

    private boolean cancel(Appointment appointment, LocalDate ended) {
        var start = appointment.getStart() == null
                ? Instant.MAX
                : appointment.getStart().toInstant();
        var passed = !start.isAfter(clock.instant())
                && !start.atZone(clock.getZone()).toLocalDate().isAfter(ended);
        if (passed || !AWAITED.contains(appointment.getStatus())) {
            return false;
        }
        appointment
                .setStatus(AppointmentStatus.CANCELLED)
                .setCancelationReason(Canon.concept("anc-mitigation", "pregnancy-ended"));
        return true;
    }

    private static boolean revoke(CarePlan plan, LocalDate ended) {
        if (plan.getStatus() != CarePlanStatus.ACTIVE) {
            return false;
        }
        plan.setStatus(CarePlanStatus.REVOKED);
        plan.getActivity().stream()
                .filter(activity -> isOpen(activity, ended))
                .forEach(activity -> activity.getDetail().setStatus(CarePlanActivityStatus.CANCELLED));
        return true;
    }

    private static boolean isOpen(CarePlanActivityComponent activity, LocalDate ended) {
        var detail = activity.getDetail();
        var closes = detail.hasScheduledPeriod()
                ? detail.getScheduledPeriod().getEndElement().getValueAsString()
                : null;
        return detail.getStatus() == CarePlanActivityStatus.NOTSTARTED
                && (closes == null || closes.compareTo(ended.toString()) >= 0);
    }

    /** Those of {@code calledOff} that nobody has touched since, as they were before. */
    List<Resource> putBack(List<Resource> calledOff) {
        return calledOff.stream().filter(this::putBack).toList();
    }

    private boolean putBack(Resource resource) {
        if (resource instanceof Appointment appointment && appointment.getStatus() == AppointmentStatus.CANCELLED) {
            appointment.setStatus(AppointmentStatus.BOOKED).setCancelationReason(null);
        } else if (resource instanceof CarePlan plan && plan.getStatus() == CarePlanStatus.REVOKED) {
            plan.setStatus(CarePlanStatus.ACTIVE);
            plan.getActivity().stream()
                    .filter(activity -> activity.getDetail().getStatus() == CarePlanActivityStatus.CANCELLED)
                    .forEach(activity -> activity.getDetail().setStatus(CarePlanActivityStatus.NOTSTARTED));
        } else if (resource instanceof ServiceRequest referral
                && referral.getStatus() == ServiceRequestStatus.REVOKED) {
            referral.setStatus(ServiceRequestStatus.ACTIVE);
        } else if (resource instanceof Task task && task.getStatus() == TaskStatus.CANCELLED) {
            task.setStatus(TaskStatus.REQUESTED).setLastModifiedElement(ContactMoment.now(clock));
        } else {
            return false;
        }
        return true;
    }
}
