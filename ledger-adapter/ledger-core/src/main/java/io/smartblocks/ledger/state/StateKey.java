package io.smartblocks.ledger.state;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Slug;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.IndexId;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.ledger.transaction.SettlementId;
import io.smartblocks.ledger.transaction.SiteId;
import io.smartblocks.ledger.transaction.StatementPlace;
import java.time.LocalDate;

/** Where a state stands on the ledger, such as {@code readings/IE-9001/import/2026-10-25}. */
public record StateKey(String value) implements Comparable<StateKey> {

    public StateKey {
        if (value.isEmpty() || hasControls(value)) {
            throw new IllegalArgumentException("'" + value + "' is not a state key: expected text in parts like a/b");
        }
    }

    private static boolean hasControls(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** The ledger itself: its name and who founded it. */
    public static StateKey ledger() {
        return new StateKey("ledger");
    }

    public static StateKey member(MemberId member) {
        return new StateKey("member/" + member);
    }

    /** What speaks for or against the organisation; the source is a path of its own, such as {@code paid/…}. */
    public static StateKey reputation(MemberId organisation, String source) {
        return new StateKey("reputation/" + organisation + "/" + source);
    }

    /** What invoices name of the organisation. */
    public static StateKey particulars(MemberId organisation) {
        return new StateKey("particulars/" + organisation);
    }

    public static StateKey site(SiteId site) {
        return new StateKey("site/" + site);
    }

    public static StateKey meter(MeterId meter) {
        return new StateKey("meter/" + meter);
    }

    public static StateKey readings(MeterId meter, LocalDate day) {
        return new StateKey("readings/" + meter + "/" + day);
    }

    public static StateKey prediction(MeterId meter, LocalDate day) {
        return new StateKey("prediction/" + meter + "/" + day);
    }

    public static StateKey index(IndexId index) {
        return new StateKey("index/" + index);
    }

    /** The value of an index for the range that begins on the day. */
    public static StateKey indexValue(IndexId index, LocalDate from) {
        return new StateKey("index/" + index + "/" + from);
    }

    /** The values of an index on the day. */
    public static StateKey indexPage(IndexId index, LocalDate day) {
        return indexValue(index, day);
    }

    public static StateKey agreement(AgreementId agreement, String version) {
        return new StateKey("agreement/" + agreement + "/" + version);
    }

    /** A text by its hash. */
    public static StateKey document(Hash hash) {
        return new StateKey("document/" + hash);
    }

    public static StateKey statement(StatementPlace place) {
        return new StateKey("statement/" + place);
    }

    public static StateKey settlement(AgreementId agreement, String period, LocalDate from, int revision) {
        return new StateKey("settlement/" + agreement + "/" + Slug.of(period) + "/" + from + "/" + revision);
    }

    public static StateKey settlement(SettlementId id) {
        return settlement(id.agreement(), id.period(), id.from(), id.revision());
    }

    /** The newest settlement of a period, whichever revision is named. */
    public static StateKey settled(SettlementId id) {
        return new StateKey("settled/" + period(id));
    }

    /** The prefix of what stands of the settled periods of an agreement. */
    public static String settled(AgreementId agreement) {
        return "settled/" + agreement + "/";
    }

    /** What an organisation found when it computed a settlement again. */
    public static StateKey verification(SettlementId id, MemberId organisation) {
        return new StateKey(verifications(id) + organisation);
    }

    /** The prefix of what all found who computed a settlement again. */
    public static String verifications(SettlementId id) {
        return "verification/" + path(id) + "/";
    }

    /** A party's dispute of a settlement. */
    public static StateKey dispute(SettlementId id, MemberId organisation) {
        return new StateKey(disputes(id) + organisation);
    }

    /** The prefix of all disputes of a settlement. */
    public static String disputes(SettlementId id) {
        return "dispute/" + path(id) + "/";
    }

    /** The prefix of all payments for a period, under any of its revisions. */
    public static String payments(SettlementId id) {
        return "payment/" + period(id) + "/";
    }

    /** The prefix of all payments of one document of a settlement. */
    public static String payments(SettlementId id, int document) {
        return "payment/" + path(id) + "/" + document + "/";
    }

    /** One payment, by its reference. */
    public static StateKey payment(SettlementId id, int document, String reference) {
        return new StateKey(payments(id, document) + Hash.of(reference));
    }

    private static String path(SettlementId id) {
        return period(id) + "/" + id.revision();
    }

    private static String period(SettlementId id) {
        return settled(new Deal(id.agreement(), id.period(), id.from()));
    }

    public static StateKey hold(AgreementId agreement, String period, LocalDate from) {
        return new StateKey("hold/" + agreement + "/" + Slug.of(period) + "/" + from);
    }

    /** The settled period as a part of other keys: {@code <agreement>/<period>/<from>}. */
    public static String settled(Deal deal) {
        return deal.agreement() + "/" + Slug.of(deal.period()) + "/" + deal.from();
    }

    /** The part before the first stroke, such as {@code readings}. */
    public String kind() {
        int stroke = value.indexOf('/');
        return stroke < 0 ? value : value.substring(0, stroke);
    }

    @Override
    public int compareTo(StateKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
