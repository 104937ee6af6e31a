package org.ancregistry.operations.identityfeed;

import java.util.List;
import org.ancregistry.domain.phn.Phn;
import org.ancregistry.domain.phn.PhnRegister;
import org.ancregistry.operations.ActivePregnancies;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.Records;
import org.ancregistry.operations.identityfeed.FedNumbers.Fed;
import org.ancregistry.operations.identityfeed.Receiving.Applied;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** A number that was put out of use for another: it leads to the record of that one from now on. */
public final class Replaced {

    private final FedNumbers numbers;
    private final PhnRegister register;
    private final Records records;
    private final ActivePregnancies pregnancies;
    private final MergedHere mergedHere;

    public Replaced(FedNumbers numbers, PhnRegister register, Records records, ActivePregnancies pregnancies) {
        this.numbers = numbers;
        this.register = register;
        this.records = records;
        this.pregnancies = pregnancies;
        this.mergedHere = new MergedHere(register);
    }

    Applied apply(FeedPapers papers, FedPatient sent, Phn by) {
        var before = numbers.take(sent.phn(), papers.client());
        var survivor = survivor(by);
        var reference = "Patient/" + survivor.getIdElement().getIdPart();
        if (register.holderOf(sent.phn()).filter(reference::equals).isPresent()) {
            return Applied.unchanged(survivor);
        }
        requireOwn(papers, sent, before);
        mergedHere.refuse(sent.phn(), before);
        var record = before.patient();
        requireNotOurs(record);
        if (before.replacedBy() != null) {
            release(before, sent.phn());
        }
        replace(papers, sent, record, survivor);
        numbers.keep(sent.phn(), before.replaced(by, reference, sent.fingerprint()));
        return Applied.unchanged(survivor);
    }

    private Patient survivor(Phn by) {
        return register.holderOf(by)
                .flatMap(holder -> records.read(Patient.class, holder))
                .orElseThrow(() -> Problem.PHN_UNKNOWN
                        .because("The number that takes its place is not known here: announce that one first.")
                        .at("Bundle.entry"));
    }

    /** What another announced, or what was registered here, is for a person here to decide about. */
    private void requireOwn(FeedPapers papers, FedPatient sent, Fed before) {
        var foreign = !before.client().equals(papers.client())
                || (before.said() == null && register.holderOf(sent.phn()).isPresent());
        if (foreign) {
            throw MergedHere.refusal(
                    "This number is another registry's: ask the people of the national registry to merge.");
        }
    }

    /** A record that was taken over here keeps what it knows, and would be lost behind a number that leads elsewhere. */
    private void requireNotOurs(@Nullable String record) {
        if (record == null) {
            return;
        }
        if (pregnancies.of(record).isPresent()) {
            throw Problem.PREGNANCY_ALREADY_ACTIVE
                    .because(
                            "She is cared for under this number here: ask the people of the national registry to merge.")
                    .at("Bundle.entry");
        }
        if (records.read(Patient.class, record).filter(FedRecord::isOurs).isPresent()) {
            throw MergedHere.refusal("She was cared for or verified under this number here: ask the people of the"
                    + " national registry to merge.");
        }
    }

    /** It was put out of use for a third number before. */
    private void release(Fed before, Phn phn) {
        var released = register.holderOf(phn).flatMap(holder -> records.read(Patient.class, holder));
        register.restore(phn);
        released.ifPresent(by -> {
            FedRecord.release(by, before.patient(), phn);
            records.write(List.of(by));
        });
    }

    private void replace(FeedPapers papers, FedPatient sent, @Nullable String reference, Patient survivor) {
        register.retire(sent.phn(), "Patient/" + survivor.getIdElement().getIdPart());
        var record = reference == null
                ? null
                : records.read(Patient.class, reference).orElse(null);
        if (record == null) {
            FedRecord.addOld(survivor, sent.phn());
        } else {
            FedRecord.replace(record, survivor, sent.phn());
            records.write(List.of(record));
        }
        records.write(List.of(survivor));
        var written = record == null ? List.of(survivor) : List.of(survivor, record);
        records.write(List.<Resource>of(papers.provenance(written, "UPDATE")));
    }
}
