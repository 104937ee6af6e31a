package org.ancregistry.server.threats;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.ancregistry.server.testing.Visitor;

/** Somebody who is signed in and goes from page to page, sending forms with noise in some of their fields. */
final class FormWalk {

    private static final Pattern LINK = Pattern.compile("<a [^>]*href=\"(/[^\"#]*)\"");
    private static final Pattern FORM = Pattern.compile("(?s)<form [^>]*action=\"(/[^\"]*)\"[^>]*>(.*?)</form>");
    private static final Pattern FIELD =
            Pattern.compile("<(?:input|textarea|select|button)\\b[^>]*\\bname=\"([^\"]+)\"[^>]*>");
    private static final Pattern VALUE = Pattern.compile("\\bvalue=\"([^\"]*)\"");

    private final Visitor visitor;
    private final String home;

    FormWalk(Visitor visitor, String home) {
        this.visitor = visitor;
        this.home = home;
    }

    /** Sends one of the page's forms or follows one of its links; begins again where there is nothing to do. */
    Wire.Answer step(Noise noise) {
        var forms = FORM.matcher(visitor.page())
                .results()
                .filter(form ->
                        !form.group(1).equals("/sign-out") && !form.group(1).startsWith("/language"))
                .toList();
        var links = LINK.matcher(visitor.page())
                .results()
                .map(link -> link.group(1))
                .filter(link -> link.startsWith(home))
                .toList();
        if (visitor.status() != 200 || visitor.isRedirect() || (forms.isEmpty() && links.isEmpty())) {
            visitor.open(home);
            return answer("GET " + home);
        }
        if (forms.isEmpty() || (!links.isEmpty() && noise.below(3) == 0)) {
            var link = noise.oneOf(links).replace("&amp;", "&");
            visitor.open(link);
            return answer("GET " + link);
        }
        var form = noise.oneOf(forms);
        var fields = fields(form.group(2), noise);
        visitor.submit(form.group(1).replace("&amp;", "&"), fields);
        return answer("POST " + form.group(1) + " " + fields);
    }

    private static Map<String, String> fields(String form, Noise noise) {
        var fields = new TreeMap<String, String>();
        List<String> names = new ArrayList<>();
        FIELD.matcher(form).results().forEach(field -> {
            var value = VALUE.matcher(field.group());
            fields.put(field.group(1), value.find() ? value.group(1) : "");
            names.add(field.group(1));
        });
        fields.remove("_csrf");
        if (noise.below(5) != 0) {
            names.stream()
                    .filter(name -> !name.equals("_csrf") && noise.below(3) == 0)
                    .forEach(name -> fields.put(name, noise.maybe() ? noise.text() : noise.spoilt(fields.get(name))));
        }
        return fields;
    }

    private Wire.Answer answer(String asked) {
        return new Wire.Answer(asked, visitor.status(), visitor.page());
    }
}
