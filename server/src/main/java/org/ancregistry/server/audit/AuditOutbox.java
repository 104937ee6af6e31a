package org.ancregistry.server.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.ancregistry.interceptors.audit.AuditRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.TransactionException;

/**
 * Keeps what was read and refused in files of this node until the trail in the database has it, a moment later. So a read
 * need not wait for a commit, and yet nothing is lost when the process is killed: what has been handed to the system to
 * write outlives the process, and the next start delivers what it finds. A record that is delivered twice is kept once.
 */
public final class AuditOutbox implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AuditOutbox.class);
    private static final int BATCH = 500;

    /** Beyond this the database has been away for long, and somebody floods the door. */
    private static final long MOST_BYTES = 256L << 20;

    private final Path folder;
    private final Consumer<List<AuditRecord>> trail;
    private final Deque<OutboxFile> waiting = new ArrayDeque<>();
    private final ReentrantLock delivering = new ReentrantLock();
    private OutboxFile open;
    private long waitingBytes;
    private boolean isClosed;

    /**
     * @param folder on a disk that outlives the process; other nodes on the same machine may share it
     * @param trail takes a batch for good, each record once however often it comes
     */
    public AuditOutbox(Path folder, Consumer<List<AuditRecord>> trail) {
        this.folder = folder;
        this.trail = trail;
        try {
            Files.createDirectories(folder);
            waiting.addAll(OutboxFile.leftIn(folder));
            open = OutboxFile.create(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The audit outbox cannot be used: " + folder, e);
        }
        waitingBytes = waiting.stream().mapToLong(OutboxFile::size).sum();
    }

    /**
     * Keeps records: when it returns, they outlive this process.
     *
     * @throws UncheckedIOException when they could not be kept, so that nothing may be shown of what they tell
     */
    public void post(List<AuditRecord> records) {
        var lines = OutboxLines.of(records);
        synchronized (waiting) {
            try {
                refuseTooMuch();
                open.append(lines);
            } catch (IOException e) {
                throw new UncheckedIOException("The audit outbox takes no more.", e);
            }
        }
    }

    private void refuseTooMuch() throws IOException {
        if (isClosed || waitingBytes + open.size() > MOST_BYTES) {
            throw new IOException(isClosed ? "It is closed." : "Too much waits for the database.");
        }
    }

    /** Delivers what waits, again and again; when the database is away it stays where it is. */
    @Scheduled(fixedDelayString = "PT0.25S")
    void deliverNow() {
        try {
            deliver();
        } catch (DataAccessException | TransactionException databaseAway) {
            LOG.warn("Audit records wait in the outbox: the database does not take them.");
        }
    }

    /** When it returns, the trail has all that was posted before. */
    public void deliver() {
        delivering.lock();
        try {
            for (var next = next(); next != null; next = next()) {
                next.inBatches(BATCH, trail);
                done(next);
            }
        } finally {
            delivering.unlock();
        }
    }

    private @Nullable OutboxFile next() {
        synchronized (waiting) {
            if (waiting.isEmpty() && open.size() > 0) {
                waiting.add(open);
                waitingBytes += open.size();
                open = newFile();
            }
            return waiting.peek();
        }
    }

    private OutboxFile newFile() {
        try {
            return OutboxFile.create(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void done(OutboxFile file) {
        synchronized (waiting) {
            waiting.remove(file);
            waitingBytes -= file.size();
        }
        file.delete();
    }

    /** Delivers the last records; when the database is away already, the next start finds them. */
    @Override
    public void close() {
        deliverNow();
        synchronized (waiting) {
            isClosed = true;
            open.release();
            waiting.forEach(OutboxFile::release);
        }
    }
}
