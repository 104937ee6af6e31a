package org.ancregistry.portals.registry;

import org.ancregistry.portals.web.PageErrors;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** What a person sees when the registry refuses or does not answer and the page has no words of its own for it. */
@ControllerAdvice
class RegistryTrouble {

    @ExceptionHandler
    ModelAndView refused(RegistryRefusal refusal) {
        return PageErrors.page(refusal.status(), refusal);
    }

    @ExceptionHandler
    ModelAndView down(RegistryDown outage) {
        return PageErrors.page(503, outage);
    }
}
