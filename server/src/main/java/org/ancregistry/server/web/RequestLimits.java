package org.ancregistry.server.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriUtils;

/** Turns away FHIR requests that are too long, packed, or not text, before anything reads them. */
final class RequestLimits extends OncePerRequestFilter {

    private final long longestBody;

    RequestLimits(long longestBody) {
        this.longestBody = longestBody;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var encoding = request.getHeader("Content-Encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            Refusal.write(response, 415, "Send the body as it is, not packed.");
        } else if (!isUtf8(request.getContentType())) {
            Refusal.write(response, 415, "Send the body in UTF-8, with a Content-Type that can be read.");
        } else if (request.getContentLengthLong() > longestBody) {
            Refusal.write(response, 413, "The body is too long: at most " + longestBody + " bytes.");
        } else if (!isText(request.getQueryString()) || !isText(request.getRequestURI())) {
            Refusal.write(response, 400, "The address must be UTF-8 text without control characters.");
        } else {
            chain.doFilter(new BoundedRequest(request, longestBody), response);
        }
    }

    /**
     * FHIR is UTF-8; in another encoding a body would say to its reader what it did not say to those who look at it here.
     * The header itself is asked: what the container says of the encoding is what it was told to say.
     */
    private static boolean isUtf8(@Nullable String contentType) {
        try {
            var encoding = contentType == null
                    ? null
                    : MediaType.parseMediaType(contentType).getCharset();
            return encoding == null
                    || encoding.equals(StandardCharsets.UTF_8)
                    || encoding.equals(StandardCharsets.US_ASCII);
        } catch (InvalidMediaTypeException unknown) {
            return false;
        }
    }

    /** Whether {@code encoded} stands for UTF-8 text; PostgreSQL, for one, keeps no NUL. */
    private static boolean isText(String encoded) {
        if (encoded == null) {
            return true;
        }
        try {
            var raw = UriUtils.decode(encoded, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1);
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(raw));
            return text.chars().noneMatch(Character::isISOControl);
        } catch (CharacterCodingException | IllegalArgumentException malformed) {
            return false;
        }
    }
}
