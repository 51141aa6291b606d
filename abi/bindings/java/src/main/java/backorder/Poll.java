// Written by abi/bindings/generate from backorder.h; not to be edited.
package backorder;

/** Poll of the header. */
public enum Poll {
    EVENTS(1),
    LOGS(2);

    final int value;

    Poll(int value) {
        this.value = value;
    }

    /** The one of that number; null if this package knows none. */
    public static Poll of(int value) {
        for (Poll each : values()) {
            if (each.value == value) {
                return each;
            }
        }
        return null;
    }
}
