package io.smartblocks.portal.cli;

import io.smartblocks.ledger.audit.HeaderFile;
import io.smartblocks.ledger.audit.HeaderRun;
import io.smartblocks.ledger.audit.Known;
import io.smartblocks.ledger.audit.Proof;
import io.smartblocks.ledger.audit.ProofCheck;
import io.smartblocks.ledger.audit.ProofFindings;
import io.smartblocks.ledger.audit.SignedHeader;
import io.smartblocks.ledger.identity.VerifyingKey;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.transaction.MalformedJson;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ledger check-proof}: says what a proof shows and what it does not, without any ledger. */
@Command(
        name = "check-proof",
        description = "Check a proof without a ledger, and say in words what it shows and what it does not.")
final class LedgerCheckProofCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The proof, as 'ledger proof' wrote it.")
    private Path file = Path.of("");

    @Option(
            names = "--headers",
            paramLabel = "FILE",
            description = "Headers that you have from elsewhere, as 'ledger headers' wrote them.")
    private Optional<Path> headers = Optional.empty();

    @Option(
            names = "--head",
            paramLabel = "HASH",
            description = "The hash of the newest block that you know; the headers must lead to it.")
    private Optional<String> head = Optional.empty();

    @Option(names = "--node-key", paramLabel = "KEY", description = "The key that blocks are signed with.")
    private Optional<String> nodeKey = Optional.empty();

    @Option(names = "--json", description = "Report as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Proof proof = proof();
        Known known = new Known(
                headers.map(path -> run(path, proof)),
                head.map(written -> LedgerStatement.typed(() -> new Hash(written))),
                nodeKey.map(written -> LedgerStatement.typed(() -> new VerifyingKey(written))));
        ProofFindings findings = ProofCheck.check(proof, known);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            JsonReport.print(out, new Report(findings.holds(), findings.proved(), findings.open(), findings.faults()));
        } else {
            print(out, "This is proved:", findings.proved());
            print(out, "This is not:", findings.open());
            print(out, "The proof is refused and shows nothing:", findings.faults());
        }
        return findings.holds() ? ExitCode.DONE : ExitCode.REFUSED;
    }

    private Proof proof() {
        try {
            return Proof.read(Texts.read(file));
        } catch (MalformedJson malformed) {
            throw new InputRefused("'%s' is no proof: %s.".formatted(file, malformed.getMessage()), malformed);
        }
    }

    private static HeaderRun run(Path headers, Proof proof) {
        HeaderRun run =
                new HeaderRun(proof.headers().stream().map(SignedHeader::number).collect(Collectors.toSet()));
        try (InputStream in = new BufferedInputStream(Files.newInputStream(headers))) {
            HeaderFile.read(in, run).ifPresent(problem -> {
                throw new InputRefused("The headers in '%s' do not hold: %s.".formatted(headers, problem));
            });
            return run;
        } catch (NoSuchFileException e) {
            throw new InputRefused("There is no file '%s'.".formatted(headers), e);
        } catch (IOException e) {
            throw new InputRefused("'%s' cannot be read: %s.".formatted(headers, e.getMessage()), e);
        }
    }

    private static void print(PrintWriter out, String title, List<String> sentences) {
        if (!sentences.isEmpty()) {
            out.println(title);
            sentences.forEach(sentence -> out.println("- " + sentence));
        }
    }

    /** What {@code ledger check-proof --json} prints. */
    record Report(boolean holds, List<String> proved, List<String> notProved, List<String> faults) {}
}
