package io.smartblocks.portal.explorer;

import io.smartblocks.ledger.fabric.block.ChannelIdentity;
import io.smartblocks.ledger.fabric.block.Content;
import io.smartblocks.ledger.fabric.block.FabricBlock;
import io.smartblocks.ledger.fabric.block.FabricTransaction;
import io.smartblocks.ledger.fabric.block.KeyRead;
import io.smartblocks.ledger.fabric.block.NamespaceAccess;
import io.smartblocks.ledger.peer.PeerKeys;
import io.smartblocks.ledger.port.BlockHeader;
import io.smartblocks.ledger.port.LedgerUnavailable;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.readmodel.BlockSummary;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.member.Access;
import io.smartblocks.portal.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Fabric's own block, for the pages of a ledger that stands on Fabric. */
@Component
class ChannelPage {

    /**
     * What stands of a block of the channel; keys of agreements that the reader has no part in are counted only.
     *
     * @param tookOver whether it took the ledger's block over from a ledger of one machine, with others, so that its keys say
     *     nothing about this one
     */
    record Shown(
            long number,
            boolean tookOver,
            String hash,
            String previous,
            String data,
            String orderers,
            List<Row> rows,
            List<Content.Configuration> configurations) {}

    /** One transaction of the channel. */
    record Row(
            int place,
            String what,
            boolean valid,
            String validation,
            String creator,
            String endorsers,
            List<String> reads,
            List<String> writes,
            int hidden) {}

    private final ChannelBlocks channel;
    private final Access access;
    private final ReadModel read;
    private final Words say;

    ChannelPage(ChannelBlocks channel, Access access, ReadModel read, Words say) {
        this.channel = channel;
        this.access = access;
        this.read = read;
        this.say = say;
    }

    /** Lets the page of a block show what the channel holds under its number. */
    void show(Account reader, BlockSummary of, Model model) {
        try {
            channel.block(of.number()).ifPresent(block -> {
                model.addAttribute("channel", shown(reader, block, !of.signer().equals(BlockHeader.ORDERERS)));
                model.addAttribute("channelHeader", header(of.number(), block));
            });
        } catch (LedgerUnavailable away) {
            model.addAttribute("channelAway", true);
        }
    }

    /** Lets a browser hash the header of Fabric's block again. */
    void showHeader(long number, Model model) {
        try {
            channel.block(number).ifPresent(block -> model.addAttribute("channelHeader", header(number, block)));
        } catch (LedgerUnavailable away) {
            model.addAttribute("channelAway", true);
        }
    }

    /**
     * The ledger's number and the channel's, hash of the header before, hash of the data and hash of the header, and the latter
     * as the next block names it.
     */
    private String header(long number, FabricBlock block) {
        Optional<Hash> named = number + 1 < read.height()
                ? channel.block(number + 1)
                        .filter(next -> next.number() == block.number() + 1)
                        .flatMap(FabricBlock::previousHash)
                : Optional.empty();
        return Stream.of(
                        Long.toString(number),
                        Long.toString(block.number()),
                        block.previousHash().map(Hash::value).orElse(""),
                        block.dataHash().value(),
                        block.hash().value(),
                        named.map(Hash::value).orElse(""))
                .collect(Collectors.joining(","));
    }

    private Shown shown(Account reader, FabricBlock block, boolean tookOver) {
        VisibleKeys visible = new VisibleKeys(reader, access, read);
        return new Shown(
                block.number(),
                tookOver,
                block.hash().value(),
                block.previousHash().map(Hash::value).orElse(""),
                block.dataHash().value(),
                whose(block.orderers()),
                block.transactions().stream()
                        .map(each -> row(tookOver ? key -> false : visible::sees, each))
                        .toList(),
                block.transactions().stream()
                        .map(FabricTransaction::content)
                        .filter(Content.Configuration.class::isInstance)
                        .map(Content.Configuration.class::cast)
                        .toList());
    }

    private Row row(Predicate<StateKey> visible, FabricTransaction transaction) {
        List<NamespaceAccess> all =
                transaction.invocation().map(Content.Invocation::access).orElse(List.of());
        Predicate<String> shown = key -> PeerKeys.stateKey(key).filter(visible).isPresent();
        List<KeyRead> reads = all.stream()
                .flatMap(each -> Stream.concat(
                        each.reads().stream(), each.ranges().stream().flatMap(range -> range.reads().stream())))
                .toList();
        List<String> writes = all.stream()
                .flatMap(each -> each.writes().stream())
                .map(write -> write.key())
                .toList();
        List<String> read = reads.stream()
                .filter(each -> shown.test(each.key()))
                .map(this::words)
                .toList();
        List<String> written = writes.stream().filter(shown).toList();
        return new Row(
                transaction.place(),
                transaction
                        .invocation()
                        .map(call -> call.chaincode() + ": " + call.function())
                        .orElse(transaction.type()),
                transaction.valid(),
                transaction.validation(),
                whose(transaction.creator().stream().toList()),
                whose(transaction
                        .invocation()
                        .map(Content.Invocation::endorsers)
                        .orElse(List.of())),
                read,
                written,
                reads.size() + writes.size() - read.size() - written.size());
    }

    private String words(KeyRead read) {
        return read.version()
                .map(version -> say.message("channel.read.at", read.key(), version.block(), version.transaction()))
                .orElseGet(() -> say.message("channel.read.none", read.key()));
    }

    private static String whose(List<ChannelIdentity> identities) {
        return identities.stream().map(ChannelPage::name).collect(Collectors.joining("; "));
    }

    static String name(ChannelIdentity identity) {
        return identity.msp() + " (" + identity.subject() + ")";
    }
}
