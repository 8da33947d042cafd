package io.smartblocks.portal.energy.upload;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.meter.ReadFile;
import io.smartblocks.ledger.state.MeterState;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.account.SignedIn;
import io.smartblocks.portal.member.Access;
import io.smartblocks.portal.member.Acting;
import io.smartblocks.portal.member.MeterSigning;
import io.smartblocks.portal.shell.NotFound;
import io.smartblocks.portal.shell.Step;
import io.smartblocks.portal.words.Words;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes readings from a file: shows what would be taken and refused, then signs with the meter operator's key. */
@Controller
class UploadController {

    private static final String PAGE = "/readings";
    private static final int LONGEST_REASON = 500;

    /** What a file looks like; its columns are called so in every language. */
    private static final String EXAMPLE =
            "time,value\n2026-10-25T00:00:00+01:00,12.250\n2026-10-25T00:15:00+01:00,12.400";

    private static final int MOST_OFFERED = 500;

    private final Access access;
    private final MeterSigning signing;
    private final Receiving receiving;
    private final Previews previews;
    private final Acting acting;
    private final Recording recording;
    private final Words say;

    UploadController(
            Access access,
            MeterSigning signing,
            Receiving receiving,
            Previews previews,
            Acting acting,
            Recording recording,
            Words say) {
        this.access = access;
        this.signing = signing;
        this.receiving = receiving;
        this.previews = previews;
        this.acting = acting;
        this.recording = recording;
        this.say = say;
    }

    @GetMapping(PAGE)
    ModelAndView ask(@AuthenticationPrincipal SignedIn user, @RequestParam(defaultValue = "") String meter) {
        return form(user.account(), meter, false, "", HttpStatus.OK);
    }

    @PostMapping(PAGE)
    ModelAndView take(
            @AuthenticationPrincipal SignedIn user,
            @RequestParam(required = false) MultipartFile file,
            @RequestParam(defaultValue = "") String meter,
            @RequestParam(defaultValue = "false") boolean leaveOut,
            HttpSession session) {
        Account reader = user.account();
        if (signer(reader).isEmpty()) {
            return form(reader, meter, leaveOut, say.message("upload.nobody"), HttpStatus.CONFLICT);
        }
        if (file == null || file.isEmpty()) {
            return form(reader, meter, leaveOut, say.message("upload.none"), HttpStatus.UNPROCESSABLE_ENTITY);
        }
        if (!meter.isEmpty() && operated(reader, meter).isEmpty()) {
            return form(
                    reader, meter, leaveOut, say.message("upload.meter.none", meter), HttpStatus.UNPROCESSABLE_ENTITY);
        }
        Received received = receiving.take(file, meter, leaveOut);
        if (received instanceof Received.Refused refused) {
            return form(
                    reader,
                    meter,
                    leaveOut,
                    say.message(refused.key(), refused.arguments()),
                    HttpStatus.UNPROCESSABLE_ENTITY);
        }
        Upload upload = ((Received.Kept) received).upload();
        Uploads.of(session).keep(upload);
        return new ModelAndView("redirect:" + PAGE + "/" + upload.id());
    }

    @GetMapping(PAGE + "/{id}")
    ModelAndView preview(@AuthenticationPrincipal SignedIn user, @PathVariable String id, HttpSession session) {
        return preview(user.account(), kept(session, id), "", "", "", HttpStatus.OK);
    }

