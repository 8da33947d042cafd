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
 * signed in again meanwhile. What was typed stays in the browser; nothing of it is taken without a token. The form of a
 * sign-in page that stood open for too long leads to a new one, which knows the name and where its reader wanted to go.
 */
final class LostForm implements AccessDeniedHandler {

    static final String BACK = "lostForm";
    static final String NAME = "lostName";
    static final String SAVED = "SPRING_SECURITY_SAVED_REQUEST";

    /** A page for everybody: what else is chosen on it leads back to it. */
    private static final String OPEN = "/verify";

    private static final int LONGEST_NAME = 200;

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
        } else if (denied instanceof CsrfException && !behind && isOfSignIn(request)) {
            keepForSignIn(request);
            response.sendRedirect(request.getContextPath() + "/login?late=true");
        } else if (denied instanceof CsrfException && !behind && !signedIn && isOf(OPEN, request)) {
            response.sendRedirect(request.getContextPath() + OPEN);
        } else if (!(denied instanceof CsrfException) || behind || form.isEmpty()) {
            others.handle(request, response, denied);
        } else if (!signedIn) {
            request.getSession().setAttribute(SAVED, new SimpleSavedRequest(form.get()));
            response.sendRedirect(request.getContextPath() + "/login?lost=true");
        } else {
            response.setStatus(HttpStatus.FORBIDDEN.value());
            request.setAttribute(BACK, local(form.get()));
            request.getRequestDispatcher("/login/lost").forward(request, response);
        }
    }

    /** An address of this portal without the portal's own, as links within it have it. */
    static String local(String address) {
        URI parts = URI.create(address);
        return parts.getRawQuery() == null ? parts.getRawPath() : parts.getRawPath() + '?' + parts.getRawQuery();
    }

    private static boolean isOfSignIn(HttpServletRequest request) {
        return request.getRequestURI().equals(request.getContextPath() + "/login") || isOf("/login", request);
    }

    private static boolean isOf(String page, HttpServletRequest request) {
        String from = request.getHeader(HttpHeaders.REFERER);
        return from != null && from.startsWith(own(request, request.getContextPath() + page));
    }

    /** The session that knew where the reader wanted to go may be over, so the form tells it. */
    private static void keepForSignIn(HttpServletRequest request) {
        Optional.ofNullable(request.getParameter("wanted"))
                .filter(page -> page.startsWith("/") && !page.startsWith("//") && isAddress(page))
                .ifPresent(
                        page -> request.getSession().setAttribute(SAVED, new SimpleSavedRequest(own(request, page))));
        Optional.ofNullable(request.getParameter("username"))
                .filter(name -> name.length() <= LONGEST_NAME)
                .ifPresent(name -> request.getSession().setAttribute(NAME, name));
    }

    private static String own(HttpServletRequest request, String path) {
        return UrlUtils.buildFullRequestUrl(
                request.getScheme(), request.getServerName(), request.getServerPort(), path, null);
    }

    /** The page of this portal from which the request was sent; empty where it came from elsewhere or from the sign-in page. */
    private static Optional<String> form(HttpServletRequest request) {
        String own = own(request, request.getContextPath() + "/");
        return Optional.ofNullable(request.getHeader(HttpHeaders.REFERER))
                .filter(from -> from.startsWith(own) && !from.startsWith(own + "login"))
                .filter(LostForm::isAddress);
    }

    static boolean isAddress(String text) {
        try {
            return URI.create(text).getRawPath() != null;
        } catch (IllegalArgumentException notOne) {
            return false;
        }
    }
}
