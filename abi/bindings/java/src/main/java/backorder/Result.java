package backorder;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.lang.ref.Cleaner;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One answer: tables of columns, read a column at a time. What is read is copied: it stays good after close. */
public final class Result implements AutoCloseable {
    private static final Cleaner CLEANER = Cleaner.create();

    private final Library library;
    private final int status;
    private final Cleaner.Cleanable free;
    private Pointer pointer;

    private Result(Library library, int status, Pointer pointer) {
        this.library = library;
        this.status = status;
        this.pointer = pointer;
        free = CLEANER.register(this, () -> library.run("bo_result_free", pointer));
    }

    /** A result, or throws what went wrong. A batch of which some items were done is a result. */
    static Result answer(Library library, int status, Pointer result, Pointer error) {
        Result given = result == null ? null : new Result(library, status, result);
        if (given == null || status != Status.OK.value && status != Status.SOME_REFUSED.value) {
            throw BackorderException.take(library, status, error, given);
        }
        library.run("bo_error_free", error);
        return given;
    }

    /** Frees the library's memory now. */
    @Override
    public synchronized void close() {
        pointer = null;
        free.clean();
    }

    private Pointer open() {
        if (pointer == null) {
            throw BackorderException.refusal(Status.CLOSED, "the result is closed", Map.of());
        }
        return pointer;
    }

    /** OK, or SOME_REFUSED where some items of a batch were: their outcomes are in its table. */
    public Status status() {
        return Status.of(status);
    }

    /** Whether this is the first answer given again to a repeated call. */
    public synchronized boolean replayed() {
        return library.call("bo_result_replayed", open()) == 1;
    }

    /** The tables that have rows here. */
    public synchronized List<Table> tables() {
        List<Table> tables = new ArrayList<>();
        for (Table each : Tables.ALL) {
            if (count(each) > 0) {
                tables.add(each);
            }
        }
        return tables;
    }

    /** The status, and how many rows each table has. */
    @Override
    public synchronized String toString() {
        if (pointer == null) {
            return "Result " + status() + ": closed";
        }
        List<String> held = new ArrayList<>();
        for (Table each : tables()) {
            held.add(each + " " + count(each));
        }
        return "Result " + status() + ": " + String.join(", ", held);
    }

    /** Rows of a table; 0 if the answer has none such. */
    public int count(Table table) {
        return rows(Arena.given("table", table).number);
    }

    private synchronized int rows(int table) {
        return (int) library.size("bo_result_rows", open(), table);
    }

    private synchronized long[] longs(int column) {
        int rows = rows(column >> 8);
        Pointer values = library.pointer("bo_result_int64", open(), column);
        return values == null || rows == 0 ? new long[0] : values.getLongArray(0, rows);
    }

    private synchronized List<String> texts(int column) {
        int rows = rows(column >> 8);
        try (Memory offsets = new Memory(Native.POINTER_SIZE)) {
            Pointer start = library.pointer("bo_result_text", open(), column, offsets);
            if (start == null || rows == 0) {
                return List.of();
            }
            long[] bounds = offsets.getPointer(0).getLongArray(0, rows + 1);
            byte[] whole = start.getByteArray(0, (int) bounds[rows]);
            List<String> texts = new ArrayList<>(rows);
            for (int row = 0; row < rows; row++) {
                texts.add(new String(whole, (int) bounds[row], (int) (bounds[row + 1] - bounds[row]), StandardCharsets.UTF_8));
            }
            return texts;
        }
    }

    /** One integer a row. */
    public long[] integers(IntegerColumn column) {
        return longs(Arena.given("column", column).number());
    }

    /** One flag a row. */
    public boolean[] flags(FlagColumn column) {
        long[] values = longs(Arena.given("column", column).number());
        boolean[] flags = new boolean[values.length];
        for (int row = 0; row < values.length; row++) {
            flags[row] = values[row] != 0;
        }
        return flags;
    }

    /** One text a row. */
    public List<String> texts(TextColumn column) {
        return texts(Arena.given("column", column).number());
    }

    /** What one JSON text a row holds (Map, List, String, Long, Boolean); null where it is empty. */
    public List<Object> json(JsonColumn column) {
        List<Object> values = new ArrayList<>();
        for (String text : texts(Arena.given("column", column).number())) {
            values.add(text.isEmpty() ? null : Json.parse(text));
        }
        return values;
    }

    /** A table as one map a row. */
    public synchronized List<Map<String, Object>> rows(Table table) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int row = count(table); row > 0; row--) {
            rows.add(new LinkedHashMap<>());
        }
        for (Column column : table.columns) {
            List<?> values = values(column);
            for (int row = 0; row < rows.size(); row++) {
                rows.get(row).put(column.name(), values.get(row));
            }
        }
        return rows;
    }

    private List<?> values(Column column) {
        if (column instanceof TextColumn text) {
            return texts(text);
        }
        if (column instanceof JsonColumn json) {
            return json(json);
        }
        List<Object> values = new ArrayList<>();
        for (long value : longs(column.number())) {
            values.add(column instanceof FlagColumn ? (Object) (value != 0) : (Object) value);
        }
        return values;
    }

    /** The whole answer as the JSON interface gives it. */
    public synchronized String json() {
        return library.text("bo_result_json", open(), null);
    }
}
