package io.smartblocks.portal.cli;

import io.smartblocks.portal.lsp.AgreementLanguageServer;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code lsp}: the language server, spoken to by an editor. */
@Command(name = "lsp", description = "Answer an editor over standard input and output (Language Server Protocol).")
final class LspCommand implements Callable<Integer> {

    @Option(names = "--stdio", description = "Accepted because editors say so; there is no other way.")
    private boolean stdio;

    @Override
    public Integer call() {
        BufferedOutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out));
        System.setOut(System.err);
        return AgreementLanguageServer.serve(System.in, out);
    }
}
