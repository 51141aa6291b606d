<?php
// Written by abi/bindings/generate from backorder.h; not to be edited.
declare(strict_types=1);

namespace Backorder;

/** A checked way to write the array of that shape. */
final class ThresholdItem extends Item
{
    /**
     * @param $mode one of limit, unlimited, inherit
     */
    public function __construct(
        public readonly string $warehouse,
        public readonly ?string $product = null,
        public readonly ?string $variant = null,
        public readonly string|ThresholdMode|null $mode = null,
        public readonly ?int $threshold = null,
    ) {
    }
}
