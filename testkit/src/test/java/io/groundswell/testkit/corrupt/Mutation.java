package io.groundswell.testkit.corrupt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Random;

/** What happens to a file. Its bytes are changed in place, as a disk does it: its name and attributes stay. */
enum Mutation {
    FLIP {
        @Override
        byte[] of(byte[] content, byte[] other, Random random) {
            byte[] flipped = content.clone();
            flipped[random.nextInt(content.length)] ^= (byte) (1 << random.nextInt(8));
            return flipped;
        }
    },
    /** A text with another digit is still a text: the worst that a flipped bit can do. */
    DIGIT {
        @Override
        byte[] of(byte[] content, byte[] other, Random random) {
            byte[] changed = content.clone();
            int[] digits = java.util.stream.IntStream.range(0, content.length)
                    .filter(at -> content[at] >= '0' && content[at] <= '9')
                    .toArray();
            if (digits.length == 0) {
                return FLIP.of(content, other, random);
            }
            int at = digits[random.nextInt(digits.length)];
            changed[at] = (byte) ('0' + (changed[at] - '0' + 1 + random.nextInt(9)) % 10);
            return changed;
        }
    },
    TRUNCATE {
        @Override
        byte[] of(byte[] content, byte[] other, Random random) {
            return Arrays.copyOf(content, random.nextInt(content.length));
        }
    },
    /** A text that ends with a line is still a text. */
    LINE {
        @Override
        byte[] of(byte[] content, byte[] other, Random random) {
            int end = content.length - 1;
            while (end > 0 && content[end - 1] != '\n') {
                end--;
            }
            return end == 0 ? TRUNCATE.of(content, other, random) : Arrays.copyOf(content, end);
        }
    },
    EMPTY {
        @Override
        byte[] of(byte[] content, byte[] other, Random random) {
            return new byte[0];
        }
    },
    DELETE {
        @Override
        byte[] of(byte[] content, byte[] other, Random random) {
            return null;
        }
    },
    SWAP {
        @Override
        byte[] of(byte[] content, byte[] other, Random random) {
            return other;
        }
    },
    APPEND {
        @Override
        byte[] of(byte[] content, byte[] other, Random random) {
            byte[] longer = Arrays.copyOf(content, content.length + 100);
            for (int i = 0; i < 100; i++) {
                longer[content.length + i] = content[Math.max(0, content.length - 100 + i) % content.length];
            }
            return longer;
        }
    };

    /** Whether it can leave a whole file with another value in it. */
    boolean isOfValues() {
        return this == FLIP || this == DIGIT || this == SWAP;
    }

    /** Returns what the file holds then; null where it is gone. */
    abstract byte[] of(byte[] content, byte[] other, Random random);

    /**
     * Changes a file.
     *
     * @param other of its class, which it gets the content of
     */
    void apply(Path file, Path other, Random random) throws IOException {
        byte[] changed = of(Files.readAllBytes(file), Files.readAllBytes(other), random);
        if (changed == null) {
            Files.delete(file);
        } else {
            Files.write(file, changed, StandardOpenOption.TRUNCATE_EXISTING);
        }
    }
}
