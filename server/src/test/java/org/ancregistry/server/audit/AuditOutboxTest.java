package org.ancregistry.server.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.ancregistry.interceptors.audit.AuditRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;

class AuditOutboxTest {

    private final List<AuditRecord> trail = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void deliversWhatWasPostedInItsOrderAndOnce() {
        try (var outbox = new AuditOutbox(folder, trail::addAll)) {
            var records = IntStream.range(0, 1203).mapToObj(i -> record()).toList();
            records.forEach(record -> outbox.post(List.of(record)));
            outbox.deliver();
            outbox.deliver();
            assertThat(trail).isEqualTo(records);
        }
    }

    @Test
    void keepsEverythingWhileTheDatabaseIsAway() {
        var away = new boolean[] {true};
        try (var outbox = new AuditOutbox(folder, batch -> {
            if (away[0]) {
                throw new DataAccessResourceFailureException("away");
            }
            trail.addAll(batch);
        })) {
            outbox.post(List.of(record()));
            assertThatExceptionOfType(DataAccessResourceFailureException.class).isThrownBy(outbox::deliver);
            outbox.post(List.of(record()));
            away[0] = false;
            outbox.deliver();
            assertThat(trail).hasSize(2);
        }
    }

    @Test
    void deliversWhatAKilledProcessLeft() throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java, "-cp", System.getProperty("java.class.path"), Poster.class.getName(), folder.toString())
                .inheritIO()
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(Poster.KILLED);
        try (var outbox = new AuditOutbox(folder, trail::addAll)) {
            outbox.deliver();
        }
        assertThat(trail).hasSize(Poster.POSTED);
        assertThat(folder).isEmptyDirectory();
    }

    /** Dies without closing anything, as a killed process does. */
    static final class Poster {

        static final int POSTED = 250;
        static final int KILLED = 137;

        private Poster() {}

        public static void main(String[] folder) {
            var outbox = new AuditOutbox(Path.of(folder[0]), batch -> {});
            IntStream.range(0, POSTED).forEach(i -> outbox.post(List.of(record())));
            Runtime.getRuntime().halt(KILLED);
        }
    }

    @Test
    void leavesAlonePostsOfAnotherThatIsAlive() {
        try (var first = new AuditOutbox(folder, batch -> {})) {
            first.post(List.of(record()));
            try (var second = new AuditOutbox(folder, trail::addAll)) {
                second.deliver();
                assertThat(trail).isEmpty();
            }
        }
    }

    @Test
    void passesOverALineThatADyingProcessDidNotFinish() throws IOException {
        var whole = OutboxLines.of(List.of(record()));
        var file = folder.resolve(UUID.randomUUID() + ".jsonl");
        Files.write(file, whole);
        Files.write(file, "{\"id\":\"unfin".getBytes(StandardCharsets.UTF_8), StandardOpenOption.APPEND);
        try (var outbox = new AuditOutbox(folder, trail::addAll)) {
            outbox.deliver();
        }
        assertThat(trail).hasSize(1);
    }

    @Test
    void setsAsideWhatTheTrailRefusesAndDeliversTheRest() {
        var refused = record();
        try (var outbox = new AuditOutbox(folder, batch -> {
            if (batch.contains(refused)) {
                throw new DataIntegrityViolationException("too long");
            }
            trail.addAll(batch);
        })) {
            outbox.post(List.of(record(), refused, record()));
            outbox.deliver();
        }
        assertThat(trail).hasSize(2);
        assertThat(folder.resolve(refused.id() + ".refused")).content().contains(refused.id());
    }

    @Test
    void keepsAFileThatAnotherVersionWrote() throws IOException {
        Files.writeString(folder.resolve("newer.jsonl"), "{\"id\":\"1\",\"somethingNew\":true}\n");
        try (var outbox = new AuditOutbox(folder, trail::addAll)) {
            outbox.post(List.of(record()));
            outbox.deliver();
        }
        assertThat(trail).hasSize(1);
        assertThat(folder.resolve("newer.jsonl.unreadable")).exists();
    }

    @Test
    void losesNothingWhenItCannotBeginANewFile() throws IOException {
        try (var outbox = new AuditOutbox(folder.resolve("inner"), trail::addAll)) {
            outbox.post(List.of(record()));
            Files.move(folder.resolve("inner"), folder.resolve("away"));
            assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(outbox::deliver);
            outbox.post(List.of(record()));
            Files.move(folder.resolve("away"), folder.resolve("inner"));
            outbox.deliver();
        }
        assertThat(trail).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void endsAlthoughOthersGoOnReading() {
        var itself = new AuditOutbox[1];
        try (var outbox = new AuditOutbox(folder, batch -> {
            trail.addAll(batch);
            if (trail.size() < 1000) {
                itself[0].post(List.of(record()));
            }
        })) {
            itself[0] = outbox;
            outbox.post(List.of(record()));
            outbox.deliver();
            assertThat(trail).hasSize(1);
        }
    }

    @Test
    void takesNothingAfterItsEnd() {
        var outbox = new AuditOutbox(folder, trail::addAll);
        outbox.post(List.of(record()));
        outbox.close();
        assertThat(trail).hasSize(1);
        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> outbox.post(List.of(record())));
    }

    private static AuditRecord record() {
        return new AuditRecord(
                UUID.randomUUID().toString(),
                Instant.parse("2026-11-28T10:15:30.123Z"),
                "R",
                "0",
                "Practitioner/kumari",
                null,
                null,
                "TREAT",
                "Patient/1",
                "request",
                "{\"resourceType\":\"AuditEvent\",\n\"text\":\"නිමාලි\"}");
    }
}
