package org.ancregistry.server.operations;

import jakarta.validation.constraints.NotEmpty;
import java.util.Set;
import java.util.stream.Collectors;
import org.ancregistry.domain.phn.CheckScheme;
import org.ancregistry.domain.phn.PhnPolicy;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Which Personal Health Numbers are issued and which are trusted at sight.
 *
 * @param scheme how the check character of a new number is worked out: {@code luhn-mod26} or {@code luhn-decimal}
 * @param length characters of a new number, 11 or 15
 * @param accepted schemes whose check character vouches for a number from elsewhere
 * @param acceptedLengths lengths that such a number has
 * @param pointsOfIssue points of issue to check at start-up; the Ministry's own 385C may be used only when it stands here
 */
@Validated
@ConfigurationProperties("anc.phn")
record PhnProperties(
        @DefaultValue("luhn-mod26") String scheme,
        @DefaultValue("11") int length,

        @DefaultValue({"luhn-mod26", "luhn-decimal"}) @NotEmpty
        Set<String> accepted,

        @DefaultValue({"11", "15"}) @NotEmpty Set<Integer> acceptedLengths,
        @DefaultValue Set<String> pointsOfIssue) {

    PhnPolicy policy() {
        return new PhnPolicy(
                scheme(scheme),
                length,
                accepted.stream().map(PhnProperties::scheme).collect(Collectors.toSet()),
                acceptedLengths,
                pointsOfIssue);
    }

    private static CheckScheme scheme(String code) {
        return CheckScheme.of(code)
                .orElseThrow(() -> new IllegalArgumentException(
                        "anc.phn knows the schemes luhn-mod26 and luhn-decimal, not " + code + "."));
    }
}
