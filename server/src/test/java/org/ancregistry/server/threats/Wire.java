package org.ancregistry.server.threats;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Requests as bytes, for what no client library would send: a header may hold anything but the end of its line. */
record Wire(URI server, Duration patience) {

    /**
     * What came back.
     *
     * @param asked the request's first line and how it began, to send it again
     * @param status 400 when the server closed the connection without a word, as it does on what is no HTTP
     */
    record Answer(String asked, int status, String body) {}

    Answer get(String path, @Nullable String authorization) {
        return send("GET " + path, authorization, null);
    }

    Answer form(String path, @Nullable String authorization, String form) {
        return send("POST " + path, authorization, form);
    }

    private Answer send(String line, @Nullable String authorization, @Nullable String form) {
        var head = new StringBuilder(line).append(" HTTP/1.1\r\nHost: ").append(server.getAuthority());
        head.append("\r\nConnection: close\r\n");
        if (authorization != null) {
            head.append("Authorization: ")
                    .append(authorization.replaceAll("[\r\n]", ""))
                    .append("\r\n");
        }
        if (form != null) {
            head.append("Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ")
                    .append(form.length())
                    .append("\r\n");
        }
        var asked = line + (form == null ? "" : " " + form) + " " + authorization;
        return answer(asked, exchange(head + "\r\n" + (form == null ? "" : form)));
    }

    private String exchange(String request) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort())) {
            socket.setSoTimeout((int) patience.toMillis());
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            var answer = new ByteArrayOutputStream();
            socket.getInputStream().transferTo(answer);
            return answer.toString(StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(request, failure);
        }
    }

    private static Answer answer(String asked, String text) {
        var status = text.startsWith("HTTP/1.1 ") ? Integer.parseInt(text.substring(9, 12)) : 400;
        return new Answer(asked, status, text);
    }
}