    @PostMapping(PAGE + "/{id}")
    ModelAndView commit(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable String id,
            @RequestParam String digest,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String password,
            HttpSession session,
            RedirectAttributes next) {
        Account reader = user.account();
        Upload upload = kept(session, id);
        Optional<String> unconfirmed = acting.unconfirmed(reader, password);
        if (unconfirmed.isPresent()) {
            return preview(reader, upload, reason, "", unconfirmed.get(), HttpStatus.UNPROCESSABLE_ENTITY);
        }
        if (!digest.equals(upload.digest()) || !receiving.isUnchanged(upload)) {
            return preview(reader, upload, reason, say.message("upload.changed"), "", HttpStatus.CONFLICT);
        }
        Optional<Signer> signer = signer(reader);
        if (signer.isEmpty()) {
            return preview(reader, upload, reason, say.message("upload.nobody"), "", HttpStatus.CONFLICT);
        }
        Recording.Outcome outcome = previews.inTurn(() -> recorded(reader, upload, signer.get(), reason.strip()))
                .orElseGet(() -> Recording.Outcome.nothing(say.message("upload.busy")));
        if (!outcome.all()) {
            ModelAndView again = preview(reader, upload, reason, outcome.words(), "", HttpStatus.CONFLICT);
            again.addObject("partly", outcome.some());
            return again;
        }
        next.addFlashAttribute("done", outcome.words());
        Uploads.of(session).drop(upload);
        return new ModelAndView("redirect:" + PAGE);
    }

    private Recording.Outcome recorded(Account reader, Upload upload, Signer signer, String reason) {
        if (!(previews.read(upload, operator(reader)) instanceof ReadFile.Pages pages)) {
            return Recording.Outcome.nothing(say.message("upload.changed"));
        }
        if (reason.length() > LONGEST_REASON) {
            return Recording.Outcome.nothing(say.message("typed.long", LONGEST_REASON));
        }
        return recording.record(upload.name(), pages.pages(), signer, reason);
    }

    private static Upload kept(HttpSession session, String id) {
        return Uploads.of(session).find(id).orElseThrow(() -> new NotFound("upload " + id));
    }

    private ModelAndView preview(
            Account reader, Upload upload, String reason, String problem, String password, HttpStatus status) {
        Optional<Preview> preview = previews.inTurn(() -> previews.of(upload, operator(reader)));
        if (preview.isEmpty()) {
            return form(
                    reader,
                    upload.meter(),
                    upload.leavingOut(),
                    say.message("upload.busy"),
                    HttpStatus.SERVICE_UNAVAILABLE);
        }
        ModelAndView page = new ModelAndView("energy/preview", status);
        page.addObject("trail", List.of(meters(), new Step(say.message("upload.title"), PAGE)));
        page.addObject("upload", upload);
        page.addObject("preview", preview.get());
        page.addObject("reason", reason);
        page.addObject("problem", problem);
        page.addObject("passwordProblem", password.isEmpty() ? null : password);
        return page;
    }

    private ModelAndView form(Account reader, String meter, boolean leaveOut, String problem, HttpStatus status) {
        ModelAndView page = new ModelAndView("energy/upload", status);
        page.addObject("trail", List.of(meters()));
        page.addObject("may", signer(reader).isPresent());
        page.addObject("own", own(reader, meter));
        page.addObject("meter", meter);
        page.addObject("leaveOut", leaveOut);
        page.addObject("problem", problem);
        page.addObject("example", EXAMPLE);
        page.addObject("csv", Receiving.MOST_CSV >> 20);
        page.addObject("xml", Receiving.MOST_XML >> 20);
        return page;
    }

    private Step meters() {
        return new Step(say.message("menu.meters"), "/meters");
    }

    /** The first of the meters to choose from; one that was asked for is always among them. */
    private List<MeterState> own(Account reader, String meter) {
        List<MeterState> first = access.operated(reader, "", MOST_OFFERED);
        return Stream.concat(first.stream(), operated(reader, meter).stream().filter(chosen -> !first.contains(chosen)))
                .toList();
    }

    private Optional<MeterState> operated(Account reader, String meter) {
        return access.meter(reader, meter)
                .filter(known -> access.organisation(reader)
                        .filter(known.operator()::equals)
                        .isPresent());
    }

    private MemberId operator(Account reader) {
        return access.organisation(reader).orElseThrow(() -> new NotFound("organisation of " + reader.login()));
    }

    private Optional<Signer> signer(Account reader) {
        return access.organisation(reader).flatMap(signing::of);
    }
}
