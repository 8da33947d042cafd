package io.smartblocks.portal.registry;

import io.smartblocks.ledger.identity.Member;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.state.SiteState;
import io.smartblocks.ledger.transaction.IndexAction.RegisterIndex;
import io.smartblocks.ledger.transaction.IndexId;
import io.smartblocks.ledger.transaction.Interval;
import io.smartblocks.ledger.transaction.Measure;
import io.smartblocks.ledger.transaction.MeterAction.AppointPredictor;
import io.smartblocks.ledger.transaction.MeterAction.AssignMeter;
import io.smartblocks.ledger.transaction.MeterAction.DismissPredictor;
import io.smartblocks.ledger.transaction.MeterAction.RegisterMeter;
import io.smartblocks.ledger.transaction.MeterAction.RetireMeter;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.ledger.transaction.Payload;
import io.smartblocks.ledger.transaction.SiteAction.ChangeSite;
import io.smartblocks.ledger.transaction.SiteAction.RegisterSite;
import io.smartblocks.ledger.transaction.SiteId;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.form.Typed;
import io.smartblocks.portal.words.Words;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Reads what was typed about sites, meters and indexes as what is to be put on the ledger; notes at each field what is wrong. */
@Component
class RegistryAnswers {

    private final Registered registered;
    private final Words say;

    RegistryAnswers(Registered registered, Words say) {
        this.registered = registered;
        this.say = say;
    }

    Optional<Payload> told(Account reader, RegistryAct act, String about, Typed typed) {
        Optional<String> reason = typed.needed("reason", say.message("member.reason"));
        MemberId of = organisation(reader, act, typed);
        Optional<Payload> told = switch (act) {
            case REGISTER_SITE, CHANGE_SITE -> site(of, act, about, typed);
            case REGISTER_METER -> meter(of, typed);
            case REGISTER_INDEX -> index(of, typed);
            case MOVE_METER ->
                needed(typed, "site", Function.identity())
                        .filter(site -> isRegistered(typed, site))
                        .map(site -> new AssignMeter(new MeterId(about), site));
            case RETIRE_METER -> {
                Optional<LocalDate> day = typed.day("lastDay", say.message("registry.lastDay"));
                yield reason.flatMap(why -> day.map(last -> new RetireMeter(new MeterId(about), last, why)));
            }
            case APPOINT_PREDICTOR -> member(typed).map(known -> new AppointPredictor(new MeterId(about), known));
            case DISMISS_PREDICTOR -> member(typed).map(known -> new DismissPredictor(new MeterId(about), known));
            case PUBLISH_VALUES, CORRECT_VALUES -> Optional.empty();
        };
        return typed.problems().isEmpty() ? told : Optional.empty();
    }

    private MemberId organisation(Account reader, RegistryAct act, Typed typed) {
        MemberId own = registered.actor(reader).map(Member::organisation).orElseThrow();
        if (!act.registrarToo() || !registered.isRegistrar(reader)) {
            return own;
        }
        Optional<MemberId> chosen = registered.organisations().stream()
                .map(Member::id)
                .filter(id -> id.value().equals(typed.raw("organisation")))
                .findFirst();
        if (chosen.isEmpty()) {
            typed.refuse("organisation", say.message("registry.organisation.wrong"));
        }
        return chosen.orElse(own);
    }

    private Optional<Payload> site(MemberId of, RegistryAct act, String about, Typed typed) {
        Optional<SiteId> id = act == RegistryAct.CHANGE_SITE
                ? Optional.of(new SiteId(about))
                : needed(typed, "id", SiteId::new).filter(fresh -> {
                    boolean taken = registered.site(fresh.value()).isPresent();
                    if (taken) {
                        typed.refuse("id", say.message("registry.id.taken", fresh.value()));
                    }
                    return !taken;
                });
        Optional<String> name = needed(typed, "name", Function.identity());
        Optional<ZoneId> zone = needed(typed, "zone", ZoneId::of);
        Optional<String> country = ifAny(typed, "country").map(words -> words.toUpperCase(java.util.Locale.ROOT));
        if (country.filter(code -> !code.matches("[A-Z]{2}")).isPresent()) {
            typed.refuse("country", say.message("registry.country.wrong"));
        }
        Optional<BigDecimal> area = figure(typed, "floorArea");
        Optional<String> address = ifAny(typed, "address");
        if (!typed.problems().isEmpty() || id.isEmpty()) {
            return Optional.empty();
        }
        // a site changes its owner only where a registrar says so
        MemberId owner =
                act == RegistryAct.CHANGE_SITE && typed.raw("organisation").isEmpty()
                        ? registered.site(about).map(SiteState::owner).orElse(of)
                        : of;
        return Optional.of(
                act == RegistryAct.CHANGE_SITE
                        ? new ChangeSite(
                                id.get(), owner, name.orElseThrow(), zone.orElseThrow(), country, area, address)
                        : new RegisterSite(
                                id.get(), owner, name.orElseThrow(), zone.orElseThrow(), country, area, address));
    }

