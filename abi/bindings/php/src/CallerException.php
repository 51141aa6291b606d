<?php
declare(strict_types=1);

namespace Backorder;

/** 1xx: the caller's mistake. */
class CallerException extends BackorderException
{
}
