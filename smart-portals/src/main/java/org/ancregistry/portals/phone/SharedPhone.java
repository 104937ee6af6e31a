package org.ancregistry.portals.phone;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.http.ResponseCookie;

/**
 * Whether others use this phone, as a woman said on it. It belongs to the phone and not to her record: the name of a page is
 * then as neutral as can be, and nothing is put onto the phone.
 */
public final class SharedPhone {

    private static final String NAME = "phone";
    private static final String SHARED = "shared";
    private static final Duration KEPT = Duration.ofDays(365);

    private SharedPhone() {}

    public static boolean is(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .anyMatch(cookie ->
                        cookie.getName().equals(NAME) && cookie.getValue().equals(SHARED));
    }

    /** Keeps what she says about the phone on it. */
    public static ResponseCookie cookie(boolean shared, boolean encrypted) {
        return ResponseCookie.from(NAME, shared ? SHARED : "own")
                .path("/")
                .httpOnly(true)
                .secure(encrypted)
                .sameSite("Lax")
                .maxAge(KEPT)
                .build();
    }
}
