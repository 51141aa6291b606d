package backorder;

/** A column of JSON. */
public record JsonColumn(String name, int number) implements Column {
}
