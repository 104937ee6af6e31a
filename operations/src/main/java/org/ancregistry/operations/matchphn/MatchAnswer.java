package org.ancregistry.operations.matchphn;

import java.util.List;
import org.ancregistry.domain.phn.PhnCheck;
import org.ancregistry.operations.LikelyRecord;
import org.ancregistry.operations.LikelyRecordParts;
import org.ancregistry.operations.Problem;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Parameters;

/** The candidates side by side with the woman who is present; nothing is chosen beforehand. */
final class MatchAnswer {

    private MatchAnswer() {}

    static Parameters of(List<LikelyRecord> candidates) {
        var answer = new Parameters();
        candidates.forEach(candidate -> LikelyRecordParts.add(answer, candidate));
        return answer;
    }

    /** Says that no known check character vouches for the number. */
    static Parameters withUnknownCheck(Parameters answer) {
        answer.addParameter().setName("warning").setValue(new CodeType(PhnCheck.UNKNOWN));
        return answer;
    }

    /** Says that the country's directory was not looked into: there may be a record that nobody here knows. */
    static Parameters withDirectoryUnavailable(Parameters answer) {
        answer.addParameter().setName("warning").setValue(new CodeType(Problem.PHN_DIRECTORY_UNAVAILABLE.code()));
        return answer;
    }
}
