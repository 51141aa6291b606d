package backorder;

import java.util.ArrayList;
import java.util.List;

/** A table of results; see {@link Tables}. */
public final class Table {
    final String name;
    final int number;
    final List<Column> columns = new ArrayList<>();

    Table(String name, int number) {
        this.name = name;
        this.number = number;
    }

    <Kind extends Column> Kind add(Kind column) {
        columns.add(column);
        return column;
    }

    /** The table of that name in the JSON interface. */
    public static Table named(String name) {
        for (Table each : Tables.ALL) {
            if (each.name.equals(name)) {
                return each;
            }
        }
        throw BackorderException.refusal(Status.ARGUMENT, "no table " + name, java.util.Map.of("table", String.valueOf(name)));
    }

    @Override
    public String toString() {
        return name;
    }
}
