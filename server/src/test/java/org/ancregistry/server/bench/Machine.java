package org.ancregistry.server.bench;

import java.lang.management.ManagementFactory;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** What the figures were measured on. */
final class Machine {

    private static final long GIGABYTE = 1L << 30;

    private Machine() {}

    static String now() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        var memory = system instanceof com.sun.management.OperatingSystemMXBean known
                ? known.getTotalMemorySize() / GIGABYTE
                : 0;
        return String.format(
                Locale.ROOT,
                "%s UTC: %d processors, %d GB, %s, Java %s, load %.1f",
                LocalDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES),
                system.getAvailableProcessors(),
                memory,
                system.getName(),
                Runtime.version(),
                system.getSystemLoadAverage());
    }
}
