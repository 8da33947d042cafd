package io.smartblocks.portal.account;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;
import org.springframework.security.web.util.UrlUtils;

/**
 * Leads back to a form whose session had ended before it was sent: through the sign-in page, or at once where its reader has
 * signed in again meanwhile. What was typed stays in the browser; nothing of it is taken without a token.
 */
final class LostForm implements AccessDeniedHandler {

    static final String BACK = "lostForm";
    private static final String SAVED = "SPRING_SECURITY_SAVED_REQUEST";

    private final AccessDeniedHandler others;

    LostForm(AccessDeniedHandler others) {
        this.others = others;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException, ServletException {
        Optional<String> form = form(request);
        boolean signedIn = SecurityContextHolder.getContext().getAuthentication() != null;
        boolean behind = Behind.thePage(request);
        if (denied instanceof CsrfException && behind && !signedIn) {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
        } else if (!(denied instanceof CsrfException) || behind || form.isEmpty()) {
            others.handle(request, response, denied);
        } else if (!signedIn) {
            request.getSession().setAttribute(SAVED, new SimpleSavedRequest(form.get()));
            response.sendRedirect(request.getContextPath() + "/login?lost=true");
        } else {
            response.setStatus(HttpStatus.FORBIDDEN.value());
            request.setAttribute(BACK, URI.create(form.get()).getRawPath() + query(form.get()));
            request.getRequestDispatcher("/login/lost").forward(request, response);
        }
    }

    private static String query(String address) {
        String query = URI.create(address).getRawQuery();
        return query == null ? "" : '?' + query;
    }

    /** The page of this portal from which the request was sent; empty where it came from elsewhere or from the sign-in page. */
    private static Optional<String> form(HttpServletRequest request) {
        String own = UrlUtils.buildFullRequestUrl(
                request.getScheme(),
                request.getServerName(),
                request.getServerPort(),
                request.getContextPath() + "/",
                null);
        return Optional.ofNullable(request.getHeader(HttpHeaders.REFERER))
                .filter(from -> from.startsWith(own) && !from.startsWith(own + "login"))
                .filter(LostForm::isAddress);
    }

    private static boolean isAddress(String text) {
        try {
            return URI.create(text).getRawPath() != null;
        } catch (IllegalArgumentException notOne) {
            return false;
        }
    }
}
