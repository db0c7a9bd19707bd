package io.verisim.cli.engine;

/** A parameter's value as it is typed: a whole number, another number, true or false, else the text itself. */
final class ParameterText {

    private ParameterText() {}

    static Object value(String text) {
        if (text.matches("-?\\d{1,9}")) {
            return Integer.valueOf(text);
        }
        if (text.matches("-?\\d+(\\.\\d+)?([eE][+-]?\\d{1,3})?")) {
            return Double.valueOf(text);
        }
        return text.equals("true") || text.equals("false") ? (Object) Boolean.valueOf(text) : text;
    }
}
