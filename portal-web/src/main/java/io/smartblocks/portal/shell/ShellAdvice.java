package io.smartblocks.portal.shell;

import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.port.LedgerUnavailable;
import io.smartblocks.ledger.readmodel.Checkpoint;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.ReadModelException;
import io.smartblocks.portal.account.SignedIn;
import io.smartblocks.portal.words.Languages;
import io.smartblocks.portal.words.Words;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page its shell and the words to write with. */
@ControllerAdvice
class ShellAdvice {

    private static final Set<String> THEMES = Set.of("light", "dark");

    private final Words words;
    private final Languages languages;
    private final Waiting waiting;
    private final ReadModel model;
    private final Ledger ledger;
    private final ObjectProvider<SiteTime> time;

    ShellAdvice(
            Words words,
            Languages languages,
            Waiting waiting,
            ReadModel model,
            Ledger ledger,
            ObjectProvider<SiteTime> time) {
        this.ledger = ledger;
        this.time = time;
        this.model = model;
        this.words = words;
        this.languages = languages;
        this.waiting = waiting;
    }

    @ModelAttribute("say")
    Words say() {
        return words;
    }

    @ModelAttribute("shell")
    Shell shell(
            HttpServletRequest request,
            @AuthenticationPrincipal SignedIn user,
            @CookieValue(name = "theme", defaultValue = "") String theme) {
        Optional<SignedIn> reader = Optional.ofNullable(user);
        return new Shell(
                THEMES.contains(theme) ? theme : null,
                Back.page(request),
                Tongue.of(languages.all(), LocaleContextHolder.getLocale()),
                reader.map(SignedIn::account),
                reader.map(this::waitingFor).orElse(0),
                pulse(),
                isAway(),
                Optional.ofNullable(time.getIfAvailable()).flatMap(SiteTime::hurried));
    }

    /** The page that says that the tables do not answer has a shell as well. */
    private int waitingFor(SignedIn reader) {
        try {
            return waiting.count(reader.account());
        } catch (ReadModelException away) {
            return 0;
        }
    }

    private boolean isAway() {
        try {
            return !ledger.health().writable();
        } catch (LedgerUnavailable away) {
            return true;
        }
    }

    private Optional<Shell.Pulse> pulse() {
        Checkpoint newest = model.checkpoint();
        return newest.height() == 0
                ? Optional.empty()
                : Optional.of(new Shell.Pulse(newest.height() - 1, newest.lastTime()));
    }
}
