package org.ancregistry.portals.authorization;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ancregistry.domain.access.Role;

/** Our own portals: each an app of the authorization server, for certain roles, with the scopes it needs. */
public enum Portal {
    MIDWIFE("midwife"),
    DOCTOR("doctor"),
    MOTHER("mother"),
    ADMIN("admin"),
    PRIVACY("privacy");

    private final String path;

    Portal(String path) {
        this.path = path;
    }

    static Optional<Portal> ofClient(String clientId) {
        return Arrays.stream(values())
                .filter(portal -> portal.clientId().equals(clientId))
                .findFirst();
    }

    static List<String> clientIds() {
        return Arrays.stream(values()).map(Portal::clientId).toList();
    }

    /** Whether that is the client id of one of our portals. */
    public static boolean isPortal(String clientId) {
        return ofClient(clientId).isPresent();
    }

    /** The portal that a path of our site belongs to: {@code /identity-checks} to the midwives'. */
    public static Optional<Portal> ofPath(String requestPath) {
        if (isBelow(requestPath, "/identity-checks")) {
            return Optional.of(MIDWIFE);
        }
        return Arrays.stream(values())
                .filter(portal -> isBelow(requestPath, "/" + portal.path))
                .findFirst();
    }

    private static boolean isBelow(String path, String root) {
        return path.equals(root) || path.startsWith(root + "/");
    }

    /** The portal in which somebody of that role begins. */
    public static Optional<Portal> of(Role role) {
        return Arrays.stream(values())
                .filter(portal -> portal.roles().contains(role))
                .findFirst();
    }

    /** Where somebody of that role begins. */
    public static String homeOf(Role role) {
        return of(role).map(portal -> "/" + portal.path).orElse("/");
    }

    /** The first part of its pages' paths, without slashes. */
    public String path() {
        return path;
    }

    /** Who may use it. */
    public Set<Role> roles() {
        return switch (this) {
            case MIDWIFE -> Set.of(Role.MIDWIFE, Role.SUPERVISOR);
            case DOCTOR -> Set.of(Role.DOCTOR, Role.CLINIC_NURSE);
            case MOTHER -> Set.of(Role.MOTHER);
            case ADMIN -> Set.of(Role.ADMINISTRATOR, Role.SUPERVISOR);
            case PRIVACY -> Set.of(Role.PRIVACY_OFFICER);
        };
    }

    /** What its tokens may do at most; the role decides within that. */
    String scope() {
        return this == MOTHER ? "patient/*.cruds" : "user/*.cruds";
    }

    /** Its OAuth client id, which is also its name among our client registrations. */
    public String clientId() {
        return "anc-" + path;
    }

    /** Where the authorization server sends the browser back to. */
    public String callbackPath() {
        return "/portals/callback/" + path;
    }
}
