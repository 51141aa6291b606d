<?php
// Written by abi/bindings/generate from backorder.h; not to be edited.
declare(strict_types=1);

namespace Backorder;

/** A checked way to write the array of that shape. */
final class Order extends Item
{
    /**
     * @param iterable $lines OrderLines, or arrays with the same members
     * @param iterable $warehouses ids
     */
    public function __construct(
        public readonly string $order,
        public readonly iterable $lines,
        public readonly ?int $priority = null,
        public readonly ?iterable $warehouses = null,
    ) {
    }
}
