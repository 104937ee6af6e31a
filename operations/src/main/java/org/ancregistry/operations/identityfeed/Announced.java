package org.ancregistry.operations.identityfeed;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ancregistry.domain.phn.Phn;
import org.ancregistry.domain.phn.PhnRegister;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.Records;
import org.ancregistry.operations.fhir.Canon;
import org.ancregistry.operations.identityfeed.FedNumbers.Fed;
import org.ancregistry.operations.identityfeed.Receiving.Applied;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * A number that is in use. A record that somebody else made under it, here or in a third registry, stays as it is: each
 * says what it knows, and nobody's word is written over.
 */
public final class Announced {

    private final FedNumbers numbers;
    private final PhnRegister register;
    private final Records records;
    private final MergedHere mergedHere;

    public Announced(FedNumbers numbers, PhnRegister register, Records records) {
        this.numbers = numbers;
        this.register = register;
        this.records = records;
        this.mergedHere = new MergedHere(register);
    }

    Applied apply(FeedPapers papers, FedPatient sent) {
        var before = numbers.take(sent.phn(), papers.client());
        if (!before.client().equals(papers.client())) {
            return Applied.unchanged(holder(sent.phn()));
        }
        if (sent.fingerprint().equals(before.said())) {
            return Applied.unchanged(record(before));
        }
        return before.said() == null ? first(papers, sent) : again(papers, sent, before);
    }

    private Applied first(FeedPapers papers, FedPatient sent) {
        if (register.holderOf(sent.phn()).isPresent()) {
            numbers.forget(sent.phn());
            return Applied.unchanged(holder(sent.phn()));
        }
        return create(papers, sent);
    }

    private Applied create(FeedPapers papers, FedPatient sent) {
        var record = FedRecord.begun(sent);
        link(record, papers, sent);
        write(papers, sent, List.of(record), "CREATE");
        return new Applied("201 Created", record);
    }

    private Applied again(FeedPapers papers, FedPatient sent, Fed before) {
        var written = new ArrayList<Patient>();
        if (before.replacedBy() != null) {
            mergedHere.refuse(sent.phn(), before);
            var by = holder(sent.phn());
            FedRecord.release(by, before.patient(), sent.phn());
            register.restore(sent.phn());
            if (before.patient() == null) {
                records.write(List.of(by));
                return create(papers, sent);
            }
            written.add(by);
        }
        var record = record(before);
        if (before.replacedBy() != null) {
            FedRecord.bringBack(record, sent.phn());
        }
        FedRecord.update(record, sent);
        link(record, papers, sent);
        written.add(0, record);
        write(papers, sent, written, "UPDATE");
        return Applied.unchanged(record);
    }

    private void link(Patient record, FeedPapers papers, FedPatient sent) {
        FedRecord.link(record, sent.alike(), phn -> ofTheSame(papers, phn).orElse(null));
    }

    /** A registry links its own records and nobody else's. */
    private Optional<String> ofTheSame(FeedPapers papers, Phn phn) {
        return numbers.of(phn)
                .filter(fed -> fed.client().equals(papers.client()) && fed.replacedBy() == null)
                .map(Fed::patient);
    }

    private void write(FeedPapers papers, FedPatient sent, List<Patient> written, String activity) {
        records.write(written);
        var provenance = papers.provenance(written, activity);
        records.write(List.<Resource>of(provenance));
        var reference = Canon.referenceTo(written.get(0));
        numbers.keep(sent.phn(), Fed.of(papers.client()).inUse(reference, sent.fingerprint()));
    }

    private Patient record(Fed fed) {
        return read(Objects.requireNonNullElse(fed.patient(), ""));
    }

    private Patient holder(Phn phn) {
        return read(register.holderOf(phn).orElse(""));
    }

    private Patient read(@Nullable String reference) {
        return Optional.ofNullable(reference)
                .filter(known -> !known.isEmpty())
                .flatMap(known -> records.read(Patient.class, known))
                .orElseThrow(() -> Problem.PHN_UNKNOWN
                        .because("The record of this number is gone.")
                        .at("Bundle.entry"));
    }
}
