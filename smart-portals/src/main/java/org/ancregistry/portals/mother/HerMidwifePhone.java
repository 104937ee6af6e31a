package org.ancregistry.portals.mother;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.ancregistry.portals.record.MotherRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/**
 * Whom a woman calls, at the foot of each of her pages. It is read with her record, and kept in her session for the pages
 * that do without it.
 */
final class HerMidwifePhone implements HandlerInterceptor {

    private static final String ATTRIBUTE = "midwifePhone";
    private static final String KEPT = "anc.midwife-phone";

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (page == null) {
            return;
        }
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
