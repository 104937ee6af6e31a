package org.ancregistry.portals.midwife;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.ancregistry.portals.registry.Registered;
import org.ancregistry.portals.web.TypedDate;
import org.jspecify.annotations.Nullable;

/**
 * A registration that is not finished, kept on the server so that it outlives the session, the phone and a restart.
 *
 * @param owner {@code Practitioner/…} of the midwife who began it; nobody else sees it
 * @param entries what was entered, as typed, by question
 * @param evidence the handle of what the mother's national ID said
 * @param requestId the id under which it is registered, made once: sent twice it registers once
 * @param answer what the registry answered; the draft is done then
 */
record Draft(
        String id,
        String owner,
        Map<String, String> entries,
        @Nullable String evidence,
        String requestId,
        @Nullable Registered answer,
        int version,
        Instant updatedAt) {

    Draft {
        entries = Map.copyOf(entries);
    }

    Optional<String> entry(String question) {
        return Optional.ofNullable(entries.get(question));
    }

    /** The entry, or an empty text. */
    public String text(String question) {
        return entries.getOrDefault(question, "");
    }

    public TypedDate date(String question) {
        return new TypedDate(
                entries.get(question + ".day"), entries.get(question + ".month"), entries.get(question + ".year"));
    }

    /** With these entries in place of what stood there; an empty text takes an entry away. */
    Draft with(Map<String, String> changed) {
        var all = new LinkedHashMap<>(entries);
        all.putAll(changed);
        all.values().removeIf(String::isBlank);
        return new Draft(id, owner, all, evidence, requestId, answer, version, updatedAt);
    }

    Draft with(String question, String entry) {
        return with(Map.of(question, entry));
    }

    /** With what proves who she is; her name is kept beside it, so that the list of drafts can name her. */
    Draft withEvidence(String handle, String name) {
        var named = with(Steps.PROVEN_NAME, name);
        return new Draft(id, owner, named.entries, handle, requestId, answer, version, updatedAt);
    }

    /** Without evidence: she goes on unverified. */
    Draft withoutEvidence() {
        var unnamed = with(Steps.PROVEN_NAME, "");
        return new Draft(id, owner, unnamed.entries, null, requestId, answer, version, updatedAt);
    }

    /** What she is called in the list of drafts; empty while that is not known. */
    public String calledName() {
        return entry(Steps.PROVEN_NAME).or(() -> entry(Section.NAME)).orElse("");
    }

    /** Masked: what a woman told is in no log. */
    @Override
    public String toString() {
        return "Draft[" + id + ", version " + version + "]";
    }
}
