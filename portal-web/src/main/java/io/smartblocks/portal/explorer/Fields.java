package io.smartblocks.portal.explorer;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.portal.explorer.Said.Pair;
import io.smartblocks.portal.member.Names;
import io.smartblocks.portal.member.Reach;
import io.smartblocks.portal.words.Words;
import java.util.ArrayList;
import java.util.List;

/** Collects the fields of one transaction, each under its name in the reader's language. */
final class Fields {

    private final List<Pair> pairs = new ArrayList<>();
    private final List<Pair> details = new ArrayList<>();
    private final Reach reach;
    private final Names names;
    private final Words say;

    Fields(Reach reach, Names names, Words say) {
        this.reach = reach;
        this.names = names;
        this.say = say;
    }

    /** Fields of their own, for a thing within. */
    Fields fresh() {
        return new Fields(reach, names, say);
    }

    Words say() {
        return say;
    }

    String name(MemberId member) {
        return names.of(member);
    }

    void add(String key, String words) {
        add(key, words, "");
    }

    void add(String key, String words, String link) {
        pairs.add(new Pair(say.message("payload." + key), words, link));
    }

    /** Adds an agreement, with its page where the reader may see it. */
    void agreement(AgreementId agreement) {
        agreement("agreement", agreement.value(), agreement);
    }

    /** The same under another name and in other words. */
    void agreement(String key, String words, AgreementId agreement) {
        add(key, words, reach.link(agreement));
    }

    /** Adds a meter, with its page where the reader may see it. */
    void meter(String key, MeterId meter) {
        add(key, meter.value(), reach.link(meter));
    }

    /** Adds a field that may have been left empty. */
    void addIfAny(String key, String words) {
        if (!words.isEmpty()) {
            add(key, words);
        }
    }

    /** Adds a field whose name stands in the agreement. */
    void labelled(String label, String words) {
        pairs.add(new Pair(label, words, ""));
    }

    /** Adds one of many values that only those read who look closely, under a name of its own. */
    void detail(String label, String words) {
        details.add(new Pair(label, words, ""));
    }

    List<Pair> details() {
        return List.copyOf(details);
    }

    List<Pair> all() {
        return List.copyOf(pairs);
    }
}
