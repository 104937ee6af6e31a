package org.ancregistry.operations.merge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ancregistry.operations.MergeLedger.Merged;
import org.ancregistry.operations.RecordContents;
import org.ancregistry.operations.Records;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.EpisodeOfCare.EpisodeOfCareStatus;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Resource;

/** Finds out what each resource of a merge was before it, and what came to it since. */
public final class Parting {

    private static final int MOST = 10_000;

    private final Records records;
    private final RecordContents contents;

    public Parting(Records records, RecordContents contents) {
        this.records = records;
        this.contents = contents;
    }

    /**
     * The two records.
     *
     * @param putBack what belongs to the source again
     * @param changed what of it was changed since the merge: it keeps the change, and a person looks at it
     * @param left what was begun since in the surviving record, where it stays
     */
    record Parts(Patient source, Patient target, List<Resource> putBack, Set<String> changed, Set<String> left) {}

    /** A resource of the merge. */
    private record Piece(Resource now, Resource before, boolean changed) {}

    Parts of(Merged merged) {
        var versions = MergePapers.versions(provenance(merged));
        var source = piece(merged.source(), versions).orElseThrow();
        var target = piece(merged.target(), versions).orElseThrow();
        var pieces = new LinkedHashMap<String, Piece>();
        versions.keySet().stream()
                .filter(reference -> !reference.equals(merged.source()) && !reference.equals(merged.target()))
                .forEach(reference -> piece(reference, versions).ifPresent(found -> pieces.put(reference, found)));
        var parted = (Patient) target.now();
        Survivor.part(parted, (Patient) source.before(), (Patient) target.before());
        var changed = new TreeSet<String>();
        pieces.forEach((reference, one) -> {
            if (one.changed()) {
                changed.add(reference);
            }
        });
        var left = new TreeSet<>(contents.begunSince(merged.target(), merged.at(), MOST));
        left.removeAll(versions.keySet());
        return new Parts(
                patient(source, merged),
                parted,
                pieces.values().stream().map(one -> putBack(one, merged)).toList(),
                changed,
                left);
    }

    private Provenance provenance(Merged merged) {
        return records.read(Provenance.class, Objects.requireNonNull(merged.provenance()))
                .orElseThrow(() -> new IllegalStateException("The Provenance of a merge is never deleted."));
    }

    /** Empty for what was deleted since. */
    private Optional<Piece> piece(String reference, Map<String, Long> versions) {
        var made = Objects.requireNonNull(versions.get(reference), reference);
        return contents.current(reference)
                .flatMap(now -> contents.version(reference, made - 1)
                        .map(before -> new Piece(
                                now,
                                before,
                                !Long.toString(made).equals(now.getMeta().getVersionId()))));
    }

    /** Exactly as it was; or, where somebody changed it since, with that change and of the other woman again. */
    private static Resource putBack(Piece piece, Merged merged) {
        return piece.changed() ? withItsChange(piece, merged) : onTopOf(piece.now(), piece.before());
    }

    private static Resource onTopOf(Resource now, Resource before) {
        before.setId(now.getIdElement());
        before.getMeta().setVersionId(now.getMeta().getVersionId());
        return before;
    }

    /** It keeps its change, and belongs to the source and to the source's pregnancy again. */
    private static Resource withItsChange(Piece piece, Merged merged) {
        References.replace(piece.now(), Map.of(merged.target(), merged.source()));
        if (piece.now() instanceof Encounter now && piece.before() instanceof Encounter before) {
            now.setEpisodeOfCare(before.getEpisodeOfCare());
        } else if (piece.now() instanceof EpisodeOfCare now
                && piece.before() instanceof EpisodeOfCare before
                && now.getStatus() == EpisodeOfCareStatus.ENTEREDINERROR) {
            now.setStatus(before.getStatus());
        }
        return piece.now();
    }

    private static Patient patient(Piece source, Merged merged) {
        var before = (Patient) source.before();
        if (!source.changed()) {
            return (Patient) onTopOf(source.now(), before);
        }
        var now = (Patient) source.now();
        now.setActiveElement(before.getActiveElement());
        now.getLink().removeIf(link -> merged.target().equals(link.getOther().getReference()));
        before.getLink().forEach(now::addLink);
        var kept = new ArrayList<>(now.getIdentifier());
        before.getIdentifier().stream()
                .filter(identifier -> kept.stream().noneMatch(one -> one.equalsDeep(identifier)))
                .map(Identifier::copy)
                .forEach(now::addIdentifier);
        return now;
    }
}
