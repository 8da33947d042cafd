package io.smartblocks.portal.energy;

import io.smartblocks.ledger.state.MeterState;
import io.smartblocks.ledger.transaction.SiteId;
import io.smartblocks.portal.account.SignedIn;
import io.smartblocks.portal.document.DocumentFormat;
import io.smartblocks.portal.energy.series.Course;
import io.smartblocks.portal.energy.series.Span;
import io.smartblocks.portal.energy.site.Places;
import io.smartblocks.portal.member.Access;
import io.smartblocks.portal.member.Names;
import io.smartblocks.portal.shell.NotFound;
import io.smartblocks.portal.shell.Part;
import io.smartblocks.portal.shell.Step;
import io.smartblocks.portal.words.Words;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The list of meters, and the curves of one meter over a day, week, month or year. */
@Controller
class MeterController {

    private static final int PAGE = 50;

    private final Access access;
    private final Places places;
    private final MeterRows rows;
    private final MeterPage page;
    private final CourseFiles files;
    private final Names names;
    private final Words say;

    MeterController(
            Access access, Places places, MeterRows rows, MeterPage page, CourseFiles files, Names names, Words say) {
        this.access = access;
        this.places = places;
        this.rows = rows;
        this.page = page;
        this.files = files;
        this.names = names;
        this.say = say;
    }

    @ModelAttribute("meterFilter")
    MeterFilter filter(
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String site,
            @RequestParam(defaultValue = "") String energy,
            @RequestParam(defaultValue = "") String state) {
        return new MeterFilter(words, site, energy, state);
    }

    @GetMapping("/meters")
    ModelAndView list(
            @AuthenticationPrincipal SignedIn user,
            @ModelAttribute("meterFilter") MeterFilter filter,
            @RequestParam(defaultValue = "") String after) {
        Optional<List<SiteId>> sites =
                filter.site().isEmpty() ? Optional.of(List.of()) : places.standingAt(user.account(), filter.site());
        Part<MeterRows.Read> part = Part.of(
                sites.map(known -> rows.read(user.account(), filter.at(known), after, PAGE + 1))
                        .orElse(List.of()),
                PAGE);
        ModelAndView page =
                new ModelAndView("energy/meters", sites.isPresent() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        page.addObject(
                "problems",
                sites.isPresent() ? Map.of() : Map.of("site", say.message("meters.site.unknown", filter.site())));
        page.addObject("rows", part.shown(rows::row));
        page.addObject("first", after.isEmpty() ? "" : filter.address(""));
        page.addObject(
                "next", part.next(last -> filter.address(last.meter().meter().value())));
        return page;
    }

    @GetMapping("/meters/{*id}")
    String meter(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String span,
            @RequestParam Optional<LocalDate> day,
            @RequestParam Optional<YearMonth> month,
            Model model) {
        MeterState meter = meter(user, id.substring(1));
        MeterPage.Chosen chosen = page.chosen(
                meter,
                month.isPresent() ? Optional.of(Span.MONTH) : Span.named(span),
                day.or(() -> month.map(known -> known.atDay(1))));
        page.fill(model, user.account(), meter, chosen);
        model.addAttribute("trail", List.of(new Step(say.message("menu.meters"), "/meters")));
        model.addAttribute("meter", meter);
        model.addAttribute("operator", names.of(meter.operator()));
        return "energy/meter";
    }

    @GetMapping("/meters.csv")
    ResponseEntity<byte[]> csv(
            @AuthenticationPrincipal SignedIn user,
            @RequestParam String meter,
            @RequestParam(defaultValue = "") String span,
            @RequestParam Optional<LocalDate> day) {
        Course course = course(user, meter, span, day);
        return sent(course, DocumentFormat.CSV, files.csv(course));
    }

    @GetMapping("/meters.xlsx")
    ResponseEntity<byte[]> xlsx(
            @AuthenticationPrincipal SignedIn user,
            @RequestParam String meter,
            @RequestParam(defaultValue = "") String span,
            @RequestParam Optional<LocalDate> day) {
        Course course = course(user, meter, span, day);
        return sent(course, DocumentFormat.XLSX, files.xlsx(course));
    }

    private Course course(SignedIn user, String id, String span, Optional<LocalDate> day) {
        MeterState meter = meter(user, id);
        return page.course(user.account(), meter, page.chosen(meter, Span.named(span), day));
    }

    private MeterState meter(SignedIn user, String id) {
        return access.meter(user.account(), id).orElseThrow(() -> new NotFound("meter " + id));
    }

    private static ResponseEntity<byte[]> sent(Course course, DocumentFormat format, byte[] content) {
        String name = course.meter().meter().value().replaceAll("[^A-Za-z0-9.-]", "-") + "-" + course.from();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(format.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name + "." + format.ending())
                                .build()
                                .toString())
                .body(content);
    }
}
