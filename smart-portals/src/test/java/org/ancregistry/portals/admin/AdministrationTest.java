package org.ancregistry.portals.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ancregistry.domain.access.Role;
import org.ancregistry.portals.signin.SignedInPerson;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SpringBootTest(classes = AdminUnderTest.class, properties = "anc.base-url=http://localhost")
@AutoConfigureMockMvc
class AdministrationTest {

    private static final SignedInPerson ADMINISTRATOR = AdminUnderTest.administrator();
    private static final SignedInPerson SUPERVISOR = AdminUnderTest.supervisor();

    @Autowired
    private MockMvcTester browser;

    @DynamicPropertySource
    static void directory(DynamicPropertyRegistry properties) {
        properties.add("anc.registry.url", AdminUnderTest.DIRECTORY::base);
    }

    @BeforeEach
    void begin() {
        AdminUnderTest.begin();
    }

    @Test
    void showsWhoWorksWhereAndWhoCannotSignInYet() throws Exception {
        assertThat(read(ADMINISTRATOR, "/admin"))
                .contains("Kumari Jayasinghe", "Midwife (PHM)", "Temple Road field clinic", "Galewela 1")
                .containsPattern(Pattern.compile("Kumari(?s:.){0,900}Not linked yet"))
                .containsPattern(Pattern.compile("A\\. de Alwis(?s:.){0,900}Can sign in"));
    }

    @Test
    void findsPeopleByTheBeginningOfTheirName() throws Exception {
        assertThat(read(ADMINISTRATOR, "/admin?name=kum"))
                .contains("Kumari Jayasinghe")
                .doesNotContain("Thilakawathie");
        assertThat(read(ADMINISTRATOR, "/admin?name=zzz")).contains("Nobody has a name that begins like this");
    }

    @Test
    void leadsThroughALongList() throws Exception {
        for (var number = 10; number < 45; number++) {
            AdminUnderTest.person("p" + number, "Nurse " + number, Role.CLINIC_NURSE, "hospital");
        }

        assertThat(read(ADMINISTRATOR, "/admin?name=nurse"))
                .contains("Nurse 34", "href=\"/admin?page=1&amp;name=nurse\"")
                .doesNotContain("Nurse 35");
        assertThat(read(ADMINISTRATOR, "/admin?name=nurse&page=1")).contains("Nurse 35", "Nurse 44", "page=0");
    }

    @Test
    void showsASupervisorTheMidwivesOfHerAreaOnly() throws Exception {
        assertThat(read(SUPERVISOR, "/admin"))
                .contains("Kumari Jayasinghe")
                .doesNotContain("Thilakawathie", "Perera", "de Alwis</a>", "/admin/units");
    }

    @Test
    void takesAMidwifeOnAndShowsHerCodeOnce() throws Exception {
        var page = whole(send(ADMINISTRATOR, "/admin/people/new", silva("  K. Silva \u0DC1\u0DCA\u200D\u0DBB\u0DD3 ")));

        assertThat(page).contains("K. Silva", "BCDF-GHJK-0001", "30 November 2026, 10:30");
        var person = made(Practitioner.class);
        assertThat(person.getName()).singleElement().satisfies(name -> {
            assertThat(name.getText()).isEqualTo("K. Silva \u0DC1\u0DCA\u200D\u0DBB\u0DD3");
            assertThat(name.hasFamily()).isFalse();
        });
        var job = Job.of(made(PractitionerRole.class)).orElseThrow();
        assertThat(job.role()).isEqualTo(Role.MIDWIFE);
        assertThat(job.facility()).isEqualTo("clinic");
        assertThat(job.areas()).containsExactly("galewela-2");
        assertThat(job.practitioner()).isEqualTo(person.getIdElement().getIdPart());
        assertThat(read(ADMINISTRATOR, "/admin/people/" + job.practitioner())).doesNotContain("BCDF-GHJK");
    }

