package org.ancregistry.portals.admin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.ancregistry.domain.phn.PhnPolicy;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** What an area or facility must be before it is written down; each refusal says what to do. */
final class UnitRules {

    static final int LONGEST_NAME = 200;

    /** Numbers as people write them: a phone dials what a link says, so nothing else may stand there. */
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()-]{1,24}");

    private final PhnPolicy policy;
    private final Units units;

    UnitRules(PhnPolicy policy, Units units) {
        this.policy = policy;
        this.units = units;
    }

    /** {@code before}: the unit that is changed, absent for a new one. */
    void check(HttpServletRequest request, UnitForm form, @Nullable Unit before, Errors errors) {
        if (form.name().isEmpty()) {
            errors.rejectValue("name", "admin.unit.name.missing");
        } else if (form.name().length() > LONGEST_NAME) {
            errors.rejectValue("name", "admin.unit.name.long", new Object[] {LONGEST_NAME}, null);
        }
        UnitKind.of(form.kind())
                .ifPresentOrElse(
                        kind -> checkPlace(request, form, kind, errors),
                        () -> errors.rejectValue("kind", "admin.unit.kind.missing"));
        if (before != null && !form.kind().equals(before.kind().code()) && units.hasParts(request, before)) {
            errors.rejectValue("kind", "admin.unit.kind.parts");
        }
        if (!form.phone().isEmpty() && !PHONE.matcher(form.phone()).matches()) {
            errors.rejectValue("phone", "admin.unit.phone.wrong");
        }
        if (!form.clinic().isEmpty()) {
            checkClinic(form.clinic(), errors);
        }
        if (!form.pointOfIssue().isEmpty()) {
            checkPointOfIssue(request, form, before, errors);
        }
    }

    private static void checkClinic(Days clinic, Errors errors) {
        if (clinic.days().isEmpty()) {
            errors.rejectValue("clinic.days", "admin.unit.clinic.days.missing");
        }
        if (clinic.time().isEmpty()) {
            errors.rejectValue("clinic.opens", "admin.unit.clinic.opens.wrong");
        }
        if (clinic.number().isEmpty()) {
            errors.rejectValue("clinic.places", "admin.unit.clinic.places.wrong");
        }
    }

    private void checkPlace(HttpServletRequest request, UnitForm form, UnitKind kind, Errors errors) {
        if (form.partOf().isEmpty()) {
            if (kind.mustBePart()) {
                errors.rejectValue("partOf", "admin.unit.partOf.missing." + kind.code());
            }
            return;
        }
        var parent = units.find(request, form.partOf());
        if (parent.filter(above -> kind.mayBePartOf().contains(above.kind())).isEmpty()) {
            errors.rejectValue("partOf", "admin.unit.partOf.wrong." + kind.code());
        }
    }

    private void checkPointOfIssue(HttpServletRequest request, UnitForm form, @Nullable Unit before, Errors errors) {
        var typed = form.pointOfIssue();
        var stranger = policy.issued().firstStranger(typed);
        if (typed.length() != 4) {
            errors.rejectValue("pointOfIssue", "admin.unit.pointOfIssue.length", new Object[] {typed.length()}, null);
        } else if (stranger.isPresent()) {
            var character = typed.substring(stranger.get(), stranger.get() + 1);
            var readable = policy.issued().readable();
            errors.rejectValue(
                    "pointOfIssue", "admin.unit.pointOfIssue.character", new Object[] {character, readable}, null);
        } else if (policy.problemWith(typed).isPresent()) {
            errors.rejectValue("pointOfIssue", "admin.unit.pointOfIssue.ministry");
        } else {
            units.issuing(request, typed)
                    .filter(isOther(form, before))
                    .ifPresent(other -> errors.rejectValue(
                            "pointOfIssue", "admin.unit.pointOfIssue.taken", new Object[] {other.name()}, null));
        }
    }

    /** A form that is sent again finds the unit that it made itself. */
    private static Predicate<Unit> isOther(UnitForm form, @Nullable Unit before) {
        return found -> before == null
                ? !form.requestId().equals(found.request())
                : !found.id().equals(before.id());
    }
}
