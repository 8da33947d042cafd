package io.smartblocks.portal.explorer;

import io.smartblocks.ledger.port.Block;
import io.smartblocks.ledger.port.StateVersion;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.TransactionSummary;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.CanonicalJson;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.explorer.Said.Pair;
import io.smartblocks.portal.member.Access;
import io.smartblocks.portal.member.Reach;
import io.smartblocks.portal.words.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Every version of a state: when and by what it came, its value in words, and what changed with it. */
@Component
class StateHistory {

    /**
     * One version.
     *
     * @param number counted from 0, the oldest
     * @param transaction its address; or that of its batch, where that does not tell which of its transactions wrote it, or the reader may not follow it
     */
    record Version(
            int number,
            long block,
            int batch,
            Instant time,
            String happened,
            String transaction,
            List<Pair> pairs,
            List<Pair> details,
            String json,
            List<StateChange> changes) {}

    private final ReadModel read;
    private final StateWords words;
    private final TransactionRows rows;
    private final PayloadAccess access;
    private final Access reaches;
    private final Words say;

    StateHistory(
            ReadModel read, StateWords words, TransactionRows rows, PayloadAccess access, Access reaches, Words say) {
        this.read = read;
        this.words = words;
        this.rows = rows;
        this.access = access;
        this.reaches = reaches;
        this.say = say;
    }

    /** The versions before the one with the number, newest first, of all that there are. */
    List<Version> versions(Account reader, StateKey key, List<StateVersion> all, int before, int atMost) {
        Reach reach = reaches.reach(reader);
        int end = Math.min(before, all.size());
        Map<Long, List<TransactionSummary>> writers = read.chain().writersOf(key).stream()
                .collect(Collectors.groupingBy(each -> each.place().block()));
        return IntStream.iterate(end - 1, number -> number >= Math.max(0, end - atMost), number -> number - 1)
                .mapToObj(number -> version(
                        reach,
                        all,
                        number,
                        source(
                                key,
                                all,
                                number,
                                writers.getOrDefault(all.get(number).block(), List.of()))))
                .toList();
    }

    /** Where a version comes from. */
    private record Source(int batch, Instant time, Optional<TransactionSummary> transaction) {}

    /** The tables tell it, unless they know not all writers of the block; then the block itself is read. */
    private Source source(StateKey key, List<StateVersion> all, int number, List<TransactionSummary> writers) {
        long inBlock = all.get(number).block();
        int earlier = earlierInBlock(all, number);
        if (writers.size()
                == all.stream().filter(version -> version.block() == inBlock).count()) {
            TransactionSummary writer = writers.get(earlier);
            return new Source(writer.place().batch(), writer.committedAt(), Optional.of(writer));
        }
        Block block = read.chain().content(inBlock).orElseThrow();
        int batch = batch(key, block, earlier);
        return new Source(batch, block.header().time(), read.chain().writerOf(key, inBlock, batch));
    }

    private Version version(Reach reach, List<StateVersion> all, int number, Source source) {
        StateVersion version = all.get(number);
        Fields fields = words.of(reach, version.state());
        List<StateChange> changes = number == 0
                ? List.of()
                : StateChange.between(values(words.of(reach, all.get(number - 1).state())), values(fields));
        return new Version(
                number,
                version.block(),
                source.batch(),
                source.time(),
                source.transaction()
                        .map(rows::happened)
                        .orElseGet(() -> say.message("explorer.batch.number", source.batch() + 1)),
                source.transaction()
                        .map(found -> access.link(reach, found))
                        .filter(link -> !link.isEmpty())
                        .orElse("/blocks/" + version.block() + "/batches/" + (source.batch() + 1)),
                fields.all(),
                fields.details(),
                JsonText.indented(CanonicalJson.write((Record) version.state())),
                changes);
    }

    private static List<Pair> values(Fields fields) {
        return Stream.concat(fields.all().stream(), fields.details().stream()).toList();
    }

    private static int earlierInBlock(List<StateVersion> all, int number) {
        int earlier = 0;
        while (number - earlier > 0
                && all.get(number - earlier - 1).block() == all.get(number).block()) {
            earlier++;
        }
        return earlier;
    }

    /** The batch that wrote the key, after so many of the block that wrote it before. */
    private static int batch(StateKey key, Block block, int earlier) {
        List<Integer> writing = new ArrayList<>();
        for (int batch = 0; batch < block.batches().size(); batch++) {
            if (block.batches().get(batch).writes().stream()
                    .anyMatch(write -> write.key().equals(key))) {
                writing.add(batch);
            }
        }
        return writing.get(earlier);
    }
}
