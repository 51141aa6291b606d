// Written by abi/bindings/generate from backorder.h; not to be edited.
package backorder;

/** bo_receipt of the header. */
public record Receipt(String variant, String warehouse, long quantity) {
}
