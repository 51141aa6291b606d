// Written by abi/bindings/generate from backorder.h; not to be edited.
package backorder;

/** ThresholdMode of the header. */
public enum ThresholdMode {
    /** threshold says how many; 0: none. */
    LIMIT(1),
    /** threshold must be 0. */
    UNLIMITED(2),
    /** no value of its own; threshold must be 0. */
    INHERIT(3);

    final int value;

    ThresholdMode(int value) {
        this.value = value;
    }

    /** The one of that number; null if this package knows none. */
    public static ThresholdMode of(int value) {
        for (ThresholdMode each : values()) {
            if (each.value == value) {
                return each;
            }
        }
        return null;
    }
}
