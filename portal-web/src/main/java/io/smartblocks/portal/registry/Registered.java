package io.smartblocks.portal.registry;

import io.smartblocks.ledger.identity.Member;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Role;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.state.IndexState;
import io.smartblocks.ledger.state.MeterState;
import io.smartblocks.ledger.state.SiteState;
import io.smartblocks.ledger.transaction.IndexId;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.ledger.transaction.SiteId;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.member.Acting;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** What stands of sites, meters and indexes, and who may state something about it. */
@Component
class Registered {

    /** One that stands: its id, what people call it, and the organisation that states things about it. */
    record Thing(String id, String label, MemberId of) {}

    private final ReadModel read;

    Registered(ReadModel read) {
        this.read = read;
    }

    /** The thing that an act is about. */
    Optional<Thing> thing(RegistryAct act, String id) {
        return switch (act) {
            case REGISTER_SITE, REGISTER_METER, REGISTER_INDEX -> Optional.empty();
            case CHANGE_SITE -> site(id).map(Registered::of);
            case MOVE_METER, RETIRE_METER, APPOINT_PREDICTOR, DISMISS_PREDICTOR ->
                meter(id).map(Registered::of);
            case PUBLISH_VALUES, CORRECT_VALUES -> index(id).map(Registered::of);
        };
    }

    static Thing of(SiteState site) {
        return new Thing(site.site().value(), site.name(), site.owner());
    }

    static Thing of(MeterState meter) {
        return new Thing(meter.meter().value(), meter.label(), meter.operator());
    }

    static Thing of(IndexState index) {
        return new Thing(index.index().value(), index.label(), index.publisher());
    }

    Optional<SiteState> site(String id) {
        return known(id, SiteId::new).flatMap(read.sites()::site);
    }

    Optional<MeterState> meter(String id) {
        return known(id, MeterId::new).flatMap(read.meters()::meter);
    }

    Optional<IndexState> index(String id) {
        return known(id, IndexId::new).flatMap(read.indexes()::index);
    }

    private static <T> Optional<T> known(String id, Function<String, T> made) {
        try {
            return Optional.of(made.apply(id));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    List<SiteState> sites() {
        return read.sites().sites();
    }

    List<MeterState> meters() {
        return read.meters().meters();
    }

    List<IndexState> indexes() {
        return read.indexes().indexes();
    }

    /** The member as which a reader acts; empty where it does not. */
    Optional<Member> actor(Account reader) {
        return Acting.mayAct(reader)
                ? reader.member()
                        .map(MemberId::new)
                        .flatMap(read.members()::member)
                        .filter(Member::active)
                : Optional.empty();
    }

    boolean isRegistrar(Account reader) {
        return actor(reader).filter(member -> member.has(Role.REGISTRAR)).isPresent();
    }

    /** Whether the ledger lets the reader do it, for one thing or, where it is about none, for the own organisation. */
    boolean may(Account reader, RegistryAct act, Optional<Thing> about) {
        return actor(reader)
                .filter(member -> act.registrarToo() && member.has(Role.REGISTRAR)
                        || member.has(act.needed())
                                && about.map(thing -> thing.of().equals(member.organisation()))
                                        .orElse(true))
                .isPresent();
    }

    /** The organisations that can own, operate or publish something. */
    List<Member> organisations() {
        return read.members().members().stream()
                .filter(member -> member.isOrganisation() && member.active())
                .toList();
    }

    Optional<Member> member(String id) {
        return read.members().members().stream()
                .filter(member -> member.id().value().equals(id))
                .findFirst();
    }
}
