package org.ancregistry.portals.esignet;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Somebody back from eSignet, as the address says it that her browser was sent to.
 *
 * @param state to be matched with what her session remembers; blank when absent
 * @param code to be exchanged for tokens; absent when she was sent back with an error
 * @param issuer who sent her back (RFC 9207); absent before 1.8 and on the wallet's path
 * @param error eSignet's word for what went wrong; its vocabulary is open
 * @param description more about it
 */
public record Return(
        String state,
        @Nullable String code,
        @Nullable String issuer,
        @Nullable String error,
        @Nullable String description) {

    public static Return of(HttpServletRequest request) {
        var state = request.getParameter("state");
        return new Return(
                state == null ? "" : state,
                request.getParameter("code"),
                request.getParameter("iss"),
                request.getParameter("error"),
                request.getParameter("error_description"));
    }

    /** How it ended on eSignet's pages. */
    public enum Ending {
        CODE,
        /** She left without finishing. */
        CANCELLED,
        /** She did not agree that her details are released. */
        REFUSED,
        TIMEOUT,
        FAILED
    }

    public Ending ending() {
        if (error == null) {
            return Ending.CODE;
        }
        return switch (error) {
            case "access_denied" -> deniesConsent() ? Ending.REFUSED : Ending.CANCELLED;
            case "consent_details_rejected", "consent_rejected" -> Ending.REFUSED;
            case "transaction_timeout", "invalid_transaction" -> Ending.TIMEOUT;
            default -> Ending.FAILED;
        };
    }

    private boolean deniesConsent() {
        return description != null && description.toLowerCase(Locale.ROOT).contains("consent");
    }

    /** Holds no value that could be used: safe to log. */
    @Override
    public String toString() {
        return "Return[" + ending() + "]";
    }
}
