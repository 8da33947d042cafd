package io.smartblocks.portal.shell;

import io.smartblocks.portal.words.Languages;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Keeps the language that a reader chose; what is no language changes nothing. */
@Controller
class LanguageController {

    private final Languages languages;

    LanguageController(Languages languages) {
        this.languages = languages;
    }

    @PostMapping("/language")
    ResponseEntity<Void> change(
            @RequestParam(defaultValue = "") String language, @RequestParam(defaultValue = "/") String back) {
        return languages
                .tagged(language)
                .map(known -> Back.keeping(Languages.COOKIE, known.toLanguageTag(), back))
                .orElseGet(() -> Back.to(back).build());
    }
}
