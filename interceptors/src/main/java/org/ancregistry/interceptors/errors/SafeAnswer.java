package org.ancregistry.interceptors.errors;

import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ancregistry.interceptors.Refusal;
import org.hl7.fhir.r4.model.OperationOutcome;

/** What may be said about a problem. Our own refusals are said as they are; of all others only what cannot hurt. */
final class SafeAnswer {

    private static final Pattern HAPI_NUMBER = Pattern.compile("HAPI-\\d+: ");
    private static final Pattern QUOTED = Pattern.compile("(element=\"[^\"]*\")|\"[^\"]*\"");
    private static final String BODY = "Failed to parse request body";
    private static final int LONGEST = 300;

    private SafeAnswer() {}

    static BaseServerResponseException to(Throwable problem) {
        if (problem instanceof DataFormatException) {
            return Refusal.BAD_REQUEST.because("The body is not FHIR that this server can read.");
        }
        if (!(problem instanceof BaseServerResponseException known)) {
            return failed();
        }
        return isOurs(known) ? known : said(known);
    }

    private static BaseServerResponseException said(BaseServerResponseException known) {
        return switch (known.getStatusCode()) {
            // Nothing changed since: neither an error nor an answer with a body.
            case 304 -> known;
            case 401 -> Refusal.SIGN_IN.because("Sign in first.");
            case 403 -> Refusal.FORBIDDEN.because("You may not do this.");
            case 404, 410 -> Refusal.NOT_FOUND.because(Refusal.NO_SUCH_RECORD);
            case 409 -> Refusal.CONFLICT.because("Somebody else changed this at the same moment. Read it again first.");
            case 429 -> Refusal.TOO_MANY_ATTEMPTS.because("Too many attempts. Wait a minute.");
            case 503 -> Refusal.UNAVAILABLE.because("The registry is busy. Try again in a minute.");
            default -> known.getStatusCode() < 500 ? badRequest(known) : failed();
        };
    }

    /** What the client did wrong, in HAPI's words; a value that could not be read may be anything and is not repeated. */
    private static BaseServerResponseException badRequest(BaseServerResponseException known) {
        var words = HAPI_NUMBER.matcher(String.valueOf(known.getMessage())).replaceAll("");
        var message = words.startsWith(BODY) || isUnreadable(known) ? withoutValues(words) : words;
        var text = message.length() > LONGEST ? message.substring(0, LONGEST) + "…" : message;
        known.setOperationOutcome(Refusal.BAD_REQUEST.outcome(text));
        return known;
    }

    private static String withoutValues(String words) {
        return QUOTED.matcher(words).replaceAll(quoted -> quoted.group(1) == null ? "\"…\"" : "$1");
    }

    private static boolean isUnreadable(Throwable problem) {
        return Stream.iterate(problem, one -> one != null, Throwable::getCause)
                .anyMatch(DataFormatException.class::isInstance);
    }

    private static BaseServerResponseException failed() {
        return Refusal.FAILED.because(
                "Something went wrong in the registry. Nothing was changed. Try again, and say the"
                        + " number in X-Request-ID when you ask for help.");
    }

    private static boolean isOurs(BaseServerResponseException known) {
        return known.getOperationOutcome() instanceof OperationOutcome outcome
                && outcome.getIssue().stream()
                        .anyMatch(issue -> issue.getDetails().getCoding().stream()
                                .anyMatch(coding -> Refusal.PROBLEMS.equals(coding.getSystem())));
    }

    /** The coded reason of an answer, for the audit. */
    static String codeOf(BaseServerResponseException answer) {
        return answer.getOperationOutcome() instanceof OperationOutcome outcome && outcome.hasIssue()
                ? String.valueOf(outcome.getIssueFirstRep()
                        .getDetails()
                        .getCodingFirstRep()
                        .getCode())
                : String.valueOf(answer.getStatusCode());
    }
}
