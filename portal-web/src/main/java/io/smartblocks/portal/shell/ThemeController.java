package io.smartblocks.portal.shell;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Switches between light and dark for readers whose browser runs no script. */
@Controller
class ThemeController {

    @PostMapping("/theme")
    ResponseEntity<Void> change(
            @CookieValue(name = "theme", defaultValue = "light") String theme,
            @RequestParam(defaultValue = "/") String back) {
        return Back.keeping("theme", theme.equals("dark") ? "light" : "dark", back);
    }
}
