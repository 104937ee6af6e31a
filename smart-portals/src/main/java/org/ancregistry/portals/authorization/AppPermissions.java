package org.ancregistry.portals.authorization;

import java.time.Instant;
import java.util.List;

/** What a woman let apps of others do in her name, as long as it goes on, and how she takes it back. */
public interface AppPermissions {

    /** Those of that person that go on, the newest first. */
    List<Permission> of(String person);

    /** Takes one back: every token of it, at once. Nothing happens to one that is not hers or has ended already. */
    void end(String person, String id);

    /**
     * What one app may do.
     *
     * @param id which of her permissions it is
     * @param app what people call the app
     * @param given when she gave it
     * @param until when it ends by itself, unless the app asks again before
     * @param offline whether it goes on while she is not signed in
     */
    public record Permission(String id, String app, Instant given, Instant until, boolean offline) {}
}
