package org.ancregistry.sandbox;

import java.util.List;
import org.ancregistry.sandbox.http.Html;
import org.ancregistry.sandbox.http.Response;

/** The frame of the login pages: works without script, in one column, and says on each that it is a sandbox. */
final class Pages {

    static final String STYLE = "/sandbox/esignet.css";

    private static final String POLICY =
            "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final String FRAME = """
            <!DOCTYPE html>
            <html lang="{}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{}</title>
            <link rel="stylesheet" href="{}">
            </head>
            <body>
            <header>
            <p class="banner">{}</p>
            <p class="brand">{}</p>
            </header>
            <main>
            {}
            <h1>{}</h1>
            {}
            </main>
            </body>
            </html>
            """;

    private static final String SUMMARY = """
            <div class="error-summary" id="error-summary" role="alert" tabindex="-1">
            <h2>{}</h2>
            <ul><li><a href="#{}">{}</a></li></ul>
            </div>
            """;

    private Pages() {}

    /**
     * What went wrong with the page before.
     *
     * @param field the id of the field to mend
     * @param text what to do
     */
    record Problem(String field, String text) {

        static final Problem NONE = new Problem("", "");

        boolean isThere() {
            return !text.isEmpty();
        }
    }

    /** A whole page under a heading. */
    static Response page(Texts texts, String heading, Problem problem, List<Html> parts) {
        var title = problem.isThere() ? texts.get("error-prefix") + " " + heading : heading;
        var markup = Html.of(
                FRAME,
                texts.language(),
                title,
                STYLE,
                texts.get("banner"),
                texts.get("brand"),
                summary(texts, problem),
                heading,
                Html.join(parts));
        return Response.text("text/html;charset=UTF-8", markup.markup())
                .with("Content-Security-Policy", POLICY)
                .with("Referrer-Policy", "no-referrer")
                .with("X-Content-Type-Options", "nosniff")
                .notCached();
    }

    private static Html summary(Texts texts, Problem problem) {
        return problem.isThere()
                ? Html.of(SUMMARY, texts.get("problem"), problem.field(), problem.text())
                : Html.none();
    }

    static Html paragraph(String text) {
        return Html.of("<p>{}</p>", text);
    }
}
