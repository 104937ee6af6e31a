package org.ancregistry.operations.importanc;

import java.util.Optional;
import org.ancregistry.domain.matching.MatchGrade;
import org.ancregistry.domain.phn.Phn;
import org.ancregistry.operations.LikelyRecord;
import org.ancregistry.operations.OutsideLook;
import org.ancregistry.operations.fhir.PatientDemographics;

/** Asks the country's directory about the number with which a mother is brought, where nobody here knows it. */
public final class BroughtNumber {

    private final OutsideLook look;

    public BroughtNumber(OutsideLook look) {
        this.look = look;
    }

    /** Whether there is anybody to ask. */
    boolean isAskedAbout() {
        return look.isThere();
    }

    /** Whether it could be anybody's: the directory says that it is another's, or nothing. */
    boolean isDoubtful(Sent.Mother sent) {
        return Optional.ofNullable(sent.phn())
                .flatMap(Phn::parse)
                .filter(phn -> !look.isKnownHere(phn))
                .filter(phn -> look.holding(phn, PatientDemographics.of(sent.person(), null)).likely().stream()
                        .noneMatch(found -> isHers(phn, found)))
                .isPresent();
    }

    private static boolean isHers(Phn phn, LikelyRecord found) {
        return phn.equals(found.phn()) && found.comparison().grade() != MatchGrade.CERTAINLY_NOT;
    }
}
