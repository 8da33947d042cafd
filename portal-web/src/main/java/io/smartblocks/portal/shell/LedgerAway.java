package io.smartblocks.portal.shell;

import io.smartblocks.ledger.port.LedgerUnavailable;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Says that a page needs the ledger itself, which does not answer; other pages show what was read from it before. */
@ControllerAdvice
class LedgerAway {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerAway.class);

    @ExceptionHandler(LedgerUnavailable.class)
    void away(LedgerUnavailable failure, HttpServletResponse response) throws IOException {
        LOG.warn(failure.getMessage());
        response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
    }
}
