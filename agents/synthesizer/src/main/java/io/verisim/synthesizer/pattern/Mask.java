package io.verisim.synthesizer.pattern;

import io.verisim.synthesizer.codec.Codec;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The shape of a value: at each place a fixed character or any of an alphabet. Its values are numbered from 0 to {@link
 * #domain()} − 1; where that would be beyond 2^60, only the last places count for the number and the others follow from
 * it.
 *
 * @param fixed the value with a fixed character at fixed places, anything at others
 * @param kinds at each place the kind of alphabet, see {@link Alphabet}
 */
public record Mask(String fixed, String kinds) {

    static final long LARGEST = 1L << 60;

    public Mask {
        if (fixed.length() != kinds.length()) {
            throw new IllegalArgumentException("A mask of " + kinds.length() + " places for '" + fixed + "'");
        }
    }

    /** How many values there are, at most 2^60. */
    public long domain() {
        long domain = 1;
        for (int i = kinds.length() - 1; i >= 0; i--) {
            int size = Alphabet.of(kinds.charAt(i)).length();
            if (size > 1 && domain > LARGEST / size) {
                return domain;
            }
            domain *= Math.max(1, size);
        }
        return domain;
    }

    /** The value of a number from 0 to {@link #domain()} − 1. */
    public String value(long number) {
        char[] value = fixed.toCharArray();
        long rest = number;
        long domain = 1;
        long filler = number * 0x9e3779b97f4a7c15L + 1;
        for (int i = value.length - 1; i >= 0; i--) {
            String alphabet = Alphabet.of(kinds.charAt(i));
            int size = alphabet.length();
            if (size > 1 && domain <= LARGEST / size) {
                value[i] = alphabet.charAt((int) (rest % size));
                rest /= size;
                domain *= size;
            } else if (size > 1) {
                domain = LARGEST;
                filler = filler * 6364136223846793005L + 1442695040888963407L;
                value[i] = alphabet.charAt((int) ((filler >>> 33) % size));
            }
        }
        return new String(value);
    }

    /** The same shape, fixed at some places as an example is. */
    Mask withFixed(String example, boolean[] places) {
        StringBuilder characters = new StringBuilder(fixed);
        StringBuilder free = new StringBuilder(kinds);
        for (int i = 0; i < places.length; i++) {
            if (places[i]) {
                characters.setCharAt(i, example.charAt(i));
                free.setCharAt(i, Alphabet.FIXED);
            }
        }
        return new Mask(characters.toString(), free.toString());
    }

    /** The same shape with its fixed digits free. */
    Mask withFreeDigits() {
        StringBuilder free = new StringBuilder(kinds);
        for (int i = 0; i < fixed.length(); i++) {
            if (Alphabet.isFixed(kinds.charAt(i)) && Character.isDigit(fixed.charAt(i))) {
                free.setCharAt(i, Alphabet.DIGIT);
            }
        }
        return new Mask(fixed, free.toString());
    }

    void write(DataOutput out) throws IOException {
        Codec.writeText(out, fixed);
        Codec.writeText(out, kinds);
    }

    static Mask read(DataInput in) throws IOException {
        return new Mask(Codec.readText(in), Codec.readText(in));
    }
}
