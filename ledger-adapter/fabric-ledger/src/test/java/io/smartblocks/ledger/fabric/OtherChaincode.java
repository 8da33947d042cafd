package io.smartblocks.ledger.fabric;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A chaincode server that one organisation changed for itself: it notes what was requested under other keys. */
final class OtherChaincode {

    private static final String KEYS = "io/smartblocks/ledger/peer/PeerKeys.class";

    private OtherChaincode() {}

    /** Makes it of what the build made. */
    static Path of(Path built, Path changed) throws IOException {
        try (InputStream in = Files.newInputStream(built)) {
            Files.write(changed, rewritten(in.readAllBytes()));
        }
        return changed;
    }

    private static byte[] rewritten(byte[] jar) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(jar));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                write(entry.getName(), content(entry.getName(), in.readAllBytes()), out);
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] content(String name, byte[] content) throws IOException {
        if (name.contains("ledger-core") && name.endsWith(".jar")) {
            return rewritten(content);
        }
        return name.equals(KEYS)
                ? new String(content, StandardCharsets.ISO_8859_1)
                        .replace("~request/", "~Request/")
                        .getBytes(StandardCharsets.ISO_8859_1)
                : content;
    }

    /** Not compressed, as the server wants the files within its own. */
    private static void write(String name, byte[] content, ZipOutputStream out) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        CRC32 crc = new CRC32();
        crc.update(content);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        out.putNextEntry(entry);
        out.write(content);
        out.closeEntry();
    }
}
