<?php
// Written by abi/bindings/generate from backorder.h; not to be edited.
declare(strict_types=1);

namespace Backorder;

/** A checked way to write the array of that shape. */
final class CancelLine extends Item
{
    public function __construct(
        public readonly string $line,
        public readonly int $quantity,
    ) {
    }
}