    @Test
    void makesOnePersonWhenTheFormIsSentTwice() {
        var form = silva("K. Silva");

        send(ADMINISTRATOR, "/admin/people/new", form);
        send(ADMINISTRATOR, "/admin/people/new", form);

        assertThat(AdminUnderTest.DIRECTORY.all(Practitioner.class)).hasSize(6);
        assertThat(AdminUnderTest.DIRECTORY.all(PractitionerRole.class)).hasSize(6);
        assertThat(AdminUnderTest.LINKS.codes).containsValue("BCDF-GHJK-0002").hasSize(1);
    }

    @Test
    void correctsThePersonWhenTheSameFormComesBackWithAnotherName() {
        var form = silva("K. Slva");
        send(ADMINISTRATOR, "/admin/people/new", form);
        form[9] = "K. Silva";

        send(ADMINISTRATOR, "/admin/people/new", form);

        assertThat(AdminUnderTest.DIRECTORY.all(Practitioner.class)).hasSize(6);
        assertThat(made(Practitioner.class).getNameFirstRep().getText()).isEqualTo("K. Silva");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    midwife        | ''       | clinic   | galewela-1 | name-error     | Enter the full name
                    midwife        | K. Silva | ''       | galewela-1 | facility-error | Choose where this person works
                    midwife        | K. Silva | clinic   | ''         | areas-error    | Tick the PHM area
                    midwife        | K. Silva | clinic   | dambulla-1 | areas-error    | one of them does not belong
                    midwife        | K. Silva | hospital | galewela-1 | facility-error | Choose where this person works
                    supervisor     | K. Silva | galewela | ''         | areas-error    | Tick the MOH area
                    doctor         | K. Silva | clinic   | galewela-1 | areas          | one of them does not belong
                    """)
    void saysWhatIsMissingAndKeepsWhatWasTyped(
            String role, String name, String facility, String area, String id, String words) throws Exception {
        var form = List.of("role", role, "at", "galewela", "name", name, "facility", facility, "areas", area);

        var answer = send(ADMINISTRATOR, "/admin/people/new", form.toArray(String[]::new));

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(whole(answer)).contains("<title>Error:", id, words, "value=\"" + name + "\"");
        assertThat(AdminUnderTest.DIRECTORY.all(Practitioner.class)).hasSize(5);
    }

    @Test
    void letsASupervisorMakeNothingButMidwivesOfHerArea() {
        var doctor = new String[] {"role", "doctor", "at", "dambulla", "name", "X", "facility", "hospital"};
        var elsewhere = new String[] {
            "role", "midwife", "at", "dambulla", "name", "X", "facility", "hospital", "areas", "dambulla-1"
        };

        assertThat(send(SUPERVISOR, "/admin/people/new", doctor).getStatus()).isEqualTo(404);
        assertThat(send(SUPERVISOR, "/admin/people/new", elsewhere).getStatus()).isEqualTo(422);
        assertThat(send(SUPERVISOR, "/admin/people/new", silva("K. Silva")).getStatus())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"thilaka", "perera", "root", "boss", "nobody"})
    void hidesFromASupervisorWhomSheDoesNotManage(String id) {
        assertThat(open(SUPERVISOR, "/admin/people/" + id).getStatus()).isEqualTo(404);
        assertThat(send(SUPERVISOR, "/admin/people/" + id + "/code").getStatus())
                .isEqualTo(404);
        assertThat(send(SUPERVISOR, "/admin/people/" + id + "/unlink").getStatus())
                .isEqualTo(404);
        assertThat(AdminUnderTest.LINKS.codes).isEmpty();
    }

    /** Otherwise she would link herself with everything else that this person may. */
    @Test
    void givesASupervisorNoCodeForAMidwifeWhoIsAlsoAnAdministrator() {
        AdminUnderTest.job("second", "kumari", Role.ADMINISTRATOR, null);

        assertThat(send(SUPERVISOR, "/admin/people/kumari/code").getStatus()).isEqualTo(404);
        assertThat(AdminUnderTest.LINKS.codes).isEmpty();
    }

    /** The id of a form can be read in the person that it made, so it proves nothing. */
    @Test
    void givesASupervisorNoCodeByTheFormThatMadeAnAdministrator() {
        var form = new String[] {"requestId", UUID.randomUUID().toString(), "role", "administrator", "name", "B. Root"};
        send(ADMINISTRATOR, "/admin/people/new", form);
        AdminUnderTest.LINKS.forget();
        var again = silva("B. Root");
        again[1] = form[1];

        assertThat(send(SUPERVISOR, "/admin/people/new", again).getStatus()).isEqualTo(404);
        assertThat(AdminUnderTest.LINKS.codes).isEmpty();
    }

    @Test
    void movesAPersonToAnotherAreaAndKeepsWhatThePageDoesNotShow() {
        var stored = AdminUnderTest.DIRECTORY.all(Practitioner.class).stream()
                .filter(person -> person.getIdElement().getIdPart().equals("kumari"))
                .findFirst()
                .orElseThrow();
        stored.addTelecom().setValue("0115550199");

        var answer = send(ADMINISTRATOR, "/admin/people/kumari", kumari("1", "1", "galewela-2"));

        assertThat(answer.getRedirectedUrl()).isEqualTo("/admin/people/kumari");
        assertThat(kumarisJob().areas()).containsExactly("galewela-2");
        assertThat(stored.getTelecomFirstRep().getValue()).isEqualTo("0115550199");
    }

    @Test
    void showsAConflictAndKeepsWhatWasTyped() throws Exception {
        send(ADMINISTRATOR, "/admin/people/kumari", kumari("1", "1", "galewela-2"));

        var late = kumari("1", "1", "galewela-1", "galewela-2");
        late[7] = "Kumari J.";
        var answer = send(ADMINISTRATOR, "/admin/people/kumari", late);

        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(whole(answer))
                .contains("Somebody changed this at the same time", "Name: now".replace("Name", "Full name"))
                .contains("value=\"Kumari J.\"", "name=\"jobVersion\" value=\"2\"");
        assertThat(kumarisJob().areas()).containsExactly("galewela-2");
    }

    @Test
    void showsAConflictThatOnlyTheRegistryNoticed() {
        AdminUnderTest.DIRECTORY.refusesWrites(409);

        assertThat(send(ADMINISTRATOR, "/admin/people/kumari", kumari("1", "1", "galewela-2"))
                        .getStatus())
                .isEqualTo(409);
    }

    @Test
    void takesTheSameChangeTwice() {
        var form = kumari("1", "1", "galewela-2");
        send(ADMINISTRATOR, "/admin/people/kumari", form);

        assertThat(send(ADMINISTRATOR, "/admin/people/kumari", form).getStatus())
                .isEqualTo(302);
    }

    @Test
    void endsEverythingThatSomebodyDoesWhenSheLeaves() {
        AdminUnderTest.job("second", "kumari", Role.MIDWIFE, "clinic", "galewela-2");
        var form = new String[] {
            "version",
            "1",
            "jobVersion",
            "1",
            "role",
            "midwife",
            "name",
            "Kumari Jayasinghe",
            "at",
            "galewela",
            "facility",
            "clinic",
            "active",
            "no",
            "areas",
            "galewela-2"
        };

        send(ADMINISTRATOR, "/admin/people/kumari", form);

        assertThat(AdminUnderTest.DIRECTORY.all(PractitionerRole.class).stream()
                        .filter(role -> role.getPractitioner().getReference().equals("Practitioner/kumari")))
                .noneMatch(PractitionerRole::getActive);
        assertThat(send(ADMINISTRATOR, "/admin/people/kumari/code").getRedirectedUrl())
                .isEqualTo("/admin/people/kumari");
        assertThat(AdminUnderTest.LINKS.codes).isEmpty();
    }

    @Test
    void replacesALostCode() throws Exception {
        assertThat(whole(send(ADMINISTRATOR, "/admin/people/kumari/code"))).contains("BCDF-GHJK-0001");
        assertThat(whole(send(ADMINISTRATOR, "/admin/people/kumari/code"))).contains("BCDF-GHJK-0002");
        assertThat(AdminUnderTest.LINKS.codes).containsOnlyKeys("Practitioner/kumari");
    }

    @Test
    void givesNoCodeToWhoIsLinkedUntilSheIsUnlinked() {
        assertThat(send(ADMINISTRATOR, "/admin/people/perera/code").getStatus()).isEqualTo(302);
        assertThat(AdminUnderTest.LINKS.codes).isEmpty();

        send(ADMINISTRATOR, "/admin/people/perera/unlink");
        assertThat(AdminUnderTest.LINKS.linked).doesNotContain("Practitioner/perera");
        assertThat(send(ADMINISTRATOR, "/admin/people/perera/code").getStatus()).isEqualTo(200);
    }

    @Test
    void keepsTheLastAdministratorWhoCanSignInAndWarnsOfOnesOwn() throws Exception {
        assertThat(whole(open(ADMINISTRATOR, "/admin/people/root/unlink"))).contains("This is your own sign-in");
        assertThat(whole(open(ADMINISTRATOR, "/admin/people/perera/unlink"))).doesNotContain("your own sign-in");

        send(ADMINISTRATOR, "/admin/people/root/unlink");
        assertThat(AdminUnderTest.LINKS.linked).contains("Practitioner/root");

        AdminUnderTest.person("second", "B. Fonseka", Role.ADMINISTRATOR, null);
        AdminUnderTest.LINKS.linked.add("Practitioner/second");
        send(ADMINISTRATOR, "/admin/people/root/unlink");
        assertThat(AdminUnderTest.LINKS.linked).doesNotContain("Practitioner/root");
    }

    @Test
    void asksForTheRoleWhenNothingWasChosen() throws Exception {
        assertThat(whole(open(ADMINISTRATOR, "/admin/people/new"))).doesNotContain("role-error");
        assertThat(whole(open(ADMINISTRATOR, "/admin/people/new?asked=yes&at=")))
                .contains("<title>Error:", "role-error", "Choose what this person does");
    }

    @Test
    void saysThatTheRegistryIsDownAndMakesNobody() throws Exception {
        AdminUnderTest.DIRECTORY.refusesWrites(503);

        var answer = send(ADMINISTRATOR, "/admin/people/new", silva("K. Silva"));

        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(whole(answer)).contains("The registry does not answer now");
        assertThat(AdminUnderTest.LINKS.codes).isEmpty();
    }

    @Test
    void addsAClinicWithItsPointOfIssueOnce() {
        var form = unit("Lake Road clinic", "clinic", "galewela", "99 x".replace(" ", "0"));

        var first = send(ADMINISTRATOR, "/admin/units/new", form);
        var second = send(ADMINISTRATOR, "/admin/units/new", form);

        assertThat(second.getRedirectedUrl())
                .isEqualTo(first.getRedirectedUrl())
                .startsWith("/admin/units/n");
        assertThat(AdminUnderTest.DIRECTORY.all(Organization.class)).hasSize(8);
        var clinic = Unit.of(made(Organization.class)).orElseThrow();
        assertThat(clinic.pointOfIssue()).isEqualTo("990X");
        assertThat(clinic.partOf()).isEqualTo("galewela");
        assertThat(clinic.kind()).isEqualTo(UnitKind.CLINIC);
    }

    /** A district has no staff; its numbers are those of its areas together. */
    @Test
    void addsADistrictAndAnAreaInIt() {
        AdminUnderTest.unit("matale", "Matale", "district", null, null);

        var answer = send(ADMINISTRATOR, "/admin/units/new", unit("Ukuwela", "moh-area", "matale", ""));

        assertThat(answer.getRedirectedUrl()).startsWith("/admin/units/n");
        var area = Unit.of(made(Organization.class)).orElseThrow();
        assertThat(area.kind()).isEqualTo(UnitKind.MOH_AREA);
        assertThat(area.partOf()).isEqualTo("matale");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''     | clinic   | galewela   | ''    | Enter the name
                    Lake   | ''       | galewela   | ''    | Choose what it is
                    Lake   | phm-area | ''         | ''    | Choose the MOH area that this PHM area lies in
                    Lake   | phm-area | hospital   | ''    | A PHM area lies in a MOH area
                    Lake   | clinic   | nowhere    | ''    | A clinic lies in
                    Lake   | moh-area | galewela   | ''    | A MOH area lies in a district
                    Lake   | district | galewela   | ''    | lies in nothing larger
                    Lake   | hospital | galewela-1 | ''    | Choose a MOH area, or
                    Lake   | clinic   | galewela   | 99021 | has 4 characters, and this has 5
                    Lake   | clinic   | galewela   | 99O1  | cannot begin with “O”
                    Lake   | clinic   | galewela   | 9911  | cannot begin with “1”
                    Lake   | clinic   | galewela   | 385c  | own point of issue
                    Lake   | clinic   | galewela   | 9902  | “Temple Road field clinic” has this point of issue already
                    """)
    void saysWhatIsWrongWithAPlace(String name, String kind, String partOf, String pointOfIssue, String words)
            throws Exception {
        var answer = send(ADMINISTRATOR, "/admin/units/new", unit(name, kind, partOf, pointOfIssue));

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(whole(answer)).contains(words);
        assertThat(AdminUnderTest.DIRECTORY.all(Organization.class)).hasSize(7);
    }

