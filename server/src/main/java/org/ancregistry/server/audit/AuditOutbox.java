package org.ancregistry.server.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
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
                open.append(records, lines);
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
        } catch (UncheckedIOException disk) {
            LOG.error("Audit records wait in the outbox: the disk does not give them.", disk);
        }
    }

    /** When it returns, the trail has all that was posted before it was called. */
    public void deliver() {
        delivering.lock();
        try {
            waitingNow().forEach(this::deliver);
        } finally {
            delivering.unlock();
        }
    }

    /** What comes meanwhile waits for the next time: else nobody would ever be done while many read. */
    private List<OutboxFile> waitingNow() {
        synchronized (waiting) {
            if (open.size() > 0) {
                var fresh = newFile();
                if (!waiting.isEmpty()) {
                    open.forget();
                }
                waiting.add(open);
                waitingBytes += open.size();
                open = fresh;
            }
            return List.copyOf(waiting);
        }
    }

    private OutboxFile newFile() {
        try {
            return OutboxFile.create(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void deliver(OutboxFile file) {
        try {
            file.inBatches(BATCH, this::take);
            file.delete();
        } catch (JsonProcessingException unreadable) {
            LOG.error("A file of the audit outbox cannot be read by this version: it is kept under another name.");
            file.setAside();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        synchronized (waiting) {
            waiting.remove(file);
            waitingBytes -= file.size();
        }
    }

    /** One record that the table refuses does not hold up all others. */
    private void take(List<AuditRecord> records) {
        try {
            trail.accept(records);
        } catch (DataIntegrityViolationException oneDoesNotFit) {
            if (records.size() > 1) {
                records.forEach(record -> take(List.of(record)));
            } else {
                setAside(records.get(0));
            }
        }
    }

    private void setAside(AuditRecord record) {
        LOG.error("Audit record {} does not fit into the trail: it is kept in the outbox's folder.", record.id());
        try {
            Files.write(folder.resolve(record.id() + ".refused"), OutboxLines.of(List.of(record)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Delivers the last records; when the database is away already, the next start finds them. */
    @Override
    public void close() {
        try {
            deliverNow();
        } finally {
            release();
        }
    }

    private void release() {
        synchronized (waiting) {
            isClosed = true;
            open.release();
            waiting.forEach(OutboxFile::release);
        }
    }
}
