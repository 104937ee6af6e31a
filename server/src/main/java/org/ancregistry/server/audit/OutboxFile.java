package org.ancregistry.server.audit;

import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
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

    /** A lock is the whole process's, and closing any second handle of the file would give it up. */
    private static final Set<Path> OWNED_HERE = ConcurrentHashMap.newKeySet();

    /** More than come between two deliveries, unless the database is away: then the disk is enough. */
    private static final int MOST_REMEMBERED = 5_000;

    private final Path path;
    private final RandomAccessFile file;
    private long size;
    private boolean isRemembered;
    private List<AuditRecord> remembered = new ArrayList<>();

    private OutboxFile(Path path, RandomAccessFile file) throws IOException {
        this.path = path;
        this.file = file;
        this.size = file.length();
    }

    /** It gets its name when it is locked, so that nobody takes it for a dead process's. */
    static OutboxFile create(Path folder) throws IOException {
        var name = UUID.randomUUID().toString();
        var unnamed = folder.resolve(name + ".new");
        var path = folder.toRealPath().resolve(name + ENDING);
        var file = new RandomAccessFile(unnamed.toFile(), "rw");
        file.getChannel().lock();
        var made = new OutboxFile(path, file);
        made.isRemembered = true;
        OWNED_HERE.add(path);
        Files.move(unnamed, path);
        return made;
    }

    /** Files that nobody owns any more. */
    static List<OutboxFile> leftIn(Path folder) throws IOException {
        var left = new ArrayList<OutboxFile>();
        try (var paths = Files.newDirectoryStream(folder.toRealPath(), "*" + ENDING)) {
            for (var path : paths) {
                var taken = OWNED_HERE.add(path) ? take(path) : null;
                if (taken != null) {
                    left.add(taken);
                }
            }
        }
        return left;
    }

    private static @Nullable OutboxFile take(Path path) throws IOException {
        var file = new RandomAccessFile(path.toFile(), "rw");
        var taken = new OutboxFile(path, file);
        if (file.getChannel().tryLock() == null) {
            taken.close();
            return null;
        }
        taken.forgetWhatWasNotFinished();
        return taken;
    }

    /** A last line without its end: the process died while it wrote it, so nobody got the answer that it tells of. */
    private void forgetWhatWasNotFinished() throws IOException {
        var whole = size;
        while (whole > 0 && byteAt(whole - 1) != '\n') {
            whole--;
        }
        if (whole < size) {
            LOG.warn("{} bytes of the audit outbox were not finished and are left out.", size - whole);
            file.setLength(whole);
            size = whole;
        }
    }

    private int byteAt(long position) throws IOException {
        file.seek(position);
        return file.read();
    }

    long size() {
        return size;
    }

    /** At the end, whole or not at all. */
    void append(List<AuditRecord> records, byte[] lines) throws IOException {
        try {
            file.write(lines);
            size += lines.length;
            remember(records);
        } catch (IOException diskFull) {
            file.setLength(size);
            file.seek(size);
            throw diskFull;
        }
    }

    private void remember(List<AuditRecord> records) {
        if (isRemembered && remembered.size() + records.size() <= MOST_REMEMBERED) {
            remembered.addAll(records);
        } else {
            forget();
        }
    }

    /** What this process has written it need not read again; but what waits for long waits on the disk. */
    void forget() {
        isRemembered = false;
        remembered = new ArrayList<>();
    }

    void inBatches(int most, Consumer<List<AuditRecord>> taker) throws IOException {
        if (!isRemembered) {
            readInBatches(most, taker);
            return;
        }
        var written = remembered;
        forget();
        for (var from = 0; from < written.size(); from += most) {
            taker.accept(List.copyOf(written.subList(from, Math.min(written.size(), from + most))));
        }
    }

    private void readInBatches(int most, Consumer<List<AuditRecord>> taker) throws IOException {
        file.seek(0);
        // Not closed: that would close the file, and with it the lock.
        var bytes = new FileInputStream(file.getFD());
        var lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
        var batch = OutboxLines.read(lines, most);
        while (!batch.isEmpty()) {
            taker.accept(batch);
            batch = OutboxLines.read(lines, most);
        }
    }

    /** When all of it is in the trail. */
    void delete() throws IOException {
        Files.deleteIfExists(path);
        close();
    }

    /** For a person to look at, or for the version that wrote it: nobody takes it from here any more. */
    void setAside() {
        try {
            Files.move(path, path.resolveSibling(path.getFileName() + ".unreadable"));
            close();
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
            close();
        } catch (IOException e) {
            LOG.warn("An outbox file could not be closed: {}", path.getFileName());
        }
    }

    private void close() throws IOException {
        OWNED_HERE.remove(path);
        file.close();
    }
}