    @Test
    void refusesAnotherKindForAPlaceThatHoldsOthers() throws Exception {
        var form = new String[] {"version", "1", "name", "Galewela", "kind", "hospital", "active", "yes"};

        assertThat(whole(send(ADMINISTRATOR, "/admin/units/galewela", form))).contains("cannot become another kind");
    }

    @Test
    void showsAConflictOverAPlace() throws Exception {
        var form = new String[] {
            "version", "7", "name", "Temple Road", "kind", "clinic", "partOf", "galewela", "pointOfIssue", "9902"
        };

        var answer = send(ADMINISTRATOR, "/admin/units/clinic", form);

        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(whole(answer)).contains("now “Temple Road field clinic”", "value=\"Temple Road\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/admin/units", "/admin/units/new", "/admin/units/clinic"})
    void keepsPlacesFromASupervisor(String address) {
        assertThat(open(SUPERVISOR, address).getStatus()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "si,/admin", "si,/admin/people/kumari", "si,/admin/people/new?role=x", "si,/admin/units?kind=clinic",
        "si,/admin/units/clinic", "si,/admin/people/perera/unlink", "ta,/admin", "ta,/admin/people/kumari",
        "ta,/admin/people/kumari/place", "ta,/admin/units", "ta,/admin/units/new", "en,/admin/people/root"
    })
    void speaksEveryLanguage(String language, String address) throws Exception {
        var sign = address.contains("?") ? "&" : "?";

        assertThat(whole(open(ADMINISTRATOR, address + sign + "lang=" + language)))
                .contains("<html lang=\"" + language + "\"");
    }

