package backorder;

/** A column of what is so or not. */
public record FlagColumn(String name, int number) implements Column {
}
