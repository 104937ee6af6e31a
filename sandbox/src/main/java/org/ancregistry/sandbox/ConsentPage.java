package org.ancregistry.sandbox;

import java.util.List;
import org.ancregistry.sandbox.Pages.Problem;
import org.ancregistry.sandbox.http.Html;
import org.ancregistry.sandbox.http.Response;

/** The page on which a person allows what is passed on: what is needed is shown, what is voluntary is hers to tick. */
final class ConsentPage {

    private static final String FORM = """
            <form method="post" action="/authorize/consent">
            <input type="hidden" name="transaction" value="{}">
            {}
            {}
            {}
            <p class="hint">{}</p>
            <button type="submit" id="allow" name="decision" value="allow">{}</button>
            <button type="submit" class="second" id="cancel" name="decision" value="cancel">{}</button>
            </form>
            """;

    private static final String GROUP = """
            <fieldset>
            <legend>{}</legend>
            {}
            </fieldset>
            """;

    private static final String NEEDED = """
            <div class="choice"><input type="checkbox" id="claim-{}" checked disabled>\
            <label for="claim-{}">{}</label></div>""";

    private static final String CHOICE = """
            <div class="choice"><input type="checkbox" id="{}-{}" name="{}" value="{}">\
            <label for="{}-{}">{}</label></div>""";

    private ConsentPage() {}

    static Response of(Transaction transaction, Problem problem) {
        var texts = LoginPages.texts(transaction);
        var client = transaction.client().name();
        var claims = transaction.claims();
        var needed =
                claims.essential().stream().map(claim -> needed(texts, claim)).toList();
        var voluntary = claims.voluntary().stream()
                .map(claim -> choice("claim", claim, texts.get("claim." + claim)))
                .toList();
        var scopes = transaction.authorizeScopes().stream()
                .map(scope -> choice("scope", scope, scope))
                .toList();
        var form = Html.of(
                FORM,
                transaction.id(),
                group(texts.get("consent.essential"), needed),
                group(texts.get("consent.voluntary"), voluntary),
                group(texts.get("consent.scopes"), scopes),
                texts.get("consent.note", client),
                texts.get("allow"),
                texts.get("cancel"));
        var parts = List.of(
                Pages.paragraph(texts.get("consent.asks", client)), Pages.paragraph(texts.get("consent.time")), form);
        return Pages.page(texts, texts.get("title.consent"), problem, parts);
    }

    private static Html group(String legend, List<Html> choices) {
        return choices.isEmpty() ? Html.none() : Html.of(GROUP, legend, Html.join(choices));
    }

    private static Html needed(Texts texts, String claim) {
        return Html.of(NEEDED, claim, claim, texts.get("claim." + claim));
    }

    private static Html choice(String kind, String name, String label) {
        return Html.of(CHOICE, kind, name, kind, name, kind, name, label);
    }
}
