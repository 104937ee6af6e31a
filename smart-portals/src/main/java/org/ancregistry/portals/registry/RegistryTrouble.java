package org.ancregistry.portals.registry;

import jakarta.servlet.http.HttpServletRequest;
import org.ancregistry.portals.web.PageErrors;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** What a person sees when the registry refuses or does not answer and the page has no words of its own for it. */
@ControllerAdvice
class RegistryTrouble {

    @ExceptionHandler
    ModelAndView refused(RegistryRefusal refusal, HttpServletRequest request) {
        return PageErrors.page(refusal.status(), refusal, request);
    }

    @ExceptionHandler
    ModelAndView down(RegistryDown outage, HttpServletRequest request) {
        return PageErrors.page(503, outage, request);
    }
}
