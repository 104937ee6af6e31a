package org.ancregistry.operations.worklist;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.Role;
import org.ancregistry.operations.Callers;
import org.ancregistry.operations.Records;
import org.ancregistry.operations.Transactions;
import org.ancregistry.operations.worklist.WorkList.Due;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;

/** Lists the mothers of the caller's own areas by who needs to be seen first. */
public final class WorkLists {

    static final int ON_A_PAGE = 25;

    /** An area has a dozen; nobody chooses from more than these. */
    static final int MOST_VILLAGES = 100;

    private final Transactions transactions;
    private final WorkList list;
    private final Records records;
    private final Clock clock;

    /** @param clock in the zone whose days count */
    public WorkLists(Transactions transactions, WorkList list, Records records, Clock clock) {
        this.transactions = transactions;
        this.list = list;
        this.records = records;
        this.clock = clock;
    }

    Parameters of(Caller caller, Sought sought, int page) {
        Callers.require(caller, Role.MIDWIFE, Role.SUPERVISOR);
        return transactions.inOne(caller, () -> together(caller, sought, page));
    }

    private Parameters together(Caller caller, Sought sought, int page) {
        // One more than is shown tells whether there is another page.
        var today = LocalDate.now(clock);
        var found = list.page(caller, sought, today, page * ON_A_PAGE, ON_A_PAGE + 1);
        var due = found.due();
        var shown = due.subList(0, Math.min(due.size(), ON_A_PAGE));
        var answer = WorkListAnswer.of(found.counts(), shown, patients(shown), due.size() > ON_A_PAGE);
        list.villages(caller, today, MOST_VILLAGES).forEach(village -> answer.addParameter("village", village));
        return answer;
    }

    private Map<String, Patient> patients(List<Due> shown) {
        return records.readAll(Patient.class, shown.stream().map(Due::patient).toList()).stream()
                .collect(Collectors.toMap(
                        patient -> "Patient/" + patient.getIdElement().getIdPart(), Function.identity()));
    }
}
