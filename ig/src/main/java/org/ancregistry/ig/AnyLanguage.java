package org.ancregistry.ig;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.ConceptValidationOptions;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.context.support.ValidationSupportContext;
import java.util.regex.Pattern;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.ValueSet;
import org.jspecify.annotations.Nullable;

/**
 * Takes every BCP-47 tag for a language. FHIR prefers a short list in which neither Sinhala nor Tamil stands, and HAPI
 * calls what is not in it an error: a mother who speaks Sinhala would then be no mother to whatever refers to her.
 *
 * @param context the application's context, for R4
 */
record AnyLanguage(FhirContext context) implements IValidationSupport {

    private static final String PREFERRED = "http://hl7.org/fhir/ValueSet/languages";
    private static final Pattern TAG = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*");

    @Override
    public FhirContext getFhirContext() {
        return context;
    }

    @Override
    public boolean isValueSetSupported(ValidationSupportContext support, @Nullable String valueSet) {
        return valueSet != null && valueSet.split("\\|", -1)[0].equals(PREFERRED);
    }

    @Override
    public @Nullable CodeValidationResult validateCodeInValueSet(
            ValidationSupportContext support,
            ConceptValidationOptions options,
            @Nullable String system,
            @Nullable String code,
            @Nullable String display,
            IBaseResource valueSet) {
        var asked = valueSet instanceof ValueSet set ? set.getUrl() : null;
        return validateCode(support, options, system, code, display, asked);
    }

    @Override
    public @Nullable CodeValidationResult validateCode(
            ValidationSupportContext support,
            ConceptValidationOptions options,
            @Nullable String system,
            @Nullable String code,
            @Nullable String display,
            @Nullable String valueSet) {
        return isValueSetSupported(support, valueSet)
                        && code != null
                        && TAG.matcher(code).matches()
                ? new CodeValidationResult().setCode(code)
                : null;
    }
}
