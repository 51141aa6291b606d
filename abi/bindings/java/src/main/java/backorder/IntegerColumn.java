package backorder;

/** A column of 64-bit integers. */
public record IntegerColumn(String name, int number) implements Column {
}
