package io.smartblocks.portal.registry;

import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.state.IndexState;
import io.smartblocks.ledger.state.StateView;
import io.smartblocks.ledger.transaction.Payload;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.account.SignedIn;
import io.smartblocks.portal.form.Ask;
import io.smartblocks.portal.form.Asking;
import io.smartblocks.portal.form.Field;
import io.smartblocks.portal.form.Problem;
import io.smartblocks.portal.form.Typed;
import io.smartblocks.portal.registry.Registered.Thing;
import io.smartblocks.portal.series.IndexContent;
import io.smartblocks.portal.series.SeriesRefused;
import io.smartblocks.portal.shell.NotFound;
import io.smartblocks.portal.words.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/** Values of an index from typed lines or a file: first what they would change, then, with the password, the ledger. */
@Controller
class ValuesController {

    private static final int MOST_CHARACTERS = 500_000;
    private static final String VALUES = "values";

    private final Registered registered;
    private final RegistryAsks asks;
    private final RegistryFields fields;
    private final ValuesPreview preview;
    private final Asking asking;
    private final StateView ledger;
    private final Words say;

    ValuesController(
            Registered registered,
            RegistryAsks asks,
            RegistryFields fields,
            ValuesPreview preview,
            Asking asking,
            Ledger ledger,
            Words say) {
        this.registered = registered;
        this.asks = asks;
        this.fields = fields;
        this.preview = preview;
        this.asking = asking;
        this.ledger = ledger;
        this.say = say;
    }

    @GetMapping("/registry/values/{key}")
    ModelAndView type(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable String key,
            @RequestParam(defaultValue = "") String about) {
        RegistryAct act = act(key);
        Thing thing = thing(act, about);
        Optional<String> impossible = asks.impossible(user.account(), act, Optional.of(thing));
        return impossible.isPresent()
                ? asks.ask(user.account(), act, Optional.of(thing), new Typed(Map.of(), say))
                        .page(impossible)
                : typing(act, thing, "", List.of());
    }

    @PostMapping("/registry/values/{key}/look")
    ModelAndView look(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable String key,
            @RequestParam(defaultValue = "") String about,
            @RequestParam(defaultValue = "") String values,
            @RequestParam(required = false) MultipartFile file) {
        RegistryAct act = act(key);
        Thing thing = thing(act, about);
        Optional<String> impossible = asks.impossible(user.account(), act, Optional.of(thing));
        if (impossible.isPresent()) {
            return asks.ask(user.account(), act, Optional.of(thing), new Typed(Map.of(), say))
                    .page(impossible);
        }
        Optional<String> read = file == null || file.isEmpty() ? Optional.of(values) : text(file);
        if (read.isEmpty()) {
            return typing(act, thing, values, List.of(new Problem("file", say.message("registry.file.text"))));
        }
        List<Problem> problems = new ArrayList<>();
        Optional<IndexContent> content = content(thing, read.get(), problems);
        if (content.isEmpty()) {
            return typing(act, thing, read.get(), problems);
        }
        ModelAndView page =
                ask(act, thing, read.get(), new Typed(Map.of(), say)).page(Optional.empty());
        return preview.on(page, content.get(), thing.id());
    }

    @PostMapping("/registry/values/{key}")
    ModelAndView state(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable String key,
            @RequestParam Map<String, String> sent,
            RedirectAttributes next) {
        RegistryAct act = act(key);
        Account reader = user.account();
        Typed typed = new Typed(sent, say);
        Thing thing = thing(act, typed.raw("about"));
        Ask ask = ask(act, thing, typed.raw(VALUES), typed);
        Optional<String> impossible = asks.impossible(reader, act, Optional.of(thing));
        if (impossible.isPresent()) {
            return ask.page(impossible);
        }
        List<Problem> problems = new ArrayList<>();
        Optional<IndexContent> content = content(thing, typed.raw(VALUES), problems);
        if (content.isEmpty()) {
            return typing(act, thing, typed.raw(VALUES), problems);
        }
        Optional<String> reason = typed.needed("reason", say.message("member.reason"));
        Optional<List<Payload>> told = reason.map(why -> act == RegistryAct.CORRECT_VALUES
                ? content.get().corrected(why)
                : content.get().published());
        ModelAndView page = asking.answer(reader, ask, typed, told, transaction -> {
            next.addFlashAttribute("done", act.key());
            next.addFlashAttribute("doneTransaction", transaction);
        });
        return page.getViewName() != null && page.getViewName().startsWith("redirect:")
                ? page
                : preview.on(page, content.get(), thing.id());
    }

