package io.groundswell.testkit.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * A ledger read back.
 *
 * @param frames by number, in the order in which they were offered
 * @param acked numbers of those that the feed has on its disk
 */
public record LedgerContent(Map<Long, OfferedFrame> frames, Set<Long> acked) {

    /**
     * Reads a ledger. A last line without an end was being written when its writer died: its frame was never offered.
     *
     * @throws IllegalArgumentException if a line is none, or a frame's bytes have not the hash beside them
     */
    public static LedgerContent read(Path path) throws IOException {
        String text = Files.readString(path);
        Map<Long, OfferedFrame> frames = new LinkedHashMap<>();
        Set<Long> acked = new LinkedHashSet<>();
        text.substring(0, text.lastIndexOf('\n') + 1).lines().forEach(line -> {
            String[] parts = line.split("\\|", -1);
            if (parts.length == 2 && parts[1].equals(Ledger.ACKED)) {
                acked.add(Long.valueOf(parts[0]));
            } else {
                OfferedFrame frame = frame(path, parts);
                frames.put(frame.number(), frame);
            }
        });
        return new LedgerContent(frames, acked);
    }

    private static OfferedFrame frame(Path path, String[] parts) {
        if (parts.length == 4) {
            byte[] payload = Base64.getDecoder().decode(parts[3]);
            if (OfferedFrame.sha256(payload).equals(parts[1])) {
                return new OfferedFrame(Long.parseLong(parts[0]), Long.parseLong(parts[2]), payload);
            }
        }
        throw new IllegalArgumentException("The ledger " + path + " is damaged at frame " + parts[0]
                + ": its line is not number|sha256|received|frame with the frame's own hash. Feed anew.");
    }
}
