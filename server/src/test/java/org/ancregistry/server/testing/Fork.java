package org.ancregistry.server.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One of the JVMs in which the tests run beside each other. What two of them could take from each other, a port or a key
 * file, each has for itself.
 */
public final class Fork {

    /** {@code fork1}, {@code fork2}. */
    private static final String NAME = System.getProperty("anc.test.fork", "fork1");

    private static final int NUMBER = Integer.parseInt(NAME.replace("fork", ""));

    /** Below the ports that Linux gives to outgoing connections: nobody takes one between its choice and its use. */
    private static final int FIRST_PORT = 20_000;

    private static final int PORTS = 5_000;

    /** Begins elsewhere in each JVM, so that two runs of the tests rarely meet. */
    private static final AtomicInteger CHOSEN =
            new AtomicInteger((int) (ProcessHandle.current().pid() % 40) * 100);

    private Fork() {}

    /** A port of this computer that nobody listens on; no other call gets it. */
    public static int freePort() {
        while (CHOSEN.get() < PORTS) {
            var port = FIRST_PORT + NUMBER % 2 * PORTS + CHOSEN.getAndIncrement();
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("All ports of the tests were used.");
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    /** A path below {@code target} that no other JVM uses. */
    static String path(String name) {
        return "target/" + NAME + "/" + name;
    }
}
