package io.groundswell.ingest.spool;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** A byte buffer that grows and is used again and again: text is put together in it without making strings. */
public final class Bytes {
    private static final int MAX_DIGITS = 20;

    private byte[] array;
    private int length;

    /** Makes an empty buffer with room for so many bytes. */
    public Bytes(int capacity) {
        array = new byte[capacity];
    }

    /** Returns the number of bytes held. */
    public int length() {
        return length;
    }

    /** Returns the backing array itself: only the first {@link #length()} bytes count, and the next append may replace it. */
    public byte[] array() {
        return array;
    }

    /** Returns a copy of the bytes held. */
    public byte[] copy() {
        return Arrays.copyOf(array, length);
    }

    /** Drops all bytes but the first {@code length}. */
    public void truncate(int newLength) {
        if (newLength > length) {
            throw new IllegalArgumentException("Cannot truncate " + length + " bytes to " + newLength);
        }
        length = newLength;
    }

    /** Appends one byte. */
    public Bytes append(char ascii) {
        reserve(1);
        array[length++] = (byte) ascii;
        return this;
    }

    /** Appends a text in UTF-8. */
    public Bytes append(String text) {
        return append(text.getBytes(UTF_8));
    }

    /** Appends all bytes of an array. */
    public Bytes append(byte[] bytes) {
        return append(bytes, 0, bytes.length);
    }

    /** Appends the bytes of another buffer. */
    public Bytes append(Bytes other) {
        return append(other.array, 0, other.length);
    }

    /** Appends a part of an array. */
    public Bytes append(byte[] bytes, int from, int count) {
        reserve(count);
        System.arraycopy(bytes, from, array, length, count);
        length += count;
        return this;
    }

    /** Appends a number of 0 or more in decimal digits. */
    public Bytes append(long number) {
        if (number < 0) {
            throw new IllegalArgumentException("Only numbers >= 0 can be appended, was " + number);
        }
        reserve(MAX_DIGITS);
        int end = length + digits(number);
        long rest = number;
        for (int at = end - 1; at >= length; at--) {
            array[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length = end;
        return this;
    }

    /** Appends the last {@code width} digits of a number, with leading zeros. */
    public Bytes appendPadded(int number, int width) {
        reserve(width);
        int rest = number;
        for (int at = length + width - 1; at >= length; at--) {
            array[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += width;
        return this;
    }

    private static int digits(long number) {
        int digits = 1;
        for (long rest = number / 10; rest > 0; rest /= 10) {
            digits++;
        }
        return digits;
    }

    void reserve(int count) {
        if (array.length - length < count) {
            array = Arrays.copyOf(array, Math.max(array.length * 2, length + count));
        }
    }
}
