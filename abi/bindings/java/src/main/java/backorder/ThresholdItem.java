// Written by abi/bindings/generate from backorder.h; not to be edited.
package backorder;

/** bo_threshold of the header. */
public record ThresholdItem(ThresholdMode mode, String product, String variant, String warehouse, long threshold) {
    public ThresholdItem(String variant, String warehouse, long threshold) {
        this(ThresholdMode.LIMIT, "", variant, warehouse, threshold);
    }
}
