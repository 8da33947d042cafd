package io.smartblocks.ledger.embedded.copy;

import io.smartblocks.ledger.audit.HeaderRun;
import io.smartblocks.ledger.audit.SignedHeader;
import io.smartblocks.ledger.port.Block;
import io.smartblocks.ledger.transaction.CanonicalJson;
import io.smartblocks.ledger.transaction.LedgerId;
import io.smartblocks.ledger.transaction.MalformedJson;
import io.smartblocks.ledger.transaction.MemberAction.FoundLedger;
import io.smartblocks.ledger.transaction.Transaction;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** Reads one file of a copy from its first line to its last, and refuses it where it is not as it was written. */
final class CopyReading {

    /** Takes a block that was read. */
    @FunctionalInterface
    interface Taking {
        void take(long number, byte[] content) throws IOException;
    }

    private static final int LONGEST_OTHER = 1 << 16;

    // what is longer could be read but not be parsed
    private static final int LONGEST_BLOCK =
            (int) Math.min(1L << 30, Math.max(1L << 26, Runtime.getRuntime().maxMemory() / 16));

    private final Path file;
    private final Lines lines;
    private final HeaderRun run = new HeaderRun(Set.of());

    private CopyReading(Path file, InputStream in) {
        this.file = file;
        this.lines = new Lines(in);
    }

    /** Reads a file and hands out its blocks; what it says in its first line. */
    static CopyHead read(Path file, Taking taking) {
        return reading(file, reading -> reading.read(taking));
    }

    /** Reads only what a file says in its first line. */
    static CopyHead head(Path file) {
        return reading(file, CopyReading::head);
    }

    private interface Reading {
        CopyHead of(CopyReading reading) throws IOException;
    }

    private static CopyHead reading(Path file, Reading how) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            return how.of(new CopyReading(file, in));
        } catch (NoSuchFileException missing) {
            throw new CopyRefused("there is no file '" + file + "'", missing);
        } catch (IOException broken) {
            throw new CopyRefused("'" + file + "' cannot be read: " + broken, broken);
        }
    }

    private CopyHead read(Taking taking) throws IOException {
        CopyHead head = head();
        for (long number = head.from(); number < head.height(); number++) {
            byte[] line = next("block " + number, LONGEST_BLOCK);
            lines.count(line);
            check(head, number, line);
            taking.take(number, line);
        }
        checkEnd(head);
        return head;
    }

    private CopyHead head() throws IOException {
        byte[] line = next("its first line, which says what it holds,", LONGEST_OTHER);
        lines.count(line);
        try {
            return CanonicalJson.readCanonical(Lines.text(line), CopyHead.class);
        } catch (MalformedJson malformed) {
            throw refused("its first line is not that of a copied ledger: " + malformed.getMessage(), malformed);
        }
    }

    private byte[] next(String what, int longest) throws IOException {
        Optional<byte[]> line = lines.next(longest);
        if (line.isEmpty() && !lines.ended()) {
            String mend = longest == LONGEST_BLOCK ? "; if it is no damage, give Java more memory (-Xmx)" : "";
            throw refused(what + " is longer than " + longest + " bytes" + mend);
        }
        return line.orElseThrow(() -> new CopyRefused("'" + file + "' ends before " + what
                + " is whole: it was cut short; copy it again from where it came"));
    }

    private void check(CopyHead head, long number, byte[] line) {
        Block block = block(number, line);
        boolean first = number == head.from();
        if (block.number() != number) {
            throw refused(number, "block " + block.number() + " stands in its place");
        }
        run.take(SignedHeader.of(block)).ifPresent(problem -> {
            throw refused(problem);
        });
        if (first && !block.header().previousHash().equals(head.previousHash())) {
            throw refused(number, "the block before is not the one of the first line");
        }
        if (!block.header().signerKey().equals(head.nodeKey())) {
            throw refused(number, "it is not signed with the key of the first line");
        }
        contents(block).ifPresent(problem -> {
            throw refused(number, problem);
        });
        if (number == 0) {
            checkFounding(head, block);
        }
    }

    private Block block(long number, byte[] line) {
        try {
            return CanonicalJson.readCanonical(Lines.text(line), Block.class);
        } catch (MalformedJson malformed) {
            throw refused("block " + number + ": it cannot be read: " + malformed.getMessage(), malformed);
        }
    }

    private static Optional<String> contents(Block block) {
        for (Transaction transaction : block.transactions()) {
            if (!transaction.hasItsId()) {
                return Optional.of("transaction " + transaction.id() + " has another content than was signed");
            }
        }
        if (!Block.transactionTree(block.batches()).root().equals(block.header().transactionsRoot())) {
            return Optional.of("its transactions do not have the root that its header says");
        }
        return Block.changeTree(block.batches()).root().equals(block.header().changesRoot())
                ? Optional.empty()
                : Optional.of("its writes do not have the root that its header says");
    }

    private void checkFounding(CopyHead head, Block block) {
        Transaction founding = block.transactions().get(0);
        boolean told = founding.body().payload() instanceof FoundLedger payload
                && payload.ledger().equals(head.name())
                && LedgerId.of(founding).equals(head.ledger());
        if (!told) {
            throw refused(0, "it does not found the ledger '" + head.name() + "' with the id of the first line");
        }
    }

    private void checkEnd(CopyHead head) throws IOException {
        byte[] line = next("its last line, which holds the hash of the others,", LONGEST_OTHER);
        CopyEnd end;
        try {
            end = CanonicalJson.readCanonical(Lines.text(line), CopyEnd.class);
        } catch (MalformedJson malformed) {
            throw refused("its last line cannot be read: " + malformed.getMessage(), malformed);
        }
        if (!run.last().orElseThrow().hash().equals(head.headHash())) {
            throw refused(head.height() - 1, "its hash is not the one of the first line");
        }
        if (end.blocks() != head.height() - head.from()) {
            throw refused(
                    "its last line speaks of " + end.blocks() + " blocks; it holds " + (head.height() - head.from()));
        }
        if (!lines.ended()) {
            throw refused("it goes on after its last line");
        }
        if (!lines.hash().equals(end.sha256())) {
            throw new DigestWrong("'" + file + "': its lines do not have the SHA-256 of its last line");
        }
    }

    private CopyRefused refused(long number, String problem) {
        return refused("block " + number + ": " + problem);
    }

    private CopyRefused refused(String problem) {
        return new CopyRefused("'" + file + "' is not as it was written: " + problem);
    }

    private CopyRefused refused(String problem, MalformedJson cause) {
        return new CopyRefused("'" + file + "' is not as it was written: " + problem, cause);
    }

    /** All blocks were read, and something in the file that the blocks do not show is damaged. */
    static final class DigestWrong extends CopyRefused {

        private static final long serialVersionUID = 1L;

        DigestWrong(String message) {
            super(message);
        }
    }
}
