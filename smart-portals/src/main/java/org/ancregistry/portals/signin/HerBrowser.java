package org.ancregistry.portals.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.ancregistry.domain.access.Role;
import org.ancregistry.portals.authorization.Installation;
import org.ancregistry.portals.authorization.Portal;
import org.ancregistry.portals.phone.SharedPhone;
import org.ancregistry.portals.typed.TypedForm;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;

/**
 * Keeps what somebody typed over the end of her session, but nothing of a woman on a phone that others use. A cookie that outlives the session says whose
 * browser it is: it is a random value, so nobody makes one up, and no form of another site brings it along.
 */
final class HerBrowser implements LogoutHandler {

    private static final String FROM_OUR_PAGE = "same-origin";

    private final KeptForms forms;
    private final Installation installation;

    HerBrowser(KeptForms forms, Installation installation) {
        this.forms = forms;
        this.installation = installation;
    }

    /**
     * Somebody signed in here: what another person typed is forgotten.
     *
     * @return where what she herself typed waits for her
     */
    Optional<String> begin(SignedInPerson person, HttpServletRequest request, HttpServletResponse response) {
        var kept = kept(person, request);
        if (kept.isPresent()) {
            return kept.flatMap(HerBrowser::page);
        }
        token(request).ifPresent(forms::forget);
        if (person.role() == Role.MOTHER && SharedPhone.is(request)) {
            set("", Duration.ZERO, response);
        } else {
            set(forms.begin(person.reference()), KeptForms.BROWSER, response);
        }
        return Optional.empty();
    }

    /** Whether what that request sends is kept for her until she is signed in again. */
    boolean keeps(HttpServletRequest request) {
        var from = request.getHeader("Sec-Fetch-Site");
        return (from == null || from.equals(FROM_OUR_PAGE))
                && !isOnOthersPhone(request)
                && TypedForm.of(request)
                        .flatMap(form -> token(request).filter(token -> forms.keep(token, form)))
                        .isPresent();
    }

    private static boolean isOnOthersPhone(HttpServletRequest request) {
        return SharedPhone.is(request)
                && Portal.ofPath(request.getServletPath()).equals(Optional.of(Portal.MOTHER));
    }

    Optional<TypedForm> kept(SignedInPerson person, HttpServletRequest request) {
        return token(request).flatMap(token -> forms.of(token, person.reference()));
    }

    void used(SignedInPerson person, HttpServletRequest request) {
        token(request).ifPresent(token -> forms.used(token, person.reference()));
    }

    /** The page of that form's portal, where the portal's token is fetched before she goes on. */
    static Optional<String> page(TypedForm form) {
        return Portal.ofPath(form.address()).map(portal -> "/" + portal.path() + "/kept");
    }

    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        token(request).ifPresent(forms::forget);
        set("", Duration.ZERO, response);
    }

    private Optional<String> token(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie ->
                        cookie.getName().equals(name()) && !cookie.getValue().isEmpty())
                .map(cookie -> cookie.getValue())
                .findFirst();
    }

    private void set(String token, Duration kept, HttpServletResponse response) {
        var cookie = ResponseCookie.from(name(), token)
                .path("/")
                .httpOnly(true)
                .secure(installation.isEncrypted())
                .sameSite("Lax")
                .maxAge(kept)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private String name() {
        return installation.isEncrypted() ? "__Host-anc-browser" : "anc-browser";
    }
}
