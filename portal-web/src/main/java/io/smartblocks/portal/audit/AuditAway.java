package io.smartblocks.portal.audit;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** An act was not done because the audit log cannot be written. */
@ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
public class AuditAway extends RuntimeException {

    private static final long serialVersionUID = 1;

    public AuditAway(String message, Throwable cause) {
        super(message, cause);
    }
}
