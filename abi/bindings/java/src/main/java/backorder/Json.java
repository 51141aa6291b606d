package backorder;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** As much JSON as the library speaks: Map, List, String, Boolean, null and integers, which are read as Long. */
final class Json {
    private static final int DEEPEST = 64;

    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    static Object parse(String text) {
        Json reader = new Json(text);
        Object value = reader.value(0);
        reader.blanks();
        if (reader.at != text.length()) {
            throw reader.wrong();
        }
        return value;
    }

    static String write(Object value) {
        StringBuilder into = new StringBuilder();
        write(value, into, 0);
        return into.toString();
    }

    private static BackorderException unwritable(String what) {
        return BackorderException.refusal(Status.JSON, what + " cannot be written as JSON", Map.of());
    }

    private static void write(Object value, StringBuilder into, int depth) {
        if (depth > DEEPEST) {
            throw unwritable("what is that deep");
        }
        if (value instanceof Map<?, ?> map) {
            String separator = "{";
            for (Map.Entry<?, ?> member : map.entrySet()) {
                quote(String.valueOf(member.getKey()), into.append(separator));
                write(member.getValue(), into.append(':'), depth + 1);
                separator = ",";
            }
            into.append(map.isEmpty() ? "{}" : "}");
        } else if (value instanceof Iterable<?> values) {
            String separator = "";
            into.append('[');
            for (Object each : values) {
                write(each, into.append(separator), depth + 1);
                separator = ",";
            }
            into.append(']');
        } else if (value instanceof CharSequence || value instanceof Character) {
            quote(value.toString(), into);
        } else if (value == null || value instanceof Boolean || isInteger(value)) {
            into.append(value);
        } else {
            throw unwritable("a " + value.getClass().getSimpleName());
        }
    }

    private static boolean isInteger(Object value) {
        return value instanceof Long || value instanceof Integer || value instanceof Short || value instanceof Byte || value instanceof BigInteger;
    }

    private static void quote(String text, StringBuilder into) {
        into.append('"');
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == '"' || letter == '\\') {
                into.append('\\').append(letter);
            } else if (letter < ' ') {
                into.append(String.format("\\u%04x", (int) letter));
            } else {
                into.append(letter);
            }
        }
        into.append('"');
    }

    private BackorderException wrong() {
        return BackorderException.refusal(Status.JSON, "not the library's JSON at " + at, Map.of());
    }

    private void blanks() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private boolean take(String sign) {
        blanks();
        boolean there = text.startsWith(sign, at);
        at += there ? sign.length() : 0;
        return there;
    }

    private void require(String sign) {
        if (!take(sign)) {
            throw wrong();
        }
    }

    private Object value(int depth) {
        if (depth > DEEPEST) {
            throw wrong();
        }
        if (take("{")) {
            return members(depth);
        }
        if (take("[")) {
            return values(depth);
        }
        if (take("\"")) {
            return string();
        }
        if (take("null")) {
            return null;
        }
        if (take("true")) {
            return true;
        }
        return take("false") ? (Object) false : (Object) integer();
    }

    private Map<String, Object> members(int depth) {
        Map<String, Object> members = new LinkedHashMap<>();
        while (!take("}")) {
            if (!members.isEmpty()) {
                require(",");
            }
            require("\"");
            String name = string();
            require(":");
            members.put(name, value(depth + 1));
        }
        return members;
    }

    private List<Object> values(int depth) {
        List<Object> values = new ArrayList<>();
        while (!take("]")) {
            if (!values.isEmpty()) {
                require(",");
            }
            values.add(value(depth + 1));
        }
        return values;
    }

    private Long integer() {
        int start = at;
        while (at < text.length() && "-0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        try {
            return Long.valueOf(text.substring(start, at));
        } catch (NumberFormatException error) {
            throw wrong();
        }
    }

    private char next() {
        if (at >= text.length()) {
            throw wrong();
        }
        return text.charAt(at++);
    }

    /** A text after its opening quote. */
    private String string() {
        StringBuilder read = new StringBuilder();
        for (char letter = next(); letter != '"'; letter = next()) {
            read.append(letter == '\\' ? escaped(next()) : letter);
        }
        return read.toString();
    }

    private char escaped(char sign) {
        return switch (sign) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> {
                at += 4;
                yield (char) Integer.parseInt(text, at - 4, at, 16);
            }
            default -> sign;
        };
    }
}