    private static String[] silva(String name) {
        return new String[] {
            "requestId",
            UUID.randomUUID().toString(),
            "role",
            "midwife",
            "at",
            "galewela",
            "facility",
            "clinic",
            "name",
            name,
            "areas",
            "galewela-2"
        };
    }

    private static String[] kumari(String version, String jobVersion, String... areas) {
        return new String[] {
            "version",
            version,
            "jobVersion",
            jobVersion,
            "role",
            "midwife",
            "name",
            "Kumari Jayasinghe",
            "at",
            "galewela",
            "facility",
            "clinic",
            "active",
            "yes",
            "areas",
            String.join(",", areas)
        };
    }

    @Test
    void keepsWhenAClinicIsHeld() throws Exception {
        var form = Stream.concat(
                        Arrays.stream(unit("Hill clinic", "clinic", "galewela", "")),
                        Stream.of("clinic.days", "thu", "clinic.opens", "08:30", "clinic.places", "25"))
                .toArray(String[]::new);
        var made = send(ADMINISTRATOR, "/admin/units/new", form);
        var page = read(ADMINISTRATOR, made.getRedirectedUrl());
        assertThat(page).containsPattern("value=\"thu\" checked").contains("value=\"08:30\"", "value=\"25\"");
        var wrong = form.clone();
        wrong[wrong.length - 1] = "0";
        wrong[wrong.length - 3] = "half past eight";
        wrong[1] = UUID.randomUUID().toString();
        assertThat(whole(send(ADMINISTRATOR, "/admin/units/new", wrong)))
                .contains("Enter the time like 08:30", "Enter a number from 1 to 500");
    }

