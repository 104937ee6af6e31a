package org.ancregistry.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.ancregistry.sandbox.LoginPages.Typed;
import org.ancregistry.sandbox.Pages.Problem;
import org.ancregistry.sandbox.http.Request;
import org.ancregistry.sandbox.http.Response;

/** Leads a person through the pages: her ID, her code, her consent, and back to where she came from. */
final class LoginFlow {

    /** The page gives up a little before the server would. */
    private static final long SECONDS_TO_DECIDE = ConsentDesk.TO_DECIDE.toSeconds() - 5;

    private final Realm realm;
    private final Desks desks;
    private final Redirects redirects;

    LoginFlow(Realm realm, Desks desks) {
        this.realm = realm;
        this.desks = desks;
        redirects = new Redirects(realm);
    }

    /** The page behind {@code authorization_endpoint}. */
    Response begin(Request request) {
        var query = request.query();
        try {
            var pushed = query.get("request_uri");
            var transaction = pushed.isEmpty() || !realm.profile().hasPushedRequests()
                    ? desks.authorize().open(new AuthorizeRequest(query.firsts()))
                    : desks.authorize().openPushed(query.get("client_id"), pushed);
            return askForId(desks.transactions().begin(transaction), Typed.NOTHING, Problem.NONE);
        } catch (Refusal refusal) {
            var texts = Texts.of(new AuthorizeRequest(query.firsts()).words("ui_locales"));
            return LoginPages.refused(texts, refusal.code());
        }
    }

    private Response askForId(Transaction transaction, Typed typed, Problem problem) {
        var people = realm.settings().listsPeople() ? realm.settings().people() : List.<SandboxPerson>of();
        return LoginPages.askForId(transaction, typed, problem, people);
    }

    Response sendCode(Request request) {
        return step(request, this::sendCode);
    }

    private Response sendCode(Request request, Transaction transaction) {
        var form = request.form();
        var typed = new Typed(form.get("individual-id").strip(), form.get("channel"));
        try {
            send(transaction, typed);
            return LoginPages.askForCode(transaction, typed.channel(), Problem.NONE);
        } catch (Refusal refusal) {
            return askForId(transaction, typed, problem(transaction, "individual-id", refusal));
        }
    }

    private void send(Transaction transaction, Typed typed) {
        var channels =
                Stream.of(typed.channel()).filter(channel -> !channel.isEmpty()).toList();
        var targets = desks.signIn().sendCode(transaction, typed.individualId(), channels);
        targets.values().stream().filter(Objects::nonNull).findFirst().ifPresent(transaction::codeSentAt);
    }

    Response resend(Request request) {
        return step(request, this::resend);
    }

    private Response resend(Request request, Transaction transaction) {
        var channel = request.form().get("channel");
        try {
            send(transaction, new Typed(transaction.codeSentTo(), channel));
            return LoginPages.askForCode(transaction, channel, Problem.NONE);
        } catch (Refusal refusal) {
            return LoginPages.askForCode(transaction, channel, problem(transaction, "otp", refusal));
        }
    }

    Response verify(Request request) {
        return step(request, this::verify);
    }

    private Response verify(Request request, Transaction transaction) {
        var form = request.form();
        var code = new SignInDesk.Challenge("OTP", form.get("otp").strip());
        try {
            desks.signIn().authenticate(transaction, transaction.codeSentTo(), List.of(code));
            return transaction.proof().mustAsk() ? askForConsent(transaction, Problem.NONE) : leave(transaction);
        } catch (Refusal refusal) {
            return refuseCode(transaction, form.get("channel"), refusal);
        }
    }

    /** After the last try the pages do not wait for a fourth: the ID is blocked at once, and they say so. */
    private Response refuseCode(Transaction transaction, String channel, Refusal refusal) {
        if (SignInDesk.isExhausted(transaction)) {
            realm.block(transaction.codeSentTo());
            return LoginPages.exhausted(transaction, failure(transaction, "no_attempts_left"));
        }
        return LoginPages.askForCode(transaction, channel, problem(transaction, "otp", refusal));
    }

    /** The page leaves by itself when the time to decide is over, as the real one does by script. */
    private Response askForConsent(Transaction transaction, Problem problem) {
        var timeout = SECONDS_TO_DECIDE + ";url=/authorize/timeout?transaction=" + transaction.id();
        return ConsentPage.of(transaction, problem).with("Refresh", timeout);
    }

    Response timeout(Request request) {
        try {
            var transaction = desks.transactions().known(request.query().get("transaction"));
            return back(transaction, "transaction_timeout");
        } catch (Refusal refusal) {
            return LoginPages.refused(Texts.in("en"), refusal.code());
        }
    }

    Response decide(Request request) {
        return step(request, this::decide);
    }

    private Response decide(Request request, Transaction transaction) {
        var form = request.form();
        if ("cancel".equals(form.get("decision"))) {
            return back(transaction, "access_denied");
        }
        if (isTooLate(transaction)) {
            return back(transaction, "transaction_timeout");
        }
        var claims = new ArrayList<>(transaction.claims().essential());
        claims.addAll(form.all("claim"));
        return leave(transaction, claims, form.all("scope"));
    }

    private boolean isTooLate(Transaction transaction) {
        var end = transaction.proof().at().plusSeconds(SECONDS_TO_DECIDE);
        return !realm.clock().instant().isBefore(end);
    }

    private Response leave(Transaction transaction) {
        return leave(transaction, List.of(), List.of());
    }

    private Response leave(Transaction transaction, List<String> claims, List<String> scopes) {
        return Response.redirect(redirects.success(transaction, desks.complete(transaction, claims, scopes)));
    }

    private Response back(Transaction transaction, String error) {
        desks.transactions().end(transaction);
        return Response.redirect(failure(transaction, error));
    }

    private String failure(Transaction transaction, String error) {
        return redirects.failure(transaction, error, Texts.in("en").error(error));
    }

    private static Problem problem(Transaction transaction, String field, Refusal refusal) {
        return new Problem(field, LoginPages.texts(transaction).error(refusal.code()));
    }

    /** One page's answer within a transaction. */
    private interface Step {
        Response take(Request request, Transaction transaction);
    }

    /** Latecomers are led back; whoever comes with nothing known is told so. */
    private Response step(Request request, Step step) {
        var id = request.form().get("transaction");
        try {
            return step.take(request, desks.transactions().live(id));
        } catch (Refusal refusal) {
            return lost(id, refusal);
        }
    }

    private Response lost(String id, Refusal refusal) {
        try {
            return back(desks.transactions().known(id), refusal.code());
        } catch (Refusal unknown) {
            return LoginPages.refused(Texts.in("en"), unknown.code());
        }
    }
}
