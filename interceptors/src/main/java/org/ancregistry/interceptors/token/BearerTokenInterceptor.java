package org.ancregistry.interceptors.token;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import com.nimbusds.jose.JWSAlgorithm;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.interceptors.PublicReading;
import org.ancregistry.interceptors.Refusal;
import org.ancregistry.interceptors.ServerInterceptor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets nobody past without a token that a trusted issuer signed, and leaves the {@link Caller} on the request. */
@Interceptor(order = BearerTokenInterceptor.ORDER)
public final class BearerTokenInterceptor implements ServerInterceptor {

    /** Before everything else that looks at a request. */
    public static final int ORDER = -1000;

    private static final Logger LOG = LoggerFactory.getLogger(BearerTokenInterceptor.class);
    private static final Pattern TOKEN = Pattern.compile("(?i)(bearer|dpop) +(\\S+)");
    private static final String REALM = "Bearer realm=\"anc-registry\"";
    /** RFC 9449, section 7.1. */
    private static final String REALM_OF_KEYS = "DPoP realm=\"anc-registry\", algs=\"%s\""
            .formatted(Possession.ALGORITHMS.stream()
                    .map(JWSAlgorithm::getName)
                    .sorted()
                    .collect(Collectors.joining(" ")));

    private final AccessTokens tokens;

    public BearerTokenInterceptor(AccessTokens tokens) {
        this.tokens = tokens;
    }

    @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLER_SELECTED)
    public void authenticate(RequestDetails request) {
        if (isOpen(request)) {
            return;
        }
        if (request.getParameters().containsKey("access_token")) {
            throw malformed("A token belongs in the Authorization header only: addresses and forms are logged.");
        }
        request.getUserData().put(Caller.class, caller(shown(request)));
    }

    /** What a client must read before it can sign in; a token that is sent all the same is looked at. */
    private static boolean isOpen(RequestDetails request) {
        var metadata = PublicReading.isLooking(request) && "metadata".equals(request.getRequestPath());
        return metadata || (PublicReading.isAskedAt(request) && isWithoutToken(request));
    }

    private static boolean isWithoutToken(RequestDetails request) {
        return request.getHeader("Authorization") == null
                && !request.getParameters().containsKey("access_token");
    }

    private static Shown shown(RequestDetails request) {
        var headers = request.getHeaders("Authorization");
        if (headers == null || headers.isEmpty()) {
            throw challenge(Refusal.SIGN_IN, REALM, "Sign in first: this server answers only to a bearer token.");
        }
        var token = TOKEN.matcher(headers.get(0));
        if (headers.size() > 1) {
            throw malformed("Send one Authorization header, not several.");
        }
        if (!token.matches()) {
            throw challenge(Refusal.SIGN_IN, REALM, "Sign in with a bearer token: other schemes are not known here.");
        }
        return "bearer".equalsIgnoreCase(token.group(1))
                ? Shown.bearer(token.group(2))
                : new Shown(token.group(2), proof(request));
    }

    private static Shown.Proof proof(RequestDetails request) {
        var proofs = request.getHeaders("DPoP");
        if (proofs == null || proofs.size() != 1) {
            throw challenge(
                    Refusal.SIGN_IN, error(TokenFault.PROOF), "Send one DPoP header with a proof of the token's key.");
        }
        var method = Objects.requireNonNull(request.getRequestType()).name();
        return new Shown.Proof(proofs.get(0), method, address(request));
    }

    /** As clients know it: from the configured base, and the path as it was sent. */
    private static String address(RequestDetails request) {
        var base = request.getFhirServerBase();
        if (request instanceof ServletRequestDetails details && details.getServletRequest() != null) {
            var servlet = details.getServletRequest();
            var above =
                    servlet.getContextPath().length() + servlet.getServletPath().length();
            return base + servlet.getRequestURI().substring(above);
        }
        return base + "/" + request.getRequestPath();
    }

    private Caller caller(Shown shown) {
        try {
            return tokens.caller(shown);
        } catch (InvalidToken e) {
            throw challenge(Refusal.SIGN_IN, error(e.fault()), e.fault().description() + " Sign in again.");
        } catch (KeysUnavailable e) {
            LOG.warn("{}", e.getMessage());
            throw Refusal.UNAVAILABLE.because(
                    "Your sign-in cannot be checked just now, because the issuer's keys cannot be read. Try again in"
                            + " a minute.");
        }
    }

    private static BaseServerResponseException malformed(String description) {
        return challenge(Refusal.BAD_REQUEST, error("invalid_request", description), description);
    }

    private static String error(TokenFault fault) {
        return switch (fault) {
            case PROOF -> REALM_OF_KEYS + because("invalid_dpop_proof", fault.description());
            case BOUND -> REALM_OF_KEYS + because("invalid_token", fault.description());
            default -> error("invalid_token", fault.description());
        };
    }

    /** RFC 6750, section 3. */
    private static String error(String code, String description) {
        return REALM + because(code, description);
    }

    private static String because(String code, String description) {
        return ", error=\"" + code + "\", error_description=\"" + description + "\"";
    }

    private static BaseServerResponseException challenge(Refusal refusal, String header, String diagnostics) {
        return refusal.because(diagnostics).addResponseHeader("WWW-Authenticate", header);
    }
}
