package org.ancregistry.portals.care;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.ancregistry.portals.record.MotherRecord;
import org.ancregistry.portals.registry.Records;
import org.ancregistry.portals.registry.RegistryRefusal;
import org.springframework.stereotype.Component;

/** Reads what a woman's other records say, as far as they open to the reader: each keeps what it has. */
@Component
class HerOtherRecords {

    private static final int MOST = 5;
    private static final int NOT_FOUND = 404;

    private final Records records;

    HerOtherRecords(Records records) {
        this.records = records;
    }

    List<OtherRecord> of(HttpServletRequest request, MotherRecord record) {
        return record.otherRecords().stream()
                .limit(MOST)
                .map(id -> read(request, id))
                .toList();
    }

    private OtherRecord read(HttpServletRequest request, String id) {
        try {
            return OtherRecord.of(records.summary(request, id));
        } catch (RegistryRefusal refusal) {
            if (refusal.status() != NOT_FOUND) {
                throw refusal;
            }
            return OtherRecord.shut(id);
        }
    }
}
