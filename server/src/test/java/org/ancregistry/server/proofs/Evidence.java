package org.ancregistry.server.proofs;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.identity.IdentityEvidence;
import org.ancregistry.domain.person.NationalIdHasher;
import org.ancregistry.portals.identity.JdbcIdentityEvidences;
import org.ancregistry.server.testing.RunningRegistry;

/** What a mother's sign-in at her identity provider leaves behind, without the browser. */
record Evidence(RunningRegistry registry) {

    /** Evidence that a midwife got for a draft a minute ago; the answer is its handle. */
    String of(Woman woman, Caller midwife, String draft) {
        return of(woman, midwife, draft, Duration.ofMinutes(29));
    }

    String of(Woman woman, Caller midwife, String draft, Duration left) {
        var handle = "handle-" + UUID.randomUUID();
        var now = Instant.now();
        var kept = new IdentityEvidence(
                handle,
                Woman.PROVIDER,
                woman.sub(),
                woman.verified(registry.bean(NationalIdHasher.class)),
                Set.of("name", "birthdate", "gender", "address", "phone_number"),
                Set.of("email"),
                "mosip:idp:acr:generated-code",
                now.minusSeconds(60),
                midwife.id(),
                draft,
                now.plus(left),
                null);
        registry.bean(JdbcIdentityEvidences.class).keep(kept, Set.of("name"), "signed id_token", "signed userinfo");
        return handle;
    }

    /** A registration of that woman with fresh evidence of hers. */
    Registration registration(Woman woman, Caller midwife) {
        var draft = "draft-" + UUID.randomUUID();
        return Registration.verified(draft, of(woman, midwife, draft));
    }
}
