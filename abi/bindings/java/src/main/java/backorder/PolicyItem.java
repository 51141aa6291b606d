// Written by abi/bindings/generate from backorder.h; not to be edited.
package backorder;

/** bo_policy of the header. */
public record PolicyItem(Policy policy, String product, String variant) {
}
