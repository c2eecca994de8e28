package io.groundswell.ml.topic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Texts that a model has learnt from: it would recognise a near-copy of one rather than understand it. Two texts are
 * near-copies if they share seven tenths of all their words. Only those are compared that agree in one of five bands of four
 * min-hashes (A. Broder, On the resemblance and containment of documents, 1997): of pairs that share a share J,
 * 1 − (1 − J⁴)⁵, which is 99 % at 0.9, 93 % at 0.8 and 75 % at 0.7.
 */
final class KnownTexts {
    private static final int BANDS = 5;
    private static final int HASHES_A_BAND = 4;
    private static final double NEAR = 0.7;

    /** By band, the texts that have it, each as the hashes of its words in ascending order. */
    private final Map<Long, List<long[]>> texts = new HashMap<>();

    /** @param texts the words of each, at least one */
    KnownTexts(List<List<String>> texts) {
        texts.forEach(text -> {
            long[] words = hashes(text);
            for (int band = 0; band < BANDS; band++) {
                this.texts
                        .computeIfAbsent(band(band, words), any -> new ArrayList<>(1))
                        .add(words);
            }
        });
    }

    /** Whether a text with these words, at least one, is a copy or a near-copy of one that is known. */
    boolean contain(List<String> text) {
        long[] words = hashes(text);
        for (int band = 0; band < BANDS; band++) {
            for (long[] known : texts.getOrDefault(band(band, words), List.of())) {
                if (shared(words, known) >= NEAR) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Returns the share of all words of two texts that both have. */
    private static double shared(long[] one, long[] other) {
        int both = 0;
        int place = 0;
        for (long word : one) {
            while (place < other.length && other[place] < word) {
                place++;
            }
            both += place < other.length && other[place] == word ? 1 : 0;
        }
        return (double) both / (one.length + other.length - both);
    }

    private static long band(int band, long[] words) {
        long all = band;
        for (int place = 0; place < HASHES_A_BAND; place++) {
            long salt = mix(band * HASHES_A_BAND + place + 1L);
            long least = Long.MAX_VALUE;
            for (long word : words) {
                least = Math.min(least, mix(word ^ salt));
            }
            all = mix(all ^ least);
        }
        return all;
    }

    private static long[] hashes(List<String> text) {
        long[] words = text.stream().mapToLong(KnownTexts::hash).distinct().toArray();
        Arrays.sort(words);
        return words;
    }

    /** The 64-bit hash FNV-1a, over characters. */
    private static long hash(String word) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < word.length(); i++) {
            hash = (hash ^ word.charAt(i)) * 0x100000001B3L;
        }
        return hash;
    }

    /** The end of SplitMix64, which spreads every bit over all others. */
    private static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
