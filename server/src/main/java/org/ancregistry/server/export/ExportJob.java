package org.ancregistry.server.export;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bulk export.
 *
 * @param client the program that asked, and the only one that may fetch it
 * @param asked the address of the request
 * @param types the resource types, a file each
 * @param since only what was changed at or after this moment
 * @param begun when it was asked for: nothing that was there then is missing
 */
record ExportJob(
        String id,
        String client,
        String asked,
        List<String> types,
        @Nullable Instant since,
        Instant begun) {

    ExportJob {
        types = List.copyOf(types);
    }
}
