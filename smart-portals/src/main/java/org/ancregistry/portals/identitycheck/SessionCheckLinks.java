package org.ancregistry.portals.identitycheck;

import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.ancregistry.portals.esignet.OneTimeNotes;
import org.ancregistry.portals.keys.Randomness;
import org.springframework.web.util.UriComponentsBuilder;

/** Links to identity checks, each known to one session and good once. */
final class SessionCheckLinks implements IdentityCheckLinks {

    private final OneTimeNotes<CheckOf> begun = new OneTimeNotes<>("anc.identity-check-links", CheckOf.class);

    @Override
    public String start(HttpSession session, String draft, String language) {
        var token = Randomness.token();
        begun.keep(session, token, new CheckOf(draft, language, null));
        return UriComponentsBuilder.fromPath("/identity-checks/start")
                .queryParam("draft", "{draft}")
                .queryParam("token", "{token}")
                .encode()
                .buildAndExpand(draft, token)
                .toUriString();
    }

    Optional<CheckOf> take(HttpSession session, String token) {
        return begun.take(session, token);
    }
}
