package org.ancregistry.server.journeys;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ancregistry.sandbox.SandboxPeople;
import org.ancregistry.sandbox.SandboxPerson;
import org.ancregistry.server.testing.DemoStaff;

/**
 * Finds English that was left on a page in Sinhala or Tamil. Names of people and places, codes and units are the same in
 * all languages; MOH and VOG are what everybody in Sri Lanka calls the office and the specialist, and a language is offered
 * under its own name.
 */
final class ForeignWords {

    private static final Pattern WORD = Pattern.compile("[A-Za-z]{2,}");
    private static final Pattern PHN = Pattern.compile("\\b\\d{4} [0-9A-Z]{6} [0-9A-Z]\\b");
    private static final Set<String> THE_SAME = Set.of(
            "ANC",
            "Registry",
            "MOH",
            "VOG",
            "PHN",
            "eSignet",
            "QR",
            "PDF",
            "CSV",
            "PIN",
            "English",
            "kg",
            "mg",
            "cm",
            "mmHg",
            "dL",
            "Rh",
            "AB",
            "HIV",
            "OGTT",
            "DT");
    private static final Set<String> NAMES = names();

    /** Everything that is read or heard, but for what is marked as English and what somebody gave as a name. */
    private static final String TEXTS = """
            () => {
              const heard = ['aria-label', 'title', 'alt', 'placeholder'];
              const said = [document.title];
              const walk = element => {
                if (element.matches('script, style, [lang=en], [translate=no]')) return;
                heard.forEach(name => said.push(element.getAttribute(name) || ''));
                element.childNodes.forEach(child => {
                  if (child.nodeType === Node.TEXT_NODE) said.push(child.data);
                  if (child.nodeType === Node.ELEMENT_NODE) walk(child);
                });
              };
              walk(document.body);
              return said.join('\\n');
            }""";

    private ForeignWords() {}

    static List<String> on(Page page) {
        var texts = PHN.matcher((String) page.evaluate(TEXTS)).replaceAll("");
        return WORD.matcher(texts)
                .results()
                .map(MatchResult::group)
                .filter(word -> !THE_SAME.contains(word) && !NAMES.contains(word))
                .distinct()
                .toList();
    }

    private static Set<String> names() {
        var people = SandboxPeople.all().stream().flatMap(ForeignWords::said);
        var unproven = Stream.of(true, false).flatMap(scripts -> new Cast(scripts).unprovenNames());
        return Stream.of(people, unproven, DemoStaff.unitNames().stream())
                .flatMap(texts -> texts)
                .flatMap(text -> WORD.matcher(text).results().map(MatchResult::group))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What a person gives as her name and where she lives. */
    private static Stream<String> said(SandboxPerson person) {
        var lives = person.contact().address();
        return lives == null
                ? Stream.of(person.name())
                : Stream.of(person.name(), lives.streetAddress(), lives.locality(), lives.region(), lives.country());
    }
}
