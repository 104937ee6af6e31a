package org.ancregistry.portals.mother;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.ancregistry.domain.access.SharedRecordTrail;
import org.ancregistry.portals.record.MotherRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/**
 * What stands around each page of a woman: whether she can show her record to others, and her midwife's phone. The phone is
 * read with her record, and kept in her session for the pages that do without it.
 */
final class HerFrame implements HandlerInterceptor {

    private static final String ATTRIBUTE = "midwifePhone";
    private static final String KEPT = "anc.midwife-phone";

    private final ObjectProvider<SharedRecordTrail> trail;

    /** @param trail where it is missing, nothing is shown to others */
    HerFrame(ObjectProvider<SharedRecordTrail> trail) {
        this.trail = trail;
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (page == null) {
            return;
        }
        request.setAttribute("sharing", trail.getIfAvailable() != null);
        var session = request.getSession(false);
        if (page.getModel().get("record") instanceof MotherRecord hers) {
            var phone = hers.midwifePhone().orElse(null);
            request.setAttribute(ATTRIBUTE, phone);
            if (session != null) {
                session.setAttribute(KEPT, phone);
            }
        } else if (session != null) {
            request.setAttribute(ATTRIBUTE, session.getAttribute(KEPT));
        }
    }
}
