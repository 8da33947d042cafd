package io.smartblocks.portal.registry;

import io.smartblocks.ledger.state.MeterState;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.account.SignedIn;
import io.smartblocks.portal.form.Ask;
import io.smartblocks.portal.form.Asking;
import io.smartblocks.portal.form.Typed;
import io.smartblocks.portal.member.Access;
import io.smartblocks.portal.member.Names;
import io.smartblocks.portal.registry.Registered.Thing;
import io.smartblocks.portal.registry.RegistryAsks.Offered;
import io.smartblocks.portal.shell.NotFound;
import io.smartblocks.portal.words.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Sites, meters and indexes, what the reader may state of each, and the pages that ask. */
@Controller
class RegistryController {

    /** One thing as the list shows it. */
    record Row(String id, String label, String of, String more, List<Offered> offered) {}

    private static final int PAGE = 50;

    private final Registered registered;
    private final RegistryAsks asks;
    private final RegistryAnswers answers;
    private final Asking asking;
    private final Access access;
    private final Names names;
    private final Words say;

    RegistryController(
            Registered registered,
            RegistryAsks asks,
            RegistryAnswers answers,
            Asking asking,
            Access access,
            Names names,
            Words say) {
        this.registered = registered;
        this.asks = asks;
        this.answers = answers;
        this.asking = asking;
        this.access = access;
        this.names = names;
        this.say = say;
    }

    @GetMapping("/registry")
    String list(@AuthenticationPrincipal SignedIn user, @RequestParam(defaultValue = "") String after, Model model) {
        Account reader = user.account();
        List<MeterState> meters = access.meters(reader, after, PAGE + 1);
        model.addAttribute("first", after.isEmpty() ? "" : "/registry#meters-h");
        model.addAttribute(
                "next",
                meters.size() > PAGE ? "/registry?after=" + meters.get(PAGE - 1).meter() + "#meters-h" : "");
        model.addAttribute(
                "offered",
                asks.offered(
                        reader,
                        Optional.empty(),
                        RegistryAct.REGISTER_SITE,
                        RegistryAct.REGISTER_METER,
                        RegistryAct.REGISTER_INDEX));
        model.addAttribute(
                "sites",
                registered.sites().stream()
                        .filter(site -> registered.isRegistrar(reader)
                                || reader.role().seesEverything()
                                || access.organisation(reader)
                                        .filter(site.owner()::equals)
                                        .isPresent())
                        .map(site ->
                                row(reader, Registered.of(site), site.zone().getId(), RegistryAct.CHANGE_SITE))
                        .toList());
        model.addAttribute(
                "meters",
                meters.stream().limit(PAGE).map(meter -> meter(reader, meter)).toList());
        model.addAttribute(
                "indexes",
                registered.indexes().stream()
                        .map(index -> row(
                                reader,
                                Registered.of(index),
                                index.unit(),
                                RegistryAct.PUBLISH_VALUES,
                                RegistryAct.CORRECT_VALUES))
                        .toList());
        return "registry/list";
    }

    private Row meter(Account reader, MeterState meter) {
        RegistryAct[] acts = Stream.of(
                        RegistryAct.MOVE_METER,
                        RegistryAct.RETIRE_METER,
                        RegistryAct.APPOINT_PREDICTOR,
                        RegistryAct.DISMISS_PREDICTOR)
                .filter(act -> act != RegistryAct.DISMISS_PREDICTOR
                        || !meter.predictors().isEmpty())
                .toArray(RegistryAct[]::new);
        String until = meter.lastDay()
                .map(day -> ", " + say.message("registry.until", say.day(day)))
                .orElse("");
        return row(reader, Registered.of(meter), meter.site() + ", " + meter.unit() + until, acts);
    }

    private Row row(Account reader, Thing thing, String more, RegistryAct... acts) {
        return new Row(
                thing.id(), thing.label(), names.of(thing.of()), more, asks.offered(reader, Optional.of(thing), acts));
    }

    @GetMapping("/registry/{key}")
    ModelAndView ask(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable String key,
            @RequestParam(defaultValue = "") String about) {
        RegistryAct act = act(key);
        Optional<Thing> thing = thing(user.account(), act, about);
        Optional<String> impossible = asks.impossible(user.account(), act, thing);
        if (act.ofValues() && impossible.isEmpty()) {
            return new ModelAndView(
                    "redirect:/registry/values/" + act.key() + "?about={about}", Map.of("about", about));
        }
        return asks.ask(user.account(), act, thing, new Typed(Map.of(), say)).page(impossible);
    }

    @PostMapping("/registry/{key}")
    ModelAndView act(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable String key,
            @RequestParam Map<String, String> sent,
            RedirectAttributes next) {
        RegistryAct act = act(key);
        Account reader = user.account();
        String about = sent.getOrDefault("about", "");
        Optional<Thing> thing = thing(reader, act, about);
        Typed typed = new Typed(sent, say);
        Ask ask = asks.ask(reader, act, thing, typed);
        Optional<String> impossible = asks.impossible(reader, act, thing);
        if (impossible.isPresent() || act.ofValues()) {
            return ask.page(impossible.or(() -> Optional.of(say.message("registry.values.none"))));
        }
        var told = answers.told(reader, act, about, typed).map(List::of);
        return asking.answer(reader, ask, typed, told, transaction -> {
            next.addFlashAttribute("done", act.key());
            next.addFlashAttribute("doneTransaction", transaction);
        });
    }

    private static RegistryAct act(String key) {
        return RegistryAct.named(key).orElseThrow(() -> new NotFound("action " + key));
    }

    /** What a reader may not see is not there. */
    private Optional<Thing> thing(Account reader, RegistryAct act, String about) {
        Optional<Thing> thing = registered
                .thing(act, about)
                .filter(known -> act.needed() != io.smartblocks.ledger.identity.Role.METER_OPERATOR
                        || access.meter(reader, about).isPresent());
        if (act.isAboutOne() && thing.isEmpty()) {
            throw new NotFound("'" + about + "'");
        }
        return thing;
    }
}
