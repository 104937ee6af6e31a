package org.ancregistry.server.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** Clients that each ask, wait for the whole answer and ask again, over connections that stay open. */
final class Load implements AutoCloseable {

    private static final int ERROR_WORDS = 400;
    private static final int SUCCESS = 200;
    private static final int NO_SUCCESS = 300;

    private final HttpClient http;
    private final ExecutorService clients = Executors.newCachedThreadPool();
    private final AtomicLong numbers;
    private final Map<MeasuredServer, LongAdder> asked = new ConcurrentHashMap<>();

    /** @param firstNumber numbers below were used before, when the databases were filled */
    Load(HttpClient http, long firstNumber) {
        this.http = http;
        this.numbers = new AtomicLong(firstNumber);
    }

    Turn run(Side side, int howMany, Duration length) {
        var errors = new ConcurrentLinkedQueue<String>();
        var javaBefore = side.server().cpu();
        var databaseBefore = Database.cpu();
        var start = System.nanoTime();
        var end = start + length.toNanos();
        var asking = new ArrayList<Future<List<Long>>>();
        for (var client = 0; client < howMany; client++) {
            asking.add(clients.submit(() -> askUntil(end, side, errors)));
        }
        var nanos = asking.stream().flatMap(client -> result(client).stream()).toList();
        asked.computeIfAbsent(side.server(), first -> new LongAdder()).add(nanos.size());
        var took = Duration.ofNanos(System.nanoTime() - start);
        return new Turn(
                nanos,
                took,
                side.server().cpu().minus(javaBefore),
                Database.cpu().minus(databaseBefore),
                List.copyOf(errors));
    }

    private List<Long> askUntil(long end, Side side, Queue<String> errors) throws IOException, InterruptedException {
        var nanos = new ArrayList<Long>();
        while (System.nanoTime() < end) {
            var request = side.request().apply(numbers.getAndIncrement()).build();
            var start = System.nanoTime();
            var answer = http.send(request, BodyHandlers.ofByteArray());
            nanos.add(System.nanoTime() - start);
            if (answer.statusCode() < SUCCESS || answer.statusCode() >= NO_SUCCESS) {
                errors.add(answer.statusCode() + " " + firstWords(answer.body()));
            }
        }
        return nanos;
    }

    /** The number that the next request will have. */
    long nextNumber() {
        return numbers.get();
    }

    /** How many requests a server has had from here. */
    long askedOf(MeasuredServer server) {
        return asked.getOrDefault(server, new LongAdder()).sum();
    }

    private static String firstWords(byte[] body) {
        return new String(body, 0, Math.min(body.length, ERROR_WORDS), StandardCharsets.UTF_8);
    }

    private static List<Long> result(Future<List<Long>> client) {
        try {
            return client.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException failure) {
            throw new IllegalStateException("A client could not go on.", failure.getCause());
        }
    }

    @Override
    public void close() {
        clients.shutdownNow();
    }
}