    private Optional<Payload> meter(MemberId of, Typed typed) {
        Optional<MeterId> id = needed(typed, "id", MeterId::new);
        id.filter(fresh -> registered.meter(fresh.value()).isPresent())
                .ifPresent(taken -> typed.refuse("id", say.message("registry.id.taken", taken.value())));
        Optional<String> name = needed(typed, "name", Function.identity());
        Optional<String> site = needed(typed, "site", Function.identity());
        Optional<String> energy = needed(typed, "energy", Function.identity());
        Optional<String> unit = needed(typed, "unit", Function.identity());
        Optional<Interval> interval = needed(typed, "interval", Interval::new);
        Optional<ZoneId> zone = needed(typed, "zone", ZoneId::of);
        Optional<Measure> measure = needed(typed, "measure", RegistryAnswers::measure);
        Optional<BigDecimal> rollsOverAt = figure(typed, "rollsOverAt");
        Optional<MeterId> checks = ifAny(typed, "checks").flatMap(written -> {
            Optional<MeterId> known = registered.meter(written).map(meter -> meter.meter());
            if (known.isEmpty()) {
                typed.refuse("checks", say.message("registry.meter.unknown", written));
            }
            return known;
        });
        return typed.problems().isEmpty()
                ? Optional.of(new RegisterMeter(
                        id.orElseThrow(),
                        of,
                        name.orElseThrow(),
                        site.orElseThrow(),
                        energy.orElseThrow(),
                        unit.orElseThrow(),
                        interval.orElseThrow(),
                        zone.orElseThrow(),
                        measure.orElseThrow(),
                        rollsOverAt,
                        checks))
                : Optional.empty();
    }

    private static Measure measure(String written) {
        return switch (written) {
            case "interval" -> Measure.INTERVAL;
            case "register" -> Measure.REGISTER;
            default -> throw new IllegalArgumentException(written);
        };
    }

    private Optional<Payload> index(MemberId of, Typed typed) {
        Optional<String> name = needed(typed, "name", Function.identity());
        Optional<String> by = needed(typed, "publisher", Function.identity());
        Optional<String> unit = needed(typed, "unit", Function.identity());
        Optional<Interval> every = ifAny(typed, "every").isEmpty()
                ? Optional.empty()
                : needed(typed, "every", RegistryAnswers::everyOfIndex);
        Optional<ZoneId> zone = ifAny(typed, "zone").isEmpty() ? Optional.empty() : needed(typed, "zone", ZoneId::of);
        if (every.isPresent() && typed.words("zone").isEmpty()) {
            typed.refuse("zone", say.message("registry.index.zone.missing"));
        }
        if (typed.words("every").isEmpty() && zone.isPresent()) {
            typed.refuse("every", say.message("registry.every.missing"));
        }
        if (!typed.problems().isEmpty()) {
            return Optional.empty();
        }
        try {
            IndexId id = IndexId.of(by.orElseThrow(), name.orElseThrow());
            if (registered.index(id.value()).isPresent()) {
                typed.refuse("name", say.message("registry.id.taken", id.value()));
            }
            return Optional.of(new RegisterIndex(id, of, name.get(), unit.orElseThrow(), every, zone));
        } catch (IllegalArgumentException noId) {
            typed.refuse("name", say.message("registry.index.name.wrong"));
            return Optional.empty();
        }
    }

    private static Interval everyOfIndex(String written) {
        if (!RegistryFields.INDEX_INTERVALS.contains(written)) {
            throw new IllegalArgumentException(written);
        }
        return new Interval(written);
    }

    private Optional<MemberId> member(Typed typed) {
        return needed(typed, "predictor", Function.identity()).flatMap(written -> {
            Optional<MemberId> known = registered.member(written).map(Member::id);
            if (known.isEmpty()) {
                typed.refuse("predictor", say.message("admin.member.unknown", written));
            }
            return known;
        });
    }

    private boolean isRegistered(Typed typed, String site) {
        boolean known;
        try {
            known = registered.site(SiteId.of(site).value()).isPresent();
        } catch (IllegalArgumentException noId) {
            known = false;
        }
        if (!known) {
            typed.refuse("site", say.message("registry.site.unknown", site));
        }
        return known;
    }

    /** What must be there; what cannot be read as what it should be is told with an example. */
    private <T> Optional<T> needed(Typed typed, String field, Function<String, T> made) {
        return typed.needed(field, say.message("registry." + field)).flatMap(written -> {
            try {
                return Optional.of(made.apply(written));
            } catch (IllegalArgumentException | DateTimeException wrong) {
                typed.refuse(field, say.message("registry." + field + ".wrong"));
                return Optional.empty();
            }
        });
    }

    private Optional<BigDecimal> figure(Typed typed, String field) {
        if (typed.words(field).isEmpty()) {
            return Optional.empty();
        }
        Optional<BigDecimal> figure = typed.figure(field, say.message("registry." + field));
        if (figure.filter(known -> known.signum() <= 0).isPresent()) {
            typed.refuse(field, say.message("registry.positive"));
        }
        return figure;
    }

    private static Optional<String> ifAny(Typed typed, String field) {
        return Optional.of(typed.words(field)).filter(words -> !words.isEmpty());
    }
}
