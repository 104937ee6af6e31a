package org.ancregistry.domain.clinical;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which answers to the private questions cannot all be true, wherever they are written down. */
class AskedAloneTest {

    private static final Answer YES = new Answer.YesNo(true);
    private static final Answer NO = new Answer.YesNo(false);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private final Map<String, Answer> nimali = new HashMap<>();

    @Test
    void sheWasAskedAndSaysYesWithAllThatFollows() {
        nimali.put("ipv_enquiry", YES);
        nimali.put("ipv", YES);
        nimali.put("ipv_types", new Answer.ChosenAll(List.of("ANC.B8.DE130", "ANC.B8.DE133")));
        nimali.put("ipv_support", NO);
        nimali.put("mood_interest", new Answer.Chosen("LA6570-1"));
        nimali.put("mood_down", new Answer.Chosen("LA6568-5"));
        assertThat(problems()).isEmpty();
    }

    @Test
    void sheWasAskedAndDoesNotAnswer() {
        nimali.put("ipv_enquiry", YES);
        assertThat(problems()).isEmpty();
    }

    @Test
    void somebodyListened() {
        nimali.put("ipv_enquiry", NO);
        nimali.put("ipv_not_asked", new Answer.Chosen("ANC.B8.DE125"));
        assertThat(problems()).isEmpty();
    }

    @Test
    void herMoodIsAskedWithoutTheRest() {
        nimali.put("mood_down", new Answer.Chosen("LA6571-9"));
        assertThat(problems()).isEmpty();
    }

    @Test
    void anAnswerWithoutTheQuestion() {
        nimali.put("ipv", NO);
        assertThat(problems()).containsExactly("ipv contradiction");
        nimali.put("ipv_enquiry", NO);
        assertThat(problems()).containsExactly("ipv contradiction");
    }

    @Test
    void aReasonWhyNotThoughSheWasAsked() {
        nimali.put("ipv_enquiry", YES);
        nimali.put("ipv_not_asked", new Answer.Chosen("ANC.B8.DE126"));
        assertThat(problems()).containsExactly("ipv_not_asked contradiction");
    }

    @Test
    void waysAndSupportWithoutViolence() {
        nimali.put("ipv_enquiry", YES);
        nimali.put("ipv", NO);
        nimali.put("ipv_types", new Answer.Chosen("ANC.B8.DE132"));
        nimali.put("ipv_support", YES);
        assertThat(problems()).containsExactlyInAnyOrder("ipv_types contradiction", "ipv_support contradiction");
        nimali.remove("ipv");
        assertThat(problems()).containsExactlyInAnyOrder("ipv_types contradiction", "ipv_support contradiction");
    }

    /** At a contact, on the phone and in what is added to one as at registration. */
    @ParameterizedTest
    @EnumSource(Occasion.Stage.class)
    void isTheSameOnEveryOccasion(Occasion.Stage stage) {
        nimali.put("ipv", YES);
        assertThat(Answers.review(nimali, new Occasion(stage, TODAY, null, null))
                        .problems())
                .filteredOn(problem -> problem.code().equals(AnswerProblem.CONTRADICTION))
                .extracting(AnswerProblem::field)
                .containsExactly("ipv");
    }

    @ParameterizedTest
    @CsvSource({
        "LA6568-5, LA6568-5, 0, false",
        "LA6569-3, LA6569-3, 2, false",
        "LA6569-3, LA6570-1, 3, true",
        "LA6571-9, LA6568-5, 3, true",
        "LA6571-9, LA6571-9, 6, true",
    })
    void addsUpHerMood(String interest, String down, int points, boolean talk) {
        var score = MoodScore.of(interest, down).orElseThrow();
        assertThat(score.points()).isEqualTo(points);
        assertThat(score.isToBeTalkedAbout()).isEqualTo(talk);
    }

    @Test
    void halfAnAnswerIsNoScore() {
        assertThat(MoodScore.of("LA6571-9", null)).isEmpty();
        assertThat(MoodScore.of("LA6571-9", "no code")).isEmpty();
    }

    private List<String> problems() {
        return Answers.review(nimali, Occasion.addendum(TODAY)).problems().stream()
                .map(problem -> problem.field() + " " + problem.code())
                .toList();
    }
}
