package org.ancregistry.portals.web;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** A {@link TypedDate} that is a real day, or empty where that is allowed. */
@Constraint(validatedBy = CalendarDate.Check.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
public @interface CalendarDate {

    String message();

    boolean mayBeEmpty() default false;

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Judges what was typed. */
    final class Check implements ConstraintValidator<CalendarDate, TypedDate> {

        private boolean mayBeEmpty;

        @Override
        public void initialize(CalendarDate wanted) {
            mayBeEmpty = wanted.mayBeEmpty();
        }

        @Override
        public boolean isValid(@Nullable TypedDate typed, ConstraintValidatorContext context) {
            if (typed == null || typed.isEmpty()) {
                return mayBeEmpty;
            }
            return typed.date().isPresent();
        }
    }
}