    @Test
    void keepsTheNumberAtWhichAnAreaIsCalledAndNothingThatNoPhoneDials() throws Exception {
        var form = Stream.concat(
                        Arrays.stream(unit("Galewela 7", "phm-area", "galewela", "")),
                        Stream.of("phone", "066 555 0107"))
                .toArray(String[]::new);
        var made = send(ADMINISTRATOR, "/admin/units/new", form);
        assertThat(read(ADMINISTRATOR, made.getRedirectedUrl())).contains("value=\"066 555 0107\"");
        form[1] = UUID.randomUUID().toString();
        form[form.length - 1] = "ask at the office";
        assertThat(whole(send(ADMINISTRATOR, "/admin/units/new", form)))
                .contains("id=\"phone-error\"", "Enter a phone number", "ask at the office");
    }

    private static String[] unit(String name, String kind, String partOf, String pointOfIssue) {
        return new String[] {
            "requestId",
            UUID.randomUUID().toString(),
            "name",
            name,
            "kind",
            kind,
            "partOf",
            partOf,
            "pointOfIssue",
            pointOfIssue
        };
    }

    private static Job kumarisJob() {
        return AdminUnderTest.DIRECTORY.all(PractitionerRole.class).stream()
                .flatMap(role -> Job.of(role).stream())
                .filter(job -> job.id().equals("kumari-role"))
                .findFirst()
                .orElseThrow();
    }

