package io.smartblocks.portal.audit;

import io.smartblocks.portal.account.SignedIn;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.stereotype.Component;

/** Tells which addresses people asked for that their role does not open, and answers 403. */
@Component
class ForbiddenTold implements AccessDeniedHandler {

    private final AuditLog log;
    private final AccessDeniedHandler answer = new AccessDeniedHandlerImpl();

    ForbiddenTold(AuditLog log) {
        this.log = log;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException, ServletException {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (who != null && who.getPrincipal() instanceof SignedIn user) {
            log.tellAfterwards(
                    Told.of(user.account(), Act.FORBIDDEN, request.getMethod() + ' ' + request.getRequestURI())
                            .with(Outcome.REFUSED));
        }
        answer.handle(request, response, denied);
    }
}
