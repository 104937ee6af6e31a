package org.ancregistry.server.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.ancregistry.interceptors.audit.AuditRecord;

/** Audit records as lines of JSON, and back. */
final class OutboxLines {

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    private static final ObjectWriter WRITER = JSON.writerFor(AuditRecord.class);
    private static final ObjectReader READER = JSON.readerFor(AuditRecord.class);

    private OutboxLines() {}

    static byte[] of(List<AuditRecord> records) {
        var lines = new ByteArrayOutputStream();
        try {
            for (var record : records) {
                lines.writeBytes(WRITER.writeValueAsBytes(record));
                lines.write('\n');
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An audit record is plain text and times.", e);
        }
        return lines.toByteArray();
    }

    /**
     * The next records, at most that many; none at the end.
     *
     * @throws JsonProcessingException another version wrote them, in a way that this one does not know
     */
    static List<AuditRecord> read(BufferedReader lines, int most) throws IOException {
        var records = new ArrayList<AuditRecord>();
        while (records.size() < most) {
            var line = lines.readLine();
            if (line == null) {
                break;
            }
            records.add(READER.readValue(line));
        }
        return records;
    }
}
