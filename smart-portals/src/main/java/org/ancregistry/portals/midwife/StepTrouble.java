package org.ancregistry.portals.midwife;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Leads from a step that a registration is past to where it is now. */
@ControllerAdvice
class StepTrouble {

    @ExceptionHandler
    String movedOn(Steps.MovedOn draft) {
        return draft.there();
    }
}
