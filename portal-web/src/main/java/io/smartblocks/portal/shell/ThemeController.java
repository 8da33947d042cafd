package io.smartblocks.portal.shell;

import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Switches between light and dark for readers whose browser runs no script. */
@Controller
class ThemeController {

    private static final Duration REMEMBERED = Duration.ofDays(365);

    @PostMapping("/theme")
    ResponseEntity<Void> change(
            @CookieValue(name = "theme", defaultValue = "light") String theme,
            @RequestParam(defaultValue = "/") String back) {
        String other = theme.equals("dark") ? "light" : "dark";
        ResponseCookie cookie = ResponseCookie.from("theme", other)
                .path("/")
                .maxAge(REMEMBERED)
                .sameSite("Lax")
                .build();
        return ResponseEntity.status(303)
                .header(HttpHeaders.SET_COOKIE, cookie.toString())
                .header(HttpHeaders.LOCATION, local(back))
                .build();
    }

    private static String local(String path) {
        return path.startsWith("/") && !path.startsWith("//") && path.chars().noneMatch(c -> c < ' ' || c == '\\')
                ? path
                : "/";
    }
}
