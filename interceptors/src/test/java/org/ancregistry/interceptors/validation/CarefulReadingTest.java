package org.ancregistry.interceptors.validation;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.EncodingEnum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CarefulReadingTest {

    private static final FhirContext FHIR = FhirContext.forR4Cached();

    @Test
    void losesNothingOfWhatIsWellWritten() {
        var body = "{\"resourceType\":\"Organization\",\"active\":true,\"name\":\"Temple Road\"}";
        assertThat(CarefulReading.lost(FHIR, body, EncodingEnum.JSON)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            {"resourceType":"Organization","nmae":"Temple Road"}                ; nmae      ; unknown-element
            {"resourceType":"Organization","name":["Temple","Road"]}            ; name      ; repeated-element
            """)
    void noticesInJson(String body, String element, String rule) {
        assertThat(CarefulReading.lost(FHIR, body, EncodingEnum.JSON))
                .anySatisfy(breach -> assertThat(breach.rule() + " " + breach.element())
                        .startsWith(rule)
                        .endsWith(element));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            <nmae value="Temple Road"/>         ; nmae ; unknown-element
            <name valeu="x" value="y"/>         ; valeu; unknown-element
            <name value="x"/><name value="y"/>  ; name ; repeated-element
            """)
    void noticesInXml(String inside, String element, String rule) {
        var body = "<Organization xmlns=\"http://hl7.org/fhir\">" + inside + "</Organization>";
        assertThat(CarefulReading.lost(FHIR, body, EncodingEnum.XML))
                .anySatisfy(breach -> assertThat(breach.rule() + " " + breach.element())
                        .startsWith(rule)
                        .endsWith(element));
    }
}