    private static <R extends org.hl7.fhir.r4.model.Resource> R made(Class<R> type) {
        var all = AdminUnderTest.DIRECTORY.all(type);
        return all.get(all.size() - 1);
    }

    private MockHttpServletResponse open(SignedInPerson clerk, String address) {
        return browser.get()
                .uri(address)
                .with(authentication(new TestingAuthenticationToken(clerk, null, List.of())))
                .exchange()
                .getResponse();
    }

    private String read(SignedInPerson clerk, String address) throws Exception {
        var answer = open(clerk, address);
        assertThat(answer.getStatus()).isEqualTo(200);
        return whole(answer);
    }

    private MockHttpServletResponse send(SignedInPerson clerk, String address, String... fields) {
        var form = browser.post().uri(address);
        for (var field = 0; field < fields.length; field += 2) {
            form = form.param(fields[field], fields[field + 1]);
        }
        return form.with(authentication(new TestingAuthenticationToken(clerk, null, List.of())))
                .with(csrf())
                .exchange()
                .getResponse();
    }

    private static String whole(MockHttpServletResponse answer) throws Exception {
        assertThat(answer.getContentAsString())
                .startsWith("<!DOCTYPE html>")
                .contains("</html>")
                .doesNotContain("??", "style=\"", "onclick");
        return answer.getContentAsString();
    }
}