    private Ask ask(RegistryAct act, Thing thing, String values, Typed typed) {
        return asks.ask(
                act,
                Optional.of(thing),
                List.of(fields.reason(typed)),
                RegistryAsks.ADDRESS + "/values/" + act.key(),
                Map.of("about", thing.id(), VALUES, values));
    }

    private Optional<IndexContent> content(Thing thing, String values, List<Problem> problems) {
        if (values.isBlank()) {
            problems.add(new Problem(VALUES, say.message("registry.values.missing")));
            return Optional.empty();
        }
        if (values.length() > MOST_CHARACTERS) {
            problems.add(new Problem(VALUES, say.message("registry.values.long", MOST_CHARACTERS)));
            return Optional.empty();
        }
        try {
            IndexContent content = IndexContent.of(values, "", thing.label(), index(thing), ledger);
            if (content.values() > 0) {
                return Optional.of(content);
            }
            problems.add(new Problem(VALUES, say.message("registry.values.stand")));
        } catch (SeriesRefused refused) {
            problems.add(new Problem(
                    VALUES, say.message("registry.values.line", refused.line(), refused.found(), refused.expected())));
        }
        return Optional.empty();
    }

    private IndexState index(Thing thing) {
        return registered.index(thing.id()).orElseThrow(() -> new NotFound("index " + thing.id()));
    }

    private ModelAndView typing(RegistryAct act, Thing thing, String values, List<Problem> problems) {
        ModelAndView page = new ModelAndView(
                "registry/values", problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY);
        IndexState index = index(thing);
        page.addObject("trail", List.of(asks.start()));
        page.addObject("heading", say.message("registry." + act.key() + ".heading", thing.label()));
        page.addObject("lead", say.message("registry." + act.key() + ".lead"));
        page.addObject("action", RegistryAsks.ADDRESS + "/values/" + act.key() + "/look");
        page.addObject("about", thing.id());
        page.addObject("facts", asks.facts(Optional.of(thing)));
        page.addObject("unit", index.unit());
        page.addObject("problems", problems);
        page.addObject(
                "fileProblem",
                problems.stream()
                        .filter(problem -> problem.field().equals("file"))
                        .map(Problem::message)
                        .findFirst()
                        .orElse(""));
        Field lines = Field.lines(
                VALUES,
                say.message("registry.values"),
                say.message(index.interval().isPresent() ? "registry.values.parts" : "registry.values.days"),
                values,
                "");
        page.addObject(
                "lines",
                problems.stream()
                        .filter(problem -> problem.field().equals(VALUES))
                        .findFirst()
                        .map(problem -> lines.with(Map.of(VALUES, problem.message())))
                        .orElse(lines));
        return page;
    }

    /** Text in UTF-8; empty where it is something else, or too much. */
    private static Optional<String> text(MultipartFile file) {
        if (file.getSize() > MOST_CHARACTERS * 2L) {
            return Optional.empty();
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file.getBytes()))
                    .toString());
        } catch (CharacterCodingException otherText) {
            return Optional.empty();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static RegistryAct act(String key) {
        return RegistryAct.named(key).filter(RegistryAct::ofValues).orElseThrow(() -> new NotFound("action " + key));
    }

    private Thing thing(RegistryAct act, String about) {
        return registered.thing(act, about).orElseThrow(() -> new NotFound("index '" + about + "'"));
    }
}
