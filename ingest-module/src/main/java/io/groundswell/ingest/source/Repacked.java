package io.groundswell.ingest.source;

import com.github.luben.zstd.Zstd;
import io.groundswell.job.PlatformException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Bytes packed to a given length: by it a query knows a packed file again. What is left over is, in gzip (RFC 1952), the
 * file name of its header, and in zstd (RFC 8878) a frame that readers skip.
 */
final class Repacked {
    private static final int GZIP_AROUND = 18;
    private static final int SKIPPABLE = 0x184D2A50;
    private static final int SKIPPABLE_HEAD = 8;

    private Repacked() {}

    /** @throws PlatformException if they can't be packed so tightly */
    static byte[] of(Compression compression, byte[] plain, int length, Path file) {
        Optional<byte[]> packed = compression == Compression.GZIP ? gzip(plain, length) : zstd(plain, length);
        return packed.orElseThrow(() -> PlatformException.usage(
                ("The file %s can't be packed anew to its %d bytes, by which its lines would be known again: unpack it,"
                                + " forget once more, and keep it so.")
                        .formatted(file, length)));
    }

    private static Optional<byte[]> gzip(byte[] plain, int length) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        deflater.setInput(plain);
        deflater.finish();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] block = new byte[1 << 16];
        while (!deflater.finished()) {
            body.write(block, 0, deflater.deflate(block));
        }
        deflater.end();
        int left = length - GZIP_AROUND - body.size();
        if (left < 0) {
            return Optional.empty();
        }
        ByteBuffer out = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        byte hasName = (byte) (left > 0 ? 8 : 0);
        out.put(new byte[] {0x1f, (byte) 0x8b, 8, hasName, 0, 0, 0, 0, 2, (byte) 255});
        for (int at = 1; at < left; at++) {
            out.put((byte) 'x');
        }
        if (left > 0) {
            out.put((byte) 0);
        }
        CRC32 sum = new CRC32();
        sum.update(plain);
        return Optional.of(out.put(body.toByteArray())
                .putInt((int) sum.getValue())
                .putInt(plain.length)
                .array());
    }

    private static Optional<byte[]> zstd(byte[] plain, int length) {
        return IntStream.rangeClosed(3, Zstd.maxCompressionLevel())
                .mapToObj(level -> Zstd.compress(plain, level))
                .filter(packed -> packed.length == length || packed.length + SKIPPABLE_HEAD <= length)
                .findFirst()
                .map(packed -> {
                    ByteBuffer out = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
                    out.put(packed);
                    if (packed.length < length) {
                        out.putInt(SKIPPABLE).putInt(length - packed.length - SKIPPABLE_HEAD);
                    }
                    return out.array();
                });
    }
}
