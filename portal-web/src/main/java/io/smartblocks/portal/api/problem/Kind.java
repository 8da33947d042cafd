package io.smartblocks.portal.api.problem;

import java.util.Locale;
import org.springframework.http.HttpStatus;

/** The kinds of problems, each with its usual status and its title. */
public enum Kind {
    MALFORMED(HttpStatus.BAD_REQUEST, "The request cannot be read"),
    NO_KEY(HttpStatus.UNAUTHORIZED, "No valid key"),
    NOT_ALLOWED(HttpStatus.FORBIDDEN, "Not allowed with this key"),
    NOT_FOUND(HttpStatus.NOT_FOUND, "Not found"),
    METHOD(HttpStatus.METHOD_NOT_ALLOWED, "Not by this method"),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "Not in this form"),
    NOT_MADE(HttpStatus.CONFLICT, "This cannot be made now"),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "Too large"),
    MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The body is of another type"),
    INVALID(HttpStatus.UNPROCESSABLE_CONTENT, "The request says something that does not hold"),
    REFUSED(HttpStatus.UNPROCESSABLE_CONTENT, "The ledger refused it"),
    KEY_REUSED(HttpStatus.UNPROCESSABLE_CONTENT, "The idempotency key belongs to another request"),
    TOO_MANY(HttpStatus.TOO_MANY_REQUESTS, "Too many requests"),
    UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "Not available now"),
    OUTCOME_UNKNOWN(HttpStatus.SERVICE_UNAVAILABLE, "The outcome is not known yet"),
    BROKEN(HttpStatus.INTERNAL_SERVER_ERROR, "The portal failed");

    private final HttpStatus status;
    private final String title;

    Kind(HttpStatus status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The answer's status. */
    public HttpStatus status() {
        return status;
    }

    /** The kind as a program reads it, such as {@code not-found}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind in words. */
    public String title() {
        return title;
    }
}
