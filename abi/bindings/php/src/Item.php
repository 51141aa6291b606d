<?php
declare(strict_types=1);

namespace Backorder;

/** An item of a request. Wherever an operation takes arrays it takes these too. */
abstract class Item implements \JsonSerializable
{
    /**
     * The members that were told.
     *
     * @return array<string, mixed>
     */
    public function jsonSerialize(): array
    {
        return array_filter(get_object_vars($this), fn ($value) => $value !== null);
    }
}
