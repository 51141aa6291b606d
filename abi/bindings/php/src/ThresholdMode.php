<?php
// Written by abi/bindings/generate from backorder.h; not to be edited.
declare(strict_types=1);

namespace Backorder;

enum ThresholdMode: int
{
    /** threshold says how many; 0: none */
    case LIMIT = 1;
    /** threshold must be 0 */
    case UNLIMITED = 2;
    /** no value of its own; threshold must be 0 */
    case INHERIT = 3;
}
