package backorder;

/** A column of texts. */
public record TextColumn(String name, int number) implements Column {
}
