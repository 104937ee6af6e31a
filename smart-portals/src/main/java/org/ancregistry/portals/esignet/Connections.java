package org.ancregistry.portals.esignet;

import java.net.URI;
import java.util.Set;

/** Which connections nobody can alter on the way. */
final class Connections {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private Connections() {}

    static boolean areTrusted(URI to) {
        return "https".equals(to.getScheme()) || LOOPBACK.contains(String.valueOf(to.getHost()));
    }
}
