package io.smartblocks.portal.audit;

import static java.util.function.Predicate.not;

import io.smartblocks.portal.account.SignedIn;
import io.smartblocks.portal.document.DocumentFormat;
import io.smartblocks.portal.shell.Step;
import io.smartblocks.portal.words.Words;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The audit log for administrators and auditors: newest first, and the check of its chain. */
@Controller
class AuditController {

    private static final int SHOWN = 50;

    private final EntryRows rows;
    private final AuditFiles files;
    private final AuditReading reading;
    private final Words say;

    AuditController(EntryRows rows, AuditFiles files, AuditReading reading, Words say) {
        this.rows = rows;
        this.files = files;
        this.reading = reading;
        this.say = say;
    }

    /** The filter as it was asked for, and what of it could not be read. */
    record Asked(AuditFilter filter, String from, String to, List<String> wrong) {}

    @ModelAttribute("asked")
    Asked asked(
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String about,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to) {
        List<String> wrong = new ArrayList<>();
        return new Asked(
                new AuditFilter(
                        who.strip(),
                        Act.withCode(act),
                        Outcome.withCode(outcome),
                        about.strip(),
                        day("from", from, wrong),
                        day("to", to, wrong),
                        say.zone()),
                from,
                to,
                wrong);
    }

    private static Optional<LocalDate> day(String field, String written, List<String> wrong) {
        try {
            return Optional.of(written.strip()).filter(not(String::isEmpty)).map(LocalDate::parse);
        } catch (DateTimeException e) {
            wrong.add(field);
            return Optional.empty();
        }
    }

    @GetMapping("/audit")
    ModelAndView list(@ModelAttribute("asked") Asked asked, @RequestParam(defaultValue = "") String before) {
        AuditFilter filter = asked.filter();
        Optional<Long> oldest = before.matches("\\d{1,18}") ? Optional.of(Long.parseLong(before)) : Optional.empty();
        List<Entry> found =
                asked.wrong().isEmpty() ? rows.newest(filter, oldest.orElse(Long.MAX_VALUE), SHOWN + 1) : List.of();
        List<Entry> shown = found.stream().limit(SHOWN).toList();
        ModelAndView page = new ModelAndView(
                "audit/list", asked.wrong().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        page.addObject(
                "rows", shown.stream().map(entry -> AuditRow.of(entry, say)).toList());
        page.addObject("acts", List.of(Act.values()));
        page.addObject("outcomes", List.of(Outcome.values()));
        page.addObject(
                "older",
                found.size() > SHOWN
                        ? filter.address("/audit", "" + shown.get(SHOWN - 1).number())
                        : "");
        page.addObject("first", oldest.isPresent() ? filter.address("/audit", "") : "");
        page.addObject("csv", filter.address("/audit.csv", ""));
        page.addObject("xlsx", filter.address("/audit.xlsx", ""));
        page.addObject("end", rows.head());
        page.addObject("paper", say.message("audit.paper", rows.head().toString()));
        return page;
    }

    @PostMapping("/audit/check")
    String check(@AuthenticationPrincipal SignedIn user, @RequestParam(defaultValue = "") String known, Model model) {
        Optional<Head> noted = Head.read(known);
        model.addAttribute("trail", List.of(new Step(say.message("audit.heading"), "/audit")));
        model.addAttribute("known", known);
        model.addAttribute("unread", noted.isEmpty() && !known.isBlank());
        if (noted.isPresent() || known.isBlank()) {
            model.addAttribute("found", reading.check(user.account(), noted));
        }
        return "audit/check";
    }

    @GetMapping("/audit.csv")
    ResponseEntity<byte[]> csv(@ModelAttribute("asked") Asked asked) {
        return sent(asked, DocumentFormat.CSV);
    }

    @GetMapping("/audit.xlsx")
    ResponseEntity<byte[]> xlsx(@ModelAttribute("asked") Asked asked) {
        return sent(asked, DocumentFormat.XLSX);
    }

    private ResponseEntity<byte[]> sent(Asked asked, DocumentFormat format) {
        if (!asked.wrong().isEmpty()) {
            return ResponseEntity.unprocessableContent().build();
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(format.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("audit." + format.ending())
                                .build()
                                .toString())
                .body(files.made(asked.filter(), format));
    }
}
