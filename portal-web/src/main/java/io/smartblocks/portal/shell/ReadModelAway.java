package io.smartblocks.portal.shell;

import io.smartblocks.ledger.readmodel.ReadModelException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Says that what pages are read from does not answer, which is no fault of the page. */
@ControllerAdvice
class ReadModelAway {

    private static final Logger LOG = LoggerFactory.getLogger(ReadModelAway.class);

    @ExceptionHandler(ReadModelException.class)
    void away(ReadModelException failure, HttpServletResponse response) throws IOException {
        LOG.warn(failure.getMessage());
        response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
    }
}
