package org.ancregistry.server.web;

import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.PayloadTooLargeException;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;

/** A request whose body ends in a refusal when it turns out to be longer than it may be: a chunked one says no length. */
final class BoundedRequest extends HttpServletRequestWrapper {

    private final long longestBody;

    BoundedRequest(HttpServletRequest request, long longestBody) {
        super(request);
        this.longestBody = longestBody;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return new BoundedStream(super.getInputStream(), longestBody);
    }

    private static final class BoundedStream extends ServletInputStream {

        private final ServletInputStream body;
        private final JsonNumbers numbers = new JsonNumbers();
        private long left;

        BoundedStream(ServletInputStream body, long longest) {
            this.body = body;
            this.left = longest;
        }

        @Override
        public int read() throws IOException {
            var next = body.read();
            count(next < 0 ? 0 : 1);
            look(Math.max(next, 0));
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            var read = body.read(buffer, offset, length);
            count(Math.max(read, 0));
            for (var at = offset; at < offset + read; at++) {
                look(buffer[at]);
            }
            return read;
        }

        private void look(int next) {
            if (numbers.isHuge(next)) {
                throw new InvalidRequestException("A number in the body is too large or too small.");
            }
        }

        private void count(int read) {
            left -= read;
            if (left < 0) {
                throw new PayloadTooLargeException("The body is too long.");
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
