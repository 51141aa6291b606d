<?php
// Written by abi/bindings/generate from backorder.h; not to be edited.
declare(strict_types=1);

namespace Backorder;

/** Bits, to be joined by |. */
final class Poll
{
    public const EVENTS = 1;
    public const LOGS = 2;
}
