package io.verisim.tabular;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The numbers or moments of a column as whole numbers of 64 bits, so that two of them are equal exactly where the column
 * writes the same text for both.
 */
sealed interface ValueCode {

    /** Powers of ten by which a number is scaled without a loss that rounding would not mend. */
    double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};

    double EXACT = 1L << 53;

    /** The code of a number, which is not NaN; of a moment in microseconds since 1970. */
    long of(double value);

    /** The text of a code. */
    void write(long code, TextBytes out);

    /** The number that the text reads as; of a moment its microseconds. */
    double number(long code);

    /** Rounded to the nearest whole number of 64 bits. */
    record Whole() implements ValueCode {

        @Override
        public long of(double value) {
            return (long) Math.rint(value);
        }

        @Override
        public void write(long code, TextBytes out) {
            out.number(code);
        }

        @Override
        public double number(long code) {
            return code;
        }
    }

    /** The shortest text that reads as the same double. */
    record Shortest() implements ValueCode {

        @Override
        public long of(double value) {
            return Double.doubleToLongBits(value);
        }

        @Override
        public void write(long code, TextBytes out) {
            out.text(Double.toString(Double.longBitsToDouble(code)));
        }

        @Override
        public double number(long code) {
            return Double.longBitsToDouble(code);
        }
    }

    /**
     * With a fixed number of decimals, half to even. A number of at most 53 bits when scaled has that as its code; any
     * other, which is so large that no two doubles lie within one unit of the last decimal, its own bits. These never meet.
     */
    record Fixed(int scale, double power) implements ValueCode {

        Fixed(int scale) {
            this(scale, POWERS[scale]);
        }

        @Override
        public long of(double value) {
            double scaled = value * power;
            return Math.abs(scaled) < EXACT ? (long) Math.rint(scaled) : Double.doubleToLongBits(value);
        }

        private static boolean isScaled(long code) {
            return Math.abs(code) < 1L << 53;
        }

        @Override
        public void write(long code, TextBytes out) {
            if (!isScaled(code)) {
                out.text(exact(Double.longBitsToDouble(code), scale));
                return;
            }
            if (code < 0) {
                out.ascii('-');
            }
            long digits = Math.abs(code);
            if (scale == 0) {
                out.digits(digits, 1);
            } else {
                long unit = (long) power;
                out.digits(digits / unit, 1);
                out.ascii('.');
                out.digits(digits % unit, scale);
            }
        }

        @Override
        public double number(long code) {
            return isScaled(code) ? code / power : Double.longBitsToDouble(code);
        }
    }

    /** With more decimals than a double can be scaled by; the code is the bits of what the text reads as. */
    record Deep(int scale) implements ValueCode {

        @Override
        public long of(double value) {
            return Double.doubleToLongBits(Double.parseDouble(exact(value, scale)));
        }

        @Override
        public void write(long code, TextBytes out) {
            out.text(exact(Double.longBitsToDouble(code), scale));
        }

        @Override
        public double number(long code) {
            return Double.longBitsToDouble(code);
        }
    }

    private static String exact(double value, int scale) {
        return Double.isInfinite(value)
                ? Double.toString(value)
                : new BigDecimal(value).setScale(scale, RoundingMode.HALF_EVEN).toPlainString();
    }

    /** A date or time in a pattern: microseconds without what the pattern cannot say. */
    record Moment(TimePattern pattern) implements ValueCode {

        @Override
        public long of(double value) {
            return pattern.told((long) value);
        }

        @Override
        public void write(long code, TextBytes out) {
            pattern.write(code, out);
        }

        @Override
        public double number(long code) {
            return code;
        }
    }

    /** True from 0.5 on. */
    record Truth(BooleanSpellings spelt) implements ValueCode {

        @Override
        public long of(double value) {
            return value >= 0.5 ? 1 : 0;
        }

        @Override
        public void write(long code, TextBytes out) {
            out.text(code == 1 ? spelt.yes() : spelt.no());
        }

        @Override
        public double number(long code) {
            return code;
        }
    }
}
