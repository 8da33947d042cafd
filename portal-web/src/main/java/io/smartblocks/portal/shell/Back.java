package io.smartblocks.portal.shell;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;

/** Back to the page on which the reader chose how pages look or speak. */
final class Back {

    private static final Duration REMEMBERED = Duration.ofDays(365);

    private Back() {}

    /** The page of a request, with its question where it can be asked again. */
    static String page(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        if (failed != null) {
            return failed.toString();
        }
        String question = HttpMethod.GET.matches(request.getMethod()) ? request.getQueryString() : null;
        return question == null ? request.getRequestURI() : request.getRequestURI() + '?' + question;
    }

    /** Keeps a choice for a year; leads only to pages of the portal. */
    static ResponseEntity<Void> keeping(String name, String choice, String back) {
        ResponseCookie cookie = ResponseCookie.from(name, choice)
                .path("/")
                .maxAge(REMEMBERED)
                .sameSite("Lax")
                .build();
        return to(back).header(HttpHeaders.SET_COOKIE, cookie.toString()).build();
    }

    static ResponseEntity.HeadersBuilder<?> to(String back) {
        return ResponseEntity.status(303).header(HttpHeaders.LOCATION, local(back));
    }

    private static String local(String path) {
        return path.startsWith("/") && !path.startsWith("//") && path.chars().noneMatch(c -> c < ' ' || c == '\\')
                ? path
                : "/";
    }
}
