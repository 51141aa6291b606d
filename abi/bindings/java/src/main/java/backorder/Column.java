package backorder;

/** A column of a table; see {@link Tables}. */
public sealed interface Column permits IntegerColumn, FlagColumn, TextColumn, JsonColumn {
    String name();

    int number();
}
