package io.smartblocks.portal.registry;

import io.smartblocks.ledger.identity.Role;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a page states of a site, a meter or an index. */
enum RegistryAct {
    REGISTER_SITE(Role.OWNER, true, false),
    CHANGE_SITE(Role.OWNER, true, true),
    REGISTER_METER(Role.METER_OPERATOR, true, false),
    MOVE_METER(Role.METER_OPERATOR, false, true),
    RETIRE_METER(Role.METER_OPERATOR, false, true),
    APPOINT_PREDICTOR(Role.METER_OPERATOR, false, true),
    DISMISS_PREDICTOR(Role.METER_OPERATOR, false, true),
    REGISTER_INDEX(Role.INDEX_PUBLISHER, true, false),
    PUBLISH_VALUES(Role.INDEX_PUBLISHER, false, true),
    CORRECT_VALUES(Role.INDEX_PUBLISHER, false, true);

    private final Role needed;
    private final boolean registrarToo;
    private final boolean aboutOne;

    RegistryAct(Role needed, boolean registrarToo, boolean aboutOne) {
        this.needed = needed;
        this.registrarToo = registrarToo;
        this.aboutOne = aboutOne;
    }

    static Optional<RegistryAct> named(String key) {
        return Arrays.stream(values()).filter(act -> act.key().equals(key)).findFirst();
    }

    /** How addresses and messages name it. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The role that the ledger asks of the signer. */
    Role needed() {
        return needed;
    }

    /** Whether a registrar does it for any organisation. */
    boolean registrarToo() {
        return registrarToo;
    }

    /** Whether it is about a site, meter or index that stands already. */
    boolean isAboutOne() {
        return aboutOne;
    }

    boolean ofValues() {
        return this == PUBLISH_VALUES || this == CORRECT_VALUES;
    }
}
