package org.ancregistry.portals.midwife;

import static org.ancregistry.portals.midwife.Question.Kind.CHOICE;
import static org.ancregistry.portals.midwife.Question.Kind.DATE;
import static org.ancregistry.portals.midwife.Question.Kind.LINES;
import static org.ancregistry.portals.midwife.Question.Kind.PHONE;
import static org.ancregistry.portals.midwife.Question.Kind.TEXT;
import static org.ancregistry.portals.midwife.Question.Kind.WHOLE;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A page of questions that belong together and are saved together, in the order in which a midwife asks.
 *
 * @param required the questions it cannot do without
 */
record Section(String name, List<Question> questions, Set<String> required) {

    static final String NAME = "name";
    static final String BIRTH_DATE = "birth_date";
    static final String AGE = "age";
    static final String ADDRESS = "address";

    /** Which doses of tetanus vaccine she had before; the day of each that is known is asked after it. */
    static final String TETANUS_HISTORY = "ttcv_history";

    /** Where she is seen. */
    static final String PLACE = "contact_type";

    /** Whether she may be sent text messages. */
    static final String TEXTS = "texts";

    /** What a woman says of herself when no national ID says it. */
    static final Section DETAILS = new Section(
            "details",
            List.of(
                    Question.own(NAME, TEXT),
                    Question.own(BIRTH_DATE, DATE),
                    Question.own(AGE, WHOLE),
                    Question.own(ADDRESS, LINES)),
            Set.of(NAME));

    static final List<String> PRESSURES = List.of("systolic", "diastolic", "repeat_systolic", "repeat_diastolic");

    /** A pressure that is very high is taken again at once. */
    static final Section AGAIN = new Section(
            "again", fields("repeat_systolic", "repeat_diastolic"), Set.of("repeat_systolic", "repeat_diastolic"));

    /** What she is asked only with nobody listening, and need not answer. */
    static final Section ASKED_ALONE = PrivateAnswers.section();

    /** The parts of step 4. */
    static final List<Section> HISTORY = List.of(
            new Section(
                    "pregnancy",
                    List.of(
                            Question.of("lmp"),
                            Question.of("lmp_certainty"),
                            Question.of("ultrasound_date"),
                            Question.own(DraftAnswers.SCAN_WEEKS, WHOLE),
                            Question.own(DraftAnswers.SCAN_DAYS, WHOLE),
                            Question.of("ultrasound_edd"),
                            Question.of("gravida"),
                            Question.of("parity"),
                            Question.of("living_children"),
                            Question.of("miscarriages"),
                            Question.of("stillbirths"),
                            Question.of("caesareans"),
                            Question.of("last_delivery_date")),
                    Set.of("gravida", "parity")),
            new Section(
                    "past",
                    fields(
                            "prev_preeclampsia",
                            "prev_eclampsia",
                            "prev_convulsions",
                            "prev_gdm",
                            "prev_pph",
                            "prev_macrosomia",
                            "prev_tear",
                            "prev_instrumental",
                            "prev_neonatal_death"),
                    Set.of()),
            new Section(
                    "measured",
                    Stream.concat(
                                    Stream.of(Question.own(
                                            PLACE, CHOICE, "field-clinic", "home-visit", "hospital-clinic")),
                                    fields(
                                            "height",
                                            "weight",
                                            "systolic",
                                            "diastolic",
                                            "repeat_systolic",
                                            "repeat_diastolic",
                                            "blood_group",
                                            "rh")
                                            .stream())
                            .toList(),
                    Set.of(PLACE)),
            new Section(
                    "health",
                    with(
                            List.of(
                                    Question.several("allergies"),
                                    Question.own("allergies" + DraftAnswers.OTHER, TEXT),
                                    Question.several(
                                            "medications",
                                            "ANC.B6.DE110",
                                            "ANC.B6.DE111",
                                            "ANC.B6.DE130",
                                            "ANC.B6.DE127",
                                            "ANC.B6.DE124",
                                            "ANC.B6.DE117",
                                            "ANC.B6.DE115",
                                            "ANC.B6.DE114",
                                            "ANC.B6.DE123",
                                            "ANC.B6.DE136",
                                            "ANC.B6.DE138"),
                                    Question.own("medications" + DraftAnswers.OTHER, TEXT),
                                    Question.several("alcohol_substances"),
                                    Question.own("alcohol_substances" + DraftAnswers.OTHER, TEXT),
                                    Question.of(TETANUS_HISTORY),
                                    Question.of("tt1_date"),
                                    Question.of("tt2_date"),
                                    Question.of("tt3_date"),
                                    Question.of("tt4_date"),
                                    Question.of("tt5_date")),
                            "hx_hypertension",
                            "hx_dm1",
                            "hx_dm2",
                            "hx_heart",
                            "hx_kidney",
                            "hx_epilepsy",
                            "hx_asthma",
                            "hx_thyroid",
                            "hx_blood_disorder",
                            "hx_autoimmune",
                            "hx_vte",
                            "hx_mental",
                            "tobacco"),
                    Set.of()),
            new Section(
                    "home",
                    List.of(
                            Question.own("phone", PHONE),
                            Question.own("phone_shared", CHOICE, "own", "shared", "none"),
                            Question.own(TEXTS, CHOICE, "agreed", "refused"),
                            Question.own("language", CHOICE, "si", "ta", "en"),
                            Question.own("contact_name", TEXT),
                            Question.own("contact_phone", PHONE)),
                    Set.of("language")),
            ASKED_ALONE,
            new Section(
                    "agreement",
                    List.of(Question.own(Steps.CONSENT, CHOICE, "agreed", "refused")),
                    Set.of(Steps.CONSENT)));

    Section {
        questions = List.copyOf(questions);
        required = Set.copyOf(required);
    }

    /** The days of her tetanus doses: few women know them, so their boxes stand folded at the end of the page. */
    public List<Question> doses() {
        return questions.stream().filter(Section::isDose).toList();
    }

    /** A list that is read out to her: most women say no to all of it. */
    public List<Question> yesNo() {
        return questions.stream()
                .filter(question -> question.kind() == Question.Kind.YES_NO)
                .toList();
    }

    /** The second reading of her pressure: only a raised one is taken again, so its boxes stand folded. */
    public List<Question> second() {
        return questions.stream().filter(Section::isSecond).toList();
    }

    /** What stands before them. */
    public List<Question> plain() {
        return questions.stream()
                .filter(question -> !isDose(question) && !isSecond(question))
                .toList();
    }

    private static boolean isSecond(Question question) {
        return question.name().startsWith("repeat_");
    }

    private static boolean isDose(Question question) {
        return question.name().matches("tt[1-5]_date");
    }

    static Optional<Section> named(String name) {
        return all().filter(section -> section.name().equals(name)).findFirst();
    }

    static Stream<Section> all() {
        return Stream.concat(Stream.of(DETAILS), HISTORY.stream());
    }

    /** Whether anything of it was entered. */
    boolean begun(Draft draft) {
        return draft.entries().keySet().stream()
                .map(entry -> entry.replaceAll("\\..*", ""))
                .anyMatch(this::asks);
    }

    boolean asks(String question) {
        return questions.stream().anyMatch(asked -> asked.name().equals(question));
    }

    /** What is ticked, after what is answered yes or no. */
    private static List<Question> with(List<Question> last, String... names) {
        return Stream.concat(fields(names).stream(), last.stream()).toList();
    }

    private static List<Question> fields(String... names) {
        return Stream.of(names).map(Question::of).toList();
    }
}
