package org.ancregistry.portals.typed;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.RequestDispatcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class TypedFormTest {

    @Test
    void keepsEachOfSeveralAnswersToOneQuestion() {
        var request = post("/doctor/mothers/1/visits/new");
        request.addParameter("dangers", "danger_bleeding", "danger_fever");
        request.addParameter("_csrf", "of-this-session");
        request.addParameter(TypedForm.KEPT, "yes");

        assertThat(TypedForm.of(request))
                .hasValueSatisfying(form -> assertThat(form.fields())
                        .containsExactly(
                                new TypedForm.Field("dangers", "danger_bleeding"),
                                new TypedForm.Field("dangers", "danger_fever")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/mother/settings",
                "/mother/share",
                "/mother/appointments/x",
                "/sign-in/link",
                "/shared/abc",
                "/doctors/x",
                "//doctor/x",
                "/oauth2/token"
            })
    void echoesNothingOfWhatIsNotTheStaffs(String path) {
        assertThat(TypedForm.of(post(path))).isEmpty();
    }

    @Test
    void keepsNoFile() {
        var request = post("/doctor/find/photo");
        request.setContentType("multipart/form-data; boundary=x");

        assertThat(TypedForm.of(request)).isEmpty();
    }

    @Test
    void goesWhereTheFailedRequestWent() {
        var request = post("/error");
        request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, "/midwife/clinic-day");

        assertThat(TypedForm.of(request)).map(TypedForm::address).contains("/midwife/clinic-day");
    }

    @Test
    void namesNothingThatWasTyped() {
        var request = post("/doctor/find");
        request.addParameter("phn", "2047KTR9MX5");

        assertThat(TypedForm.of(request).orElseThrow()).hasToString("TypedForm[/doctor/find]");
    }

    private static MockHttpServletRequest post(String path) {
        return new MockHttpServletRequest("POST", path);
    }
}
