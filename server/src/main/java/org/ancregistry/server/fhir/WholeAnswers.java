package org.ancregistry.server.fhir;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets an answer leave in few large pieces. HAPI's encoder flushes after every extension, which sends each bit of a long
 * answer by itself and leaves nothing to compress.
 */
final class WholeAnswers extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var whole = new Whole(response);
        chain.doFilter(request, whole);
        whole.finish();
    }

    private static final class Whole extends HttpServletResponseWrapper {

        private static final int PIECE = 16 * 1024;

        private @Nullable Unhurried writer;

        Whole(HttpServletResponse response) {
            super(response);
        }

        @Override
        public PrintWriter getWriter() throws IOException {
            if (writer == null) {
                writer = new Unhurried(new BufferedWriter(super.getWriter(), PIECE));
            }
            return writer;
        }

        @Override
        public void reset() {
            super.reset();
            writer = null;
        }

        @Override
        public void resetBuffer() {
            super.resetBuffer();
            writer = null;
        }

        void finish() {
            if (writer != null) {
                writer.sendOn();
            }
        }
    }

    /** Flushes only when all is written. */
    private static final class Unhurried extends PrintWriter {

        Unhurried(BufferedWriter out) {
            super(out);
        }

        @Override
        public void flush() {
            // The end flushes.
        }

        void sendOn() {
            super.flush();
        }
    }
}
