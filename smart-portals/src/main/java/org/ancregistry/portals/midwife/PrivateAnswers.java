package org.ancregistry.portals.midwife;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ancregistry.portals.record.AskedAlone;

/** What she is asked with nobody listening, and what a draft holds of it. */
final class PrivateAnswers {

    /** Whether she was given first-line support against violence. */
    static final String SUPPORTED = "ipv_support";

    private static final String ENQUIRY = "ipv_enquiry";
    private static final String NOT_ASKED = "ipv_not_asked";
    private static final List<String> MOOD = List.of("mood_interest", "mood_down");

    private PrivateAnswers() {}

    static Section section() {
        return new Section(
                "private",
                List.of(
                        Question.of(ENQUIRY),
                        Question.listed(NOT_ASKED),
                        Question.of("ipv"),
                        Question.several("ipv_types"),
                        Question.of(SUPPORTED),
                        Question.listed(MOOD.get(0)),
                        Question.listed(MOOD.get(1))),
                Set.of());
    }

    static AskedAlone of(Draft draft) {
        var said = new LinkedHashMap<String, List<String>>();
        for (var question : Section.ASKED_ALONE.questions()) {
            var codes = Question.codesOf(draft.text(question.name()));
            if (!codes.isEmpty()) {
                said.put(question.name(), codes);
            }
        }
        return new AskedAlone(null, said);
    }

    /** By question, the message: who could not be asked alone is asked nothing of it; why is told, and only then. */
    static Map<String, String> lacking(SectionForm form) {
        var lacking = new LinkedHashMap<String, String>();
        if (!form.section().equals(Section.ASKED_ALONE)) {
            return lacking;
        }
        var reasoned = !form.text(NOT_ASKED).isEmpty();
        if (form.text(ENQUIRY).equals("no")) {
            if (!reasoned) {
                lacking.put(NOT_ASKED, "answers.ipv_not_asked.missing");
            }
            MOOD.stream()
                    .filter(mood -> !form.text(mood).isEmpty())
                    .forEach(mood -> lacking.put(mood, "answers.mood.alone"));
        } else if (reasoned && form.text(ENQUIRY).isEmpty()) {
            lacking.put(ENQUIRY, "answers.ipv_enquiry.missing");
        }
        return lacking;
    }
}
