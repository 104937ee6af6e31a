package org.ancregistry.sandbox;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ancregistry.sandbox.http.Parameters;

/** A person at the login pages, without script: she reads the page and sends its form. */
final class Visitor {

    private static final Pattern TRANSACTION = Pattern.compile("name=\"transaction\" value=\"([^\"]+)\"");

    private final URI authorize;
    private Answer page;

    private Visitor(URI authorize) {
        this.authorize = authorize;
        page = Web.get(authorize.toString());
    }

    static Visitor at(URI authorize) {
        return new Visitor(authorize);
    }

    /** All the way to the code, with everything allowed that is named. */
    static String codeFor(RelyingParty party, Map<String, String> request, SandboxPerson who, String... allowed) {
        return at(party.authorize(request))
                .askForCode(who)
                .enter(SandboxPeople.OTP)
                .allowIfAsked(allowed)
                .page()
                .sentBack()
                .get("code");
    }

    Answer page() {
        return page;
    }

    Visitor askForCode(SandboxPerson who) {
        return askForCode(who.individualId(), who.contact().phoneNumber() == null ? "email" : "phone");
    }

    Visitor askForCode(String individualId, String channel) {
        return send("/authorize/code", Map.of("individual-id", individualId, "channel", channel));
    }

    Visitor enter(String otp) {
        return send("/authorize/verify", Map.of("otp", otp, "channel", "phone"));
    }

    Visitor resend() {
        return send("/authorize/resend", Map.of("channel", "phone"));
    }

    Visitor allow(String... claims) {
        var choices = List.of(claims).stream()
                .map(claim -> Parameters.encode(Map.of("claim", claim)))
                .collect(Collectors.joining("&"));
        return send("/authorize/consent", "decision=allow&" + choices);
    }

    private Visitor allowIfAsked(String... claims) {
        return page.status() == 302 ? this : allow(claims);
    }

    Visitor cancel() {
        return send("/authorize/consent", Map.of("decision", "cancel"));
    }

    private Visitor send(String path, Map<String, String> fields) {
        return send(path, Parameters.encode(new LinkedHashMap<>(fields)));
    }

    private Visitor send(String path, String fields) {
        var body = Parameters.encode(Map.of("transaction", transaction())) + "&" + fields;
        page = Web.post(authorize.resolve(path).toString(), "application/x-www-form-urlencoded", body, Map.of());
        return this;
    }

    private String transaction() {
        var hidden = TRANSACTION.matcher(page.body());
        if (!hidden.find()) {
            throw new AssertionError("No form on this page: " + page);
        }
        return hidden.group(1);
    }
}
