package io.smartblocks.ledger.meter;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** The text of a meter file, unpacked when it is gzip, and strictly UTF-8. */
final class MeterFile {

    // A reading takes about 30 bytes, so this is a century of a quarter-hour meter.
    private static final int LARGEST = 1 << 27;

    private MeterFile() {}

    /** What is made of the bytes of a file; nothing, and a problem, where they cannot be had. */
    @FunctionalInterface
    interface Reading<T> {
        Optional<T> from(InputStream in) throws IOException;
    }

    static Optional<String> text(Path file, Problems problems) {
        return read(file, problems, in -> bounded(in, problems).flatMap(bytes -> decoded(bytes, problems)));
    }

    static <T> Optional<T> read(Path file, Problems problems, Reading<T> reading) {
        try (InputStream in = opened(file)) {
            return reading.from(in);
        } catch (ZipException | EOFException e) {
            problems.addOfTheWhole(
                    "gzip-broken",
                    0,
                    "the gzip file is broken (" + e.getMessage() + ")",
                    "a complete gzip file",
                    "Copy it again from its source, or unpack it and import what is in it.");
            return Optional.empty();
        } catch (NoSuchFileException e) {
            problems.addOfTheWhole("no-such-file", 0, "there is no such file", "a readings file", "Check the path.");
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("The readings file '" + file + "' could not be read", e);
        }
    }

    static InputStream opened(Path file) throws IOException {
        BufferedInputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        try {
            in.mark(2);
            boolean packed = in.read() == 0x1f && in.read() == 0x8b;
            in.reset();
            return packed || file.toString().endsWith(".gz") ? new GZIPInputStream(in, 1 << 16) : in;
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    private static Optional<byte[]> bounded(InputStream in, Problems problems) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] part = new byte[1 << 16];
        for (int n = in.read(part); n >= 0; n = in.read(part)) {
            if (bytes.size() + n > LARGEST) {
                problems.addOfTheWhole(
                        "too-large",
                        0,
                        "the file holds more than 128 MiB of text",
                        "at most 128 MiB",
                        "Split it by meter or by year.");
                return Optional.empty();
            }
            bytes.write(part, 0, n);
        }
        return Optional.of(bytes.toByteArray());
    }

    private static Optional<String> decoded(byte[] bytes, Problems problems) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(in, out, true);
        if (result.isError()) {
            problems.addOfTheWhole(
                    "not-utf-8",
                    lineOf(bytes, in.position()),
                    "the byte 0x%02X is not UTF-8".formatted(bytes[in.position()]),
                    "a file in UTF-8",
                    "Save or convert it as UTF-8, for example with: iconv -f WINDOWS-1252 -t UTF-8.");
            return Optional.empty();
        }
        String text = out.flip().toString();
        return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    private static int lineOf(byte[] bytes, int position) {
        int line = 1;
        for (int i = 0; i < position; i++) {
            if (bytes[i] == '\n') {
                line++;
            }
        }
        return line;
    }
}
