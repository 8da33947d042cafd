package io.smartblocks.ledger.embedded.copy;

import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.transaction.LedgerId;
import java.nio.file.Path;

/**
 * What was copied, and from or to where.
 *
 * @param ledger the id of the ledger
 * @param name the name that the ledger was founded with
 * @param blocks how many blocks were copied this time
 * @param height how many blocks the copy holds in all
 * @param headHash the hash of the last of them
 * @param bytes how many bytes were written this time
 * @param place the file or directory that was written
 */
public record Copied(LedgerId ledger, String name, long blocks, long height, Hash headHash, long bytes, Path place) {}
