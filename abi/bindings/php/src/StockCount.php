<?php
// Written by abi/bindings/generate from backorder.h; not to be edited.
declare(strict_types=1);

namespace Backorder;

/** A checked way to write the array of that shape. */
final class StockCount extends Item
{
    public function __construct(
        public readonly string $variant,
        public readonly string $warehouse,
        public readonly int $on_hand,
    ) {
    }
}
