package org.ancregistry.operations;

import org.ancregistry.operations.fhir.Canon;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** Who changes something says which version was seen, so that nobody writes over what another wrote meanwhile. */
public final class SeenVersion {

    private SeenVersion() {}

    /**
     * Refuses what rests on another version than the one that is stored.
     *
     * @param basedOn the {@code meta.versionId} that the caller saw, the parameter {@code based-on}
     * @param stored as it is now
     * @param told what happened and what to do, for the person who sent it
     * @throws Refusal {@link Problem#VERSION_CONFLICT} at {@code based-on}, with the version that is stored and of what
     */
    public static void require(@Nullable String basedOn, Resource stored, String told) {
        var version = stored.getMeta().getVersionId();
        if (!version.equals(basedOn)) {
            throw Problem.VERSION_CONFLICT
                    .because(told)
                    .at("based-on")
                    .currentVersion(version)
                    .concerning(Canon.referenceTo(stored));
        }
    }
}
