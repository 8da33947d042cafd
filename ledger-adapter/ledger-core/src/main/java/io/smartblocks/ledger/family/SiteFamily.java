package io.smartblocks.ledger.family;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Role;
import io.smartblocks.ledger.state.SiteState;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.SiteAction;
import io.smartblocks.ledger.transaction.SiteAction.ChangeSite;
import io.smartblocks.ledger.transaction.SiteAction.RegisterSite;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Buildings and sites: the organisation that owns one, or the registrar, says what it is. */
final class SiteFamily {

    // the form only: which codes are given changes with the years, and with the JDK
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final BigDecimal LARGEST = new BigDecimal("1000000000");
    private static final int FINEST_SCALE = 4;
    private static final int LONGEST_ADDRESS = 300;

    private SiteFamily() {}

    static Decision decide(SiteAction action, Request request) {
        Optional<SiteState> standing = request.view().state(StateKey.site(action.site()), SiteState.class);
        if (action instanceof RegisterSite site) {
            return register(stated(site), standing, request);
        }
        return change(stated((ChangeSite) action), standing, request);
    }

    private static Decision register(SiteState site, Optional<SiteState> standing, Request request) {
        return notOf(site.owner(), request)
                .or(() -> standing.map(there -> Decision.refuse(
                        RefusalCode.SITE_EXISTS,
                        "site '" + there.site() + "' is registered already, as '" + there.name() + "' of '"
                                + there.owner() + "'")))
                .or(() -> problemWith(site, request))
                .orElseGet(() -> write(site));
    }

    private static Decision change(SiteState site, Optional<SiteState> standing, Request request) {
        if (standing.isEmpty()) {
            return Decision.refuse(
                    RefusalCode.SITE_UNKNOWN,
                    "there is no site '" + site.site() + "' on this ledger; register it first");
        }
        MemberId owner = standing.get().owner();
        Optional<Decision> refusal = notOf(owner, request);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (!site.owner().equals(owner) && !request.has(Role.REGISTRAR)) {
            return request.notAllowed("the role registrar to name another owner of site '" + site.site() + "'");
        }
        if (site.equals(standing.get())) {
            return Decision.refuse(RefusalCode.NOTHING_CHANGES, "site '" + site.site() + "' stands exactly so");
        }
        return problemWith(site, request).orElseGet(() -> write(site));
    }

    private static Optional<Decision> notOf(MemberId owner, Request request) {
        return request.actsFor(owner, Role.OWNER) || request.has(Role.REGISTRAR)
                ? Optional.empty()
                : Optional.of(request.notAllowed("the role owner of '" + owner + "', or the role registrar"));
    }

    private static Optional<Decision> problemWith(SiteState site, Request request) {
        if (!request.isActiveOrganisation(site.owner())) {
            return Optional.of(Decision.refuse(
                    RefusalCode.MEMBER_UNKNOWN,
                    "the owner '" + site.owner() + "' is not an active organisation of this ledger"));
        }
        return Texts.problemWith("the name", site.name())
                .or(() -> site.country().flatMap(SiteFamily::problemWithCountry))
                .or(() -> site.floorArea().flatMap(SiteFamily::problemWithArea))
                .or(() -> site.address().flatMap(text -> Texts.problemWith("the address", text, LONGEST_ADDRESS)));
    }

    private static Optional<Decision> problemWithCountry(String country) {
        return COUNTRY.matcher(country).matches()
                ? Optional.empty()
                : invalid("the country '" + country + "' is none; expected two letters of ISO 3166, such as IE");
    }

    private static Optional<Decision> problemWithArea(BigDecimal area) {
        boolean plausible = area.signum() > 0 && area.compareTo(LARGEST) <= 0 && area.scale() <= FINEST_SCALE;
        return plausible
                ? Optional.empty()
                : invalid("the floor area " + area.toPlainString() + " is none; expected square metres above 0, up to "
                        + LARGEST + ", with at most " + FINEST_SCALE + " decimals");
    }

    private static Optional<Decision> invalid(String message) {
        return Optional.of(Decision.refuse(RefusalCode.INVALID_CONTENT, message));
    }

    private static SiteState stated(RegisterSite site) {
        return new SiteState(
                site.site(), site.owner(), site.name(), site.zone(), site.country(), site.floorArea(), site.address());
    }

    private static SiteState stated(ChangeSite site) {
        return new SiteState(
                site.site(), site.owner(), site.name(), site.zone(), site.country(), site.floorArea(), site.address());
    }

    private static Decision write(SiteState site) {
        return Decision.write(StateKey.site(site.site()), site);
    }
}
