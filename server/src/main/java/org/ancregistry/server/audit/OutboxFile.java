package org.ancregistry.server.audit;

import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.ancregistry.interceptors.audit.AuditRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One file of audit records, a line each. Whoever holds its lock owns it; the lock ends with the process, so that another
 * can take over what a dead one left. It is no channel, since a channel closes under a thread that is interrupted.
 */
final class OutboxFile {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxFile.class);
    private static final String ENDING = ".jsonl";

    private final Path path;
    private final RandomAccessFile file;
    private long size;

    private OutboxFile(Path path, RandomAccessFile file) throws IOException {
        this.path = path;
        this.file = file;
        this.size = file.length();
    }

    static OutboxFile create(Path folder) throws IOException {
        var path = folder.resolve(UUID.randomUUID() + ENDING);
        var file = new RandomAccessFile(path.toFile(), "rw");
        file.getChannel().lock();
        return new OutboxFile(path, file);
    }

    /** Files that nobody owns any more. */
    static List<OutboxFile> leftIn(Path folder) throws IOException {
        var left = new ArrayList<OutboxFile>();
        try (var paths = Files.newDirectoryStream(folder, "*" + ENDING)) {
            for (var path : paths) {
                var taken = take(path);
                if (taken != null) {
                    left.add(taken);
                }
            }
        }
        return left;
    }

    private static @Nullable OutboxFile take(Path path) throws IOException {
        var file = new RandomAccessFile(path.toFile(), "rw");
        try {
            if (file.getChannel().tryLock() != null) {
                return new OutboxFile(path, file);
            }
        } catch (OverlappingFileLockException ownedInThisProcess) {
            LOG.debug("{} is another registry's of this process", path);
        }
        file.close();
        return null;
    }

    long size() {
        return size;
    }

    /** At the end, whole or not at all. */
    void append(byte[] lines) throws IOException {
        try {
            file.write(lines);
            size += lines.length;
        } catch (IOException diskFull) {
            file.setLength(size);
            file.seek(size);
            throw diskFull;
        }
    }

    void inBatches(int most, Consumer<List<AuditRecord>> taker) {
        try {
            file.seek(0);
            // Not closed: that would close the file, and with it the lock.
            var bytes = new FileInputStream(file.getFD());
            var lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
            var batch = OutboxLines.read(lines, most);
            while (!batch.isEmpty()) {
                taker.accept(batch);
                batch = OutboxLines.read(lines, most);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** When all of it is in the trail. */
    void delete() {
        try {
            Files.deleteIfExists(path);
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Leaves it to whoever comes next, or takes it away when there is nothing in it. */
    void release() {
        try {
            if (size == 0) {
                Files.deleteIfExists(path);
            }
            file.close();
        } catch (IOException e) {
            LOG.warn("An outbox file could not be closed: {}", path.getFileName());
        }
    }
}
