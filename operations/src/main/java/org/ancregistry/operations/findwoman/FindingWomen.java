package org.ancregistry.operations.findwoman;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.Role;
import org.ancregistry.operations.Attempts;
import org.ancregistry.operations.Callers;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.Transactions;
import org.ancregistry.operations.WomenByName;
import org.ancregistry.operations.WomenByName.FoundWoman;
import org.hl7.fhir.r4.model.Parameters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leads a doctor to a woman who is present without her number. Every question is counted, whatever becomes of it, and each
 * woman in the answer sees that she was looked for.
 */
public final class FindingWomen {

    private static final Logger LOG = LoggerFactory.getLogger(FindingWomen.class);
    private static final int LONGEST_NAME = 200;
    /** Initials alone fit too many. Vowel signs of Sinhala and Tamil are marks. */
    private static final Pattern A_WORD = Pattern.compile("[\\p{L}\\p{M}]{3}");

    private final Transactions transactions;
    private final Attempts attempts;
    private final WomenByName women;

    public FindingWomen(Transactions transactions, Attempts attempts, WomenByName women) {
        this.transactions = transactions;
        this.attempts = attempts;
        this.women = women;
    }

    Parameters find(Caller caller, String name, LocalDate birthDate) {
        Callers.require(caller, Role.DOCTOR);
        if (caller.facility() == null) {
            throw Problem.FORBIDDEN.because("You have no facility: ask an administrator.");
        }
        if (name.length() > LONGEST_NAME || !A_WORD.matcher(name).find()) {
            throw Problem.PARAMETER_INVALID
                    .because("Give at least one of her names as a whole word, and no more than a name.")
                    .at("name");
        }
        attempts.count(caller, "$find-woman");
        return transactions.inOne(caller, () -> answer(caller, women.like(caller, name, birthDate)));
    }

    private static Parameters answer(Caller caller, List<FoundWoman> found) {
        LOG.info("Found {} women by name and birth date for {}", found.size(), caller.id());
        var answer = new Parameters();
        found.forEach(woman -> FoundParts.add(answer, woman));
        return answer;
    }
}
