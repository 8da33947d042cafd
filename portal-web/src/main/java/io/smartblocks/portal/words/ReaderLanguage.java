package io.smartblocks.portal.words;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * The language of one request: what the reader chose, else what the browser asks for, else the first.
 * What programs read and what is signed is the same for everyone.
 */
@Component("localeResolver")
class ReaderLanguage implements LocaleResolver {

    private static final Pattern FOR_EVERYONE =
            Pattern.compile("/(?:api|v3)/.*|.*[./](?:csv|xlsx|pdf|xml|json|esco)|.*/proof");

    private final Languages languages;

    ReaderLanguage(Languages languages) {
        this.languages = languages;
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        if (FOR_EVERYONE.matcher(request.getRequestURI()).matches()) {
            return Languages.OF_FILES;
        }
        return chosen(request).orElseGet(() -> asked(request));
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("a reader chooses by POST /language");
    }

    private Optional<Locale> chosen(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, Languages.COOKIE))
                .map(Cookie::getValue)
                .flatMap(languages::tagged);
    }

    private Locale asked(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        return accepted == null ? languages.all().get(0) : languages.best(accepted);
    }
}
