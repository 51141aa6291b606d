<?php
declare(strict_types=1);

namespace Backorder;

/** 5xx: a fault of the library. */
final class InternalException extends BackorderException
{
}
