package io.smartblocks.ledger.audit;

import io.smartblocks.ledger.transaction.MalformedJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A file of headers: one on each line, each following the one before. */
public final class HeaderFile {

    private HeaderFile() {}

    /** Lets a run take all headers of a file; what is wrong with the first that it cannot take. */
    public static Optional<String> read(InputStream in, HeaderRun run) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int number = 1;
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next != '\n') {
                line.write(next);
                continue;
            }
            Optional<String> problem = take(line, number++, run);
            if (problem.isPresent()) {
                return problem;
            }
        }
        return line.size() == 0 ? Optional.empty() : take(line, number, run);
    }

    private static Optional<String> take(ByteArrayOutputStream line, int number, HeaderRun run) {
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        try {
            return run.take(HeaderLine.read(text)).map(problem -> "line " + number + ", " + problem);
        } catch (MalformedJson malformed) {
            return Optional.of("line " + number + " is no header of a block: " + malformed.getMessage());
        }
    }
}
