package org.ancregistry.portals.care;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Says on each page about a woman until when her record stays open that was opened in an emergency. */
@Component
class OpenEmergencies implements WebMvcConfigurer, HandlerInterceptor {

    private static final String OPENED = "anc.emergencies";
    private static final String UNTIL = "emergencyUntil";
    private static final Pattern HERS = Pattern.compile("/doctor/mothers/([A-Za-z0-9.-]{1,64})/.*");

    private final Clock clock;

    OpenEmergencies(Clock clock) {
        this.clock = clock;
    }

    /** Remembered in the doctor's session, for whom alone it opened. */
    static void opened(HttpSession session, String patient, Instant until) {
        var opened = new HashMap<>(of(session));
        opened.put(patient, until);
        session.setAttribute(OPENED, opened);
    }

    /** What is open still to the doctor whose browser sent the request: ids of Patients, the one that ends last first. */
    List<Map.Entry<String, Instant>> open(HttpServletRequest request) {
        var session = request.getSession(false);
        return session == null
                ? List.of()
                : of(session).entrySet().stream()
                        .filter(opened -> opened.getValue().isAfter(clock.instant()))
                        .sorted(Map.Entry.<String, Instant>comparingByValue().reversed())
                        .toList();
    }

    private static Map<String, Instant> of(HttpSession session) {
        var opened = new HashMap<String, Instant>();
        if (session.getAttribute(OPENED) instanceof Map<?, ?> kept) {
            kept.forEach((patient, until) -> opened.put((String) patient, (Instant) until));
        }
        return opened;
    }

    /** Until when the record of this page stays open; absent where it was not opened in an emergency. */
    static @Nullable Instant until(HttpServletRequest request) {
        return request.getAttribute(UNTIL) instanceof Instant until ? until : null;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/doctor/mothers/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var session = request.getSession(false);
        var path = HERS.matcher(
                request.getRequestURI().substring(request.getContextPath().length()));
        if (session != null && path.matches()) {
            var until = of(session).get(path.group(1));
            if (until != null && until.isAfter(clock.instant())) {
                request.setAttribute(UNTIL, until);
            }
        }
        return true;
    }
}
