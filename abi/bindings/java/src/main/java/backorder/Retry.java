// Written by abi/bindings/generate from backorder.h; not to be edited.
package backorder;

/** Retry of the header. */
public enum Retry {
    NO(0),
    SAFE(1),
    SAME_KEY(2);

    final int value;

    Retry(int value) {
        this.value = value;
    }

    /** The one of that number; null if this package knows none. */
    public static Retry of(int value) {
        for (Retry each : values()) {
            if (each.value == value) {
                return each;
            }
        }
        return null;
    }
}
