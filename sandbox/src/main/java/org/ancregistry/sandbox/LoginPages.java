package org.ancregistry.sandbox;

import java.util.List;
import org.ancregistry.sandbox.Pages.Problem;
import org.ancregistry.sandbox.http.Html;
import org.ancregistry.sandbox.http.Response;

/** The pages on which a person says who she is and enters her code. */
final class LoginPages {

    private static final String ID_FORM = """
            <form method="post" action="/authorize/code" novalidate>
            <input type="hidden" name="transaction" value="{}">
            <label for="individual-id">{}</label>
            <p class="hint" id="individual-id-hint">{}</p>
            {}
            <input class="text" id="individual-id" name="individual-id" type="text" inputmode="numeric"\
             autocomplete="off" spellcheck="false" value="{}"{}>
            <fieldset>
            <legend>{}</legend>
            <div class="choice"><input type="radio" id="channel-phone" name="channel" value="phone"{}>\
            <label for="channel-phone">{}</label></div>
            <div class="choice"><input type="radio" id="channel-email" name="channel" value="email"{}>\
            <label for="channel-email">{}</label></div>
            </fieldset>
            <button type="submit" id="get-otp">{}</button>
            </form>
            """;

    private static final String CODE_FORM = """
            <form method="post" action="/authorize/verify" novalidate>
            <input type="hidden" name="transaction" value="{}">
            <input type="hidden" name="channel" value="{}">
            <label for="otp">{}</label>
            {}
            <input class="text" id="otp" name="otp" type="text" inputmode="numeric" autocomplete="one-time-code"{}>
            <button type="submit" id="verify-otp">{}</button>
            <button type="submit" class="second" id="resend-otp" formaction="/authorize/resend">{}</button>
            </form>
            """;

    private static final String PEOPLE = """
            <section class="people" aria-labelledby="people">
            <h2 id="people">{}</h2>
            <table>
            <thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th></tr></thead>
            <tbody>
            {}
            </tbody>
            </table>
            </section>
            """;

    private LoginPages() {}

    /**
     * What a person had typed on the first page.
     *
     * @param individualId the ID number
     * @param channel phone or email
     */
    record Typed(String individualId, String channel) {

        static final Typed NOTHING = new Typed("", "phone");
    }

    static Response askForId(Transaction transaction, Typed typed, Problem problem, List<SandboxPerson> peopleToList) {
        var texts = texts(transaction);
        var asks = texts.get("asks", transaction.client().name());
        var form = Html.of(
                ID_FORM,
                transaction.id(),
                texts.get("id.label"),
                texts.get("id.hint"),
                message("individual-id", problem),
                typed.individualId(),
                describedBy("individual-id", "individual-id-hint", problem),
                texts.get("channel.label"),
                checked(!"email".equals(typed.channel())),
                texts.get("channel.phone"),
                checked("email".equals(typed.channel())),
                texts.get("channel.email"),
                texts.get("get-code"));
        var parts = List.of(Pages.paragraph(asks), form, people(texts, peopleToList));
        return Pages.page(texts, texts.get("title.sign-in"), problem, parts);
    }

    static Response askForCode(Transaction transaction, String channel, Problem problem) {
        var texts = texts(transaction);
        var form = Html.of(
                CODE_FORM,
                transaction.id(),
                channel,
                texts.get("code.label"),
                message("otp", problem),
                describedBy("otp", "", problem),
                texts.get("verify"),
                texts.get("resend"));
        var parts = List.of(
                Pages.paragraph(texts.get("code.sent", transaction.codeSentAt())),
                Html.of("<p class=\"hint\">{}</p>", texts.get("code.sandbox")),
                form);
        return Pages.page(texts, texts.get("title.code"), problem, parts);
    }

    /** The end of a way on which no try is left; the person can only go back. */
    static Response exhausted(Transaction transaction, String address) {
        var texts = texts(transaction);
        var back = texts.get("back", transaction.client().name());
        var link = Html.of("<a class=\"button\" id=\"back-to-client\" href=\"{}\">{}</a>", address, back);
        var parts = List.of(Pages.paragraph(texts.error("no_attempts_left")), link);
        return Pages.page(texts, texts.get("title.exhausted"), Problem.NONE, parts);
    }

    /** eSignet shows what is wrong with a request on its own page and never sends the person back. */
    static Response refused(Texts texts, String code) {
        var parts = List.of(
                Pages.paragraph(texts.error(code)),
                Pages.paragraph(texts.get("refused.what")),
                Html.of("<p class=\"hint\" id=\"error-code\">{}</p>", texts.get("refused.code", code)));
        return Pages.page(texts, texts.get("title.refused"), Problem.NONE, parts);
    }

    static Texts texts(Transaction transaction) {
        return Texts.of(transaction.request().words("ui_locales"));
    }

    private static Html people(Texts texts, List<SandboxPerson> people) {
        if (people.isEmpty()) {
            return Html.none();
        }
        var rows = people.stream()
                .map(person -> Html.of(
                        "<tr><td>{}</td><td>{}</td><td>{}</td></tr>",
                        person.name(),
                        person.individualId(),
                        texts.get("people." + SandboxPeople.roleOf(person))))
                .toList();
        return Html.of(
                PEOPLE,
                texts.get("people.title"),
                texts.get("people.name"),
                texts.get("people.id"),
                texts.get("people.about"),
                Html.join(rows));
    }

    private static Html message(String field, Problem problem) {
        return problem.isThere()
                ? Html.of("<p class=\"problem\" id=\"{}-error\">{}</p>", field, problem.text())
                : Html.none();
    }

    private static Html describedBy(String field, String hint, Problem problem) {
        var error = problem.isThere() ? field + "-error" : "";
        var ids = (hint + " " + error).strip();
        var invalid = problem.isThere() ? " aria-invalid=\"true\"" : "";
        return ids.isEmpty() ? Html.none() : new Html(" aria-describedby=\"" + ids + "\"" + invalid);
    }

    private static Html checked(boolean isChecked) {
        return isChecked ? new Html(" checked") : Html.none();
    }
}
