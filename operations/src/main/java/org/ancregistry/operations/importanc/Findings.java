package org.ancregistry.operations.importanc;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.ancregistry.domain.inbound.ImportFinding;
import org.ancregistry.domain.inbound.ImportFinding.Kind;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.fhir.Canon;

/** All that is to be said of what was sent. One error refuses all of it, and everything wrong is said at once. */
final class Findings {

    private final List<ImportFinding> all = new ArrayList<>();

    void add(int entry, Kind kind, String element, String message) {
        all.add(new ImportFinding(entry, kind, element, message));
    }

    void add(Collection<ImportFinding> findings) {
        all.addAll(findings);
    }

    List<ImportFinding> of(int entry) {
        return all.stream()
                .filter(finding -> finding.entry() == entry)
                .distinct()
                .toList();
    }

    /** Refuses when something is wrong so far. */
    void refuseWrong() {
        var wrong = all.stream().filter(ImportFinding::refuses).distinct().toList();
        if (wrong.isEmpty()) {
            return;
        }
        var first = wrong.get(0);
        var refusal = Problem.IMPORT_REFUSED.because(first.message()).at(place(first));
        refusal.precisely(Canon.codeSystem(ImportAnswer.FINDINGS), first.kind().code());
        wrong.stream()
                .skip(1)
                .forEach(finding -> refusal.also(place(finding), finding.message())
                        .precisely(
                                Canon.codeSystem(ImportAnswer.FINDINGS),
                                finding.kind().code()));
        throw refusal;
    }

    static String place(ImportFinding finding) {
        if (finding.entry() == ImportFinding.EVERYTHING) {
            return "Bundle";
        }
        var entry = "Bundle.entry[" + finding.entry() + "]";
        return finding.element().isEmpty() ? entry : entry + "." + finding.element();
    }
}
