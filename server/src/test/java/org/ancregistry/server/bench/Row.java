package org.ancregistry.server.bench;

import java.util.Locale;

/** One line of the table. */
record Row(String contest, int clients, String side, Tally tally, String verdict) {

    static final String HEAD = """
            | act               | cl | server                       |   req/s |  p50 ms |  p95 ms |  p99 ms | java ms |   pg ms | number | the registry beside it |
            |-------------------|---:|------------------------------|--------:|--------:|--------:|--------:|--------:|--------:|-------:|------------------------|""";

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "| %-17s | %2d | %-28s | %7.1f | %7.1f | %7.1f | %7.1f | %7.2f | %7.2f | %6d | %s |",
                contest,
                clients,
                side,
                tally.perSecond(),
                tally.percentile(50),
                tally.percentile(95),
                tally.percentile(99),
                tally.javaCpu(),
                tally.databaseCpu(),
                tally.requests(),
                verdict);
    }
}
